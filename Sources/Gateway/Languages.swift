import Database
import Kernel
import Web

/// Which language an answer is in.
enum Languages {
  static let cookie = "sprak"

  /// A page: what the link at the foot just asked for, what was chosen before, or the kommune's own.
  static func ofPage(_ request: Request, _ tenant: Tenant, _ cookies: Cookies) -> Language {
    chosen(request) ?? cookies.value(cookie, in: request).flatMap(pageLanguage) ?? tenant.language
  }

  /// The language that the link at the foot of a page asks for.
  static func chosen(_ request: Request) -> Language? {
    guard case .text(let code) = RequestBody.query(of: request)["sprak"] else { return nil }
    return pageLanguage(code)
  }

  /// The API: English, unless bokmål or nynorsk is asked for first.
  static func ofAPI(_ request: Request) -> Language {
    let first = (request.headers["Accept-Language"] ?? "").lowercased().prefix(2)
    return first == "no" ? .bokmål : Language(rawValue: String(first)) ?? .english
  }

  private static func pageLanguage(_ code: String) -> Language? {
    Language(rawValue: code).flatMap { $0 == .english ? nil : $0 }
  }
}
