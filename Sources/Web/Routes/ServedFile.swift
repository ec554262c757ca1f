/// A file that is given out, only ever to be saved: what it holds never runs as a page of ours.
package struct ServedFile: Sendable {
  let name: String
  let mediaType: String
  let digest: String
  let content: Spool

  /// A file with its name, its kind, its SHA-256 in hexadecimal, and its bytes.
  package init(name: String, mediaType: String, digest: String, content: Spool) {
    self.name = name
    self.mediaType = mediaType
    self.digest = digest
    self.content = content
  }

  var response: Response {
    var response = Response(
      200,
      headers: [
        "Content-Type": mediaType,
        "Content-Disposition": "attachment; filename*=UTF-8''\(percentEncoded(name))",
        "Content-Security-Policy": "sandbox; default-src 'none'",
        "Cache-Control": "no-store",
        "ETag": "\"\(digest)\"",
      ])
    response.spool = content
    return response
  }
}
