import Web

/// The API's description, OpenAPI 3.1, written from the routes themselves.
package enum OpenAPI {
  static func response(for routes: [Route]) -> Response {
    Response(
      200, headers: ["Content-Type": "application/json; charset=utf-8"],
      body: document(for: routes))
  }

  /// The document as JSON.
  package static func document(for routes: [Route]) -> [UInt8] {
    let api = routes.filter { $0.door == .api }
    var json = JSONWriter()
    json.raw(
      """
      {"openapi":"3.1.0","info":{"title":"Samråd","version":"1","license":{"name":"EUPL-1.2",\
      "identifier":"EUPL-1.2"}},"servers":[{"url":"/{slug}/api/v1","variables":{"slug":\
      {"default":"trondheim"}}}],"security":[{"bearer":[]},{}],"paths":{
      """)
    let paths = Dictionary(grouping: api, by: \.path.pattern).sorted { $0.key < $1.key }
    for (index, (path, routes)) in paths.enumerated() {
      if index > 0 { json.raw(",") }
      json.text(path)
      json.raw(":{")
      for (index, route) in routes.enumerated() {
        if index > 0 { json.raw(",") }
        json.text(route.method.rawValue.lowercased())
        json.raw(":")
        operation(route, &json)
      }
      json.raw("}")
    }
    json.raw(
      "},\"components\":{\"securitySchemes\":{\"bearer\":{\"type\":\"http\",\"scheme\":\"bearer\"}},\"schemas\":{"
    )
    OpenAPISchemas.write(api, &json)
    json.raw("}}}")
    return json.utf8
  }

  private static func operation(_ route: Route, _ json: inout JSONWriter) {
    json.raw("{\"operationId\":")
    json.text(route.name)
    json.raw(",\"summary\":")
    json.text(route.summary)
    json.raw(",\"description\":")
    json.text("Permission: \(route.permission.rawValue).")
    if !route.permission.isPublic { json.raw(",\"security\":[{\"bearer\":[]}]") }
    parameters(route, &json)
    body(route, &json)
    responses(route, &json)
    json.raw("}")
  }

  private static func parameters(_ route: Route, _ json: inout JSONWriter) {
    json.raw(",\"parameters\":[")
    var isFirst = true
    func add(
      _ field: FieldDescription, name: String, place: StaticString, isRequired: Bool,
      mayBeEmpty: Bool = false
    ) {
      if !isFirst { json.raw(",") }
      isFirst = false
      json.raw("{\"name\":")
      json.text(name)
      json.raw(",\"in\":\"")
      json.raw(place)
      json.raw("\",\"required\":")
      json.raw(isRequired ? "true" : "false")
      if mayBeEmpty { json.raw(",\"allowEmptyValue\":true") }
      json.raw(",\"schema\":")
      OpenAPISchemas.write(field, &json)
      json.raw("}")
    }
    for field in route.input {
      if route.pathParameters.contains(field.name) {
        add(field, name: field.name, place: "path", isRequired: true)
      } else if field.kind == .version {
        add(field, name: "If-Match", place: "header", isRequired: true)
      } else if case .file = field.kind {
        add(.fileName, name: FieldDescription.fileName.name, place: "query", isRequired: true)
      } else if route.method == .get || route.takesFile {
        add(
          field, name: field.name, place: "query", isRequired: field.isRequired,
          mayBeEmpty: field.mayBeEmpty)
      }
    }
    json.raw("]")
  }

  private static func body(_ route: Route, _ json: inout JSONWriter) {
    let fields = route.bodyFields
    guard route.method != .get, !fields.isEmpty else { return }
    guard !route.takesFile else {
      json.raw(",\"requestBody\":{\"required\":true,\"content\":{\"application/octet-stream\":{}}}")
      return
    }
    json.raw(",\"requestBody\":{\"required\":")
    json.raw(fields.contains { $0.isRequired } ? "true" : "false")
    json.raw(",\"content\":{\"application/json\":{\"schema\":")
    OpenAPISchemas.write(object: fields, &json)
    json.raw("}}}")
  }

  private static let location: StaticString = """
    ,"headers":{"Location":{"description":"Where the new record is.","required":true,\
    "schema":{"type":"string","format":"uri-reference"}}}
    """

  private static func responses(_ route: Route, _ json: inout JSONWriter) {
    let success: StaticString = route.isCreating ? "201" : "200"
    json.raw(",\"responses\":{\"")
    json.raw(success)
    json.raw("\":{\"description\":\"Done.\"")
    if route.isCreating { json.raw(location) }
    json.raw(",\"content\":{")
    for (index, type) in route.mediaTypes.enumerated() {
      if index > 0 { json.raw(",") }
      json.text("\(type.prefix { $0 != ";" })")
      json.raw(":{\"schema\":")
      let isJSON = type == "application/json"
      OpenAPISchemas.write(reference: isJSON ? route.output : .file, &json)
      json.raw("}")
    }
    json.raw(
      """
      }},"4XX":{"description":"Refused, nothing changed.","content":{"application/problem+json":\
      {"schema":{"$ref":"#/components/schemas/Problem"}}}},"5XX":{"description":"Not now.",\
      "content":{"application/problem+json":{"schema":{"$ref":"#/components/schemas/Problem"}}}}}
      """)
  }
}

extension FieldDescription {
  /// Whether sending nothing in the field is the same as leaving it out.
  fileprivate var mayBeEmpty: Bool {
    if case .number = kind { return false }
    return !isRequired
  }
}

extension Route {
  fileprivate var pathParameters: Set<String> {
    Set(path.parameters)
  }

  fileprivate var bodyFields: [FieldDescription] {
    input.filter { !pathParameters.contains($0.name) && $0.kind != .version }
  }
}
