import Kernel
import Web

/// Paths as they may be logged: without the secret of an invitation's link, and without anything
/// that looks like an identity number, however it was written or encoded.
enum LogPath {
  static func redacted(_ path: String) -> String {
    let decoded = percentDecoded(path) ?? path
    let screened = Screening.redacted(decoded)
    let shown = screened == decoded ? path : screened
    return shown.split(separator: "/", omittingEmptySubsequences: false).map { part in
      let text = percentDecoded(part) ?? String(part)
      return ["ski_", "sks_", "skt_"].contains { text.hasPrefix($0) } ? "***" : String(part)
    }.joined(separator: "/")
  }
}
