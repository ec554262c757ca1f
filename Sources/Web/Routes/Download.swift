import UseCases

/// An outcome that is taken away as a file.
package protocol Downloadable: JSONValue {
  /// What kinds of file it may be.
  static var mediaTypes: [String] { get }
  /// What is in the file.
  var file: DownloadedFile { get }
}

/// A file as it leaves the house, under a name that nobody else had a say in.
package struct DownloadedFile: Sendable {
  let name: StaticString
  let mediaType: StaticString
  let body: [UInt8]
  /// The cursor of the file with what did not fit into this one.
  let next: String?

  /// A file, and where the next one begins.
  package init(_ name: StaticString, _ mediaType: StaticString, _ body: [UInt8], next: String?) {
    self.name = name
    self.mediaType = mediaType
    self.body = body
    self.next = next
  }
}

extension Route {
  /// The routes of a use case whose outcome is a file, the same at both doors.
  package static func downloading<Action: UseCase & Readable>(
    _ action: Action.Type, api: Path, page: Path, _ summary: String, file: String = #filePath
  ) -> [Route] where Action.Outcome: Downloadable {
    [(Door.api, api), (Door.page, page)].map { door, path in
      made(action, door, .get, path, summary, file, Action.Outcome.mediaTypes) { work, call in
        let outcome = try work.perform(call.read(action, at: Set(path.parameters)))
        return outcome.file.response(to: call)
      }
    }
  }
}

extension DownloadedFile {
  fileprivate func response(to call: Call) -> Response {
    var response = Response(
      200,
      headers: [
        "Content-Type": "\(mediaType)", "Content-Disposition": "attachment; filename=\"\(name)\"",
      ], body: body)
    if let next { response.headers.set("Link", "<?\(call.query(at: next))>; rel=\"next\"") }
    return response
  }
}

extension Call {
  /// The same question about the page of a list that begins at a cursor.
  fileprivate func query(at cursor: String) -> String {
    let fields = values.merging(["cursor": .text(cursor)]) { $1 }.sorted { $0.key < $1.key }
    return fields.compactMap { name, value in
      guard case .text(let text) = value else { return nil }
      return "\(percentEncoded(name))=\(percentEncoded(text))"
    }.joined(separator: "&")
  }
}
