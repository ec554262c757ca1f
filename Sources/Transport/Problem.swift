package import Web

/// The plain answer to a refused request (RFC 9457), made without the rest of the platform.
package enum Problem {
  /// A problem document with the status and an English title.
  @Sendable package static func response(_ status: Int, _ title: String) -> Response {
    var body = #"{"type":"about:blank","title":"#
    JSONText.append(title, to: &body)
    body += #","status":"# + String(status) + "}\n"
    return Response(
      status, headers: ["Content-Type": "application/problem+json"], body: Array(body.utf8))
  }
}
