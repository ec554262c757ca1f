import Crypto
import OpenID

extension ClientProof {
  /// Reads what a secret file holds: a secret of one line, or a key in PEM; nil when it is neither.
  init?(file bytes: [UInt8], keyName: String?) {
    if bytes.starts(with: "-----BEGIN".utf8) {
      guard let key = PrivateKey(pem: bytes) else { return nil }
      self = .key(key, name: keyName)
      return
    }
    let line = bytes.reversed().drop { $0 == 10 || $0 == 13 }.reversed()
    guard (1...1000).contains(line.count), line.allSatisfy({ $0 > 32 && $0 < 127 }) else {
      return nil
    }
    self = .secret(String(decoding: line, as: UTF8.self))
  }
}
