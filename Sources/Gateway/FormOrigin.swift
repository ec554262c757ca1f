import Web

/// Whether a form came from a page of this host, by what browsers themselves say.
enum FormOrigin {
  static func isHere(_ request: Request) -> Bool {
    if let site = request.headers["Sec-Fetch-Site"], site != "same-origin", site != "none" {
      return false
    }
    guard let origin = request.headers["Origin"] else { return true }
    let host = (request.headers["Host"] ?? "").lowercased()
    return !host.isEmpty && (origin == "http://\(host)" || origin == "https://\(host)")
  }
}
