import Web

/// What a request sends: its query for reading, its body for changing.
enum RequestBody {
  /// The fields of a request for a route.
  ///
  /// - Throws: `RequestRefusal` when the body, or a program's query, cannot be read.
  static func values(of request: Request, route: Route) throws -> [String: Value] {
    if request.method.isSafe {
      return route.door == .api ? try readableQuery(of: request) : query(of: request)
    }
    guard !request.isTooLarge else { throw RequestRefusal.bodyIsTooLarge }
    if route.takesFile { return try file(in: request, door: route.door) }
    let type = (request.headers["Content-Type"] ?? "").lowercased().prefix { $0 != ";" }
    switch route.door {
    case .api:
      guard !request.body.isEmpty else { return [:] }
      guard type == "application/json" else { throw RequestRefusal.contentTypeIsUnknown }
      return fields(try Value(json: request.body))
    case .page:
      guard request.body.isEmpty || type == "application/x-www-form-urlencoded",
        let text = String(validating: request.body, as: UTF8.self)
      else { throw RequestRefusal.bodyIsNotAForm }
      return fields(try Value(form: text))
    }
  }

  /// A form of several parts; or a file as it is, with its name and the other fields in the query.
  private static func file(
    in request: Request, door: Route.Door
  ) throws -> [String: Value] {
    switch door {
    case .page:
      return try MultipartReader.fields(
        of: request.body, contentType: request.headers["Content-Type"] ?? "")
    case .api:
      var values = try readableQuery(of: request)
      var name = ""
      if case .text(let text) = values.removeValue(forKey: "name") { name = text }
      values["file"] = .file(SentFile(name: name, bytes: request.body[...]))
      return values
    }
  }

  /// The fields of a program's query, which is told when it cannot be read: what it asked for would
  /// be lost otherwise.
  private static func readableQuery(of request: Request) throws -> [String: Value] {
    guard let value = try? Value(form: request.query) else {
      throw RequestRefusal.queryIsNotReadable
    }
    return fields(value)
  }

  /// The fields of the query; nothing when it cannot be read.
  static func query(of request: Request) -> [String: Value] {
    guard let value = try? Value(form: request.query) else { return [:] }
    return fields(value)
  }

  private static func fields(_ value: Value) -> [String: Value] {
    if case .object(let fields) = value { fields } else { [:] }
  }
}
