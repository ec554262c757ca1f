import Crypto
import Web

/// Files that never change under their name: the name holds a digest of the content.
enum Assets {
  private static let stylesheet = PackageResources.samrad_css

  static let stylesheetPath = "/static/samrad-\(SHA256(stylesheet).hex.prefix(12)).css"

  /// The file at a path, or nil.
  static func response(_ path: String) -> Response? {
    guard path == stylesheetPath else { return nil }
    return Response(
      200,
      headers: [
        "Content-Type": "text/css; charset=utf-8",
        "Cache-Control": "public, max-age=31536000, immutable",
      ], body: stylesheet)
  }
}
