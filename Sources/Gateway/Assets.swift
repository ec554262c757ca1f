import Crypto
import Web

/// Files that never change under their name: the name holds a digest of the content.
enum Assets {
  static let stylesheetPath = path(of: PackageResources.samrad_css, "css")
  static let iconPath = path(of: PackageResources.samrad_svg, "svg")

  /// The file at a path, or nil.
  static func response(_ path: String) -> Response? {
    switch path {
    case stylesheetPath: file("text/css; charset=utf-8", PackageResources.samrad_css)
    case iconPath: file("image/svg+xml", PackageResources.samrad_svg)
    default: nil
    }
  }

  private static func path(of content: [UInt8], _ kind: String) -> String {
    "/static/samrad-\(SHA256(content).hex.prefix(12)).\(kind)"
  }

  private static func file(_ mediaType: String, _ content: [UInt8]) -> Response {
    Response(
      200,
      headers: [
        "Content-Type": mediaType, "Cache-Control": "public, max-age=31536000, immutable",
      ], body: content)
  }
}
