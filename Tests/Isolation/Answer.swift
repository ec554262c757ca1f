import Glibc
import Kernel
import Web

/// An answer as one run of bytes: status, headers and body, to search and to compare.
struct Answer: Equatable {
  /// Ends with NUL, as C's search for text asks.
  private(set) var bytes: [UInt8]

  init(_ response: Response) {
    var head = "\(response.status)\n"
    for field in response.headers.fields { head += "\(field.name): \(field.value)\n" }
    bytes = Array(head.utf8) + response.body
    bytes += (try? response.spool?.contents()) ?? []
    bytes.append(0)
  }

  static func == (one: Answer, other: Answer) -> Bool {
    one.bytes.count == other.bytes.count
      && one.bytes.withUnsafeBytes { one in
        other.bytes.withUnsafeBytes { other in
          guard let first = one.baseAddress, let second = other.baseAddress else { return true }
          return memcmp(first, second, one.count) == 0
        }
      }
  }

  /// The answer with a value that was sent taken out, however it is written.
  func without(_ value: String) -> Answer {
    var answer = self
    for form in Set([value, percentEncoded(value), percentEncoded(percentEncoded(value))]) {
      answer.bytes = answer.bytes.replacing(form, with: "⟦sent⟧")
    }
    return answer
  }

  /// The answer with everything left to chance taken out: ids that neither kommune had before, and
  /// secrets; also the ids of a form's fields, which are a digest of its address.
  ///
  /// Only what differs needs it.
  func withoutChance(keeping mark: Mark) -> Answer {
    let known = Array(mark.id.utf8)
    var answer = self
    answer.bytes = []
    var run: [UInt8] = []
    for byte in bytes {
      let isPart = hexValue(byte) != nil || byte == UInt8(ascii: "-")
      if isPart {
        run.append(byte)
        continue
      }
      let isOld = run.count == 36 && Array(run[18..<28]) == known
      let isFieldID = run.count == 11 && run.starts(with: "f-".utf8)
      let isChance = isFieldID || run.count >= 32 && !isOld
      answer.bytes += isChance ? Array("⟦chance⟧".utf8) : run
      run.removeAll(keepingCapacity: true)
      answer.bytes.append(byte)
    }
    return answer.withoutSealed()
  }

  /// Without what is sealed or drawn by lot in the letters of base64: what an issuer is sent.
  private func withoutSealed() -> Answer {
    var answer = self
    answer.bytes = []
    var run: [UInt8] = []
    for byte in bytes {
      let isLetter = (48...57).contains(byte) || (97...122).contains(byte | 32)
      if isLetter || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") {
        run.append(byte)
        continue
      }
      answer.bytes += run.count >= 40 ? Array("⟦chance⟧".utf8) : run
      run.removeAll(keepingCapacity: true)
      answer.bytes.append(byte)
    }
    return answer
  }

  /// What stands around the first place at which two answers differ.
  func difference(from other: Answer) -> String {
    let place = zip(bytes, other.bytes).prefix { $0 == $1 }.count
    func excerpt(_ bytes: [UInt8]) -> String {
      let range = max(0, place - 60)..<min(bytes.count, place + 120)
      return String(decoding: bytes[range], as: UTF8.self)
    }
    return "«\(excerpt(bytes))» is not «\(excerpt(other.bytes))»"
  }
}

extension [UInt8] {
  /// Where a text begins, at or after a place, in bytes that end with NUL; nil when it is not there.
  func index(of text: String, from start: Int = 0) -> Int? {
    precondition(last == 0, "these bytes cannot be searched")
    return withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress?.assumingMemoryBound(to: CChar.self) else { return nil }
      var start = start
      while start < bytes.count {
        if let found = strstr(base + start, text) { return UnsafePointer(found) - base }
        start += strlen(base + start) + 1
      }
      return nil
    }
  }

  /// These bytes with every occurrence of a text replaced.
  fileprivate func replacing(_ text: String, with other: String) -> [UInt8] {
    guard !text.isEmpty, var place = index(of: text) else { return self }
    var result: [UInt8] = []
    var start = 0
    while true {
      result += self[start..<place]
      result += other.utf8
      start = place + text.utf8.count
      guard let next = index(of: text, from: start) else { break }
      place = next
    }
    result += self[start...]
    return result
  }
}
