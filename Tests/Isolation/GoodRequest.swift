import Gateway
import Kernel
import Web

/// A request to one route with values that somebody of the kommune gets a good answer to.
struct GoodRequest: Sendable {
  let route: Route
  let values: [String: Value]
  /// Who gets it.
  let principal: Principal

  /// Its name in what a failing test says.
  var name: String { route.label }

  /// The same with other values.
  func request(
    _ values: [String: Value], as principal: Principal, to neighbour: Neighbour
  )
    -> Request
  {
    Knock(route: route, values: values).request(as: principal, to: neighbour)
  }
}

extension Route {
  /// The door, the method and the path, as `samrad routes` has them.
  var label: String { "\(door.rawValue) \(method.rawValue) \(path.pattern) (\(name))" }
}

/// A route with values to fill its path, query and body from.
struct Knock {
  let route: Route
  let values: [String: Value]

  func request(as principal: Principal, to neighbour: Neighbour) -> Request {
    var rest = values
    for name in route.path.parameters { rest[name] = nil }
    var headers: Headers = ["Host": "127.0.0.1:8080"]
    var query = ""
    var body: [UInt8] = []
    switch route.door {
    case .api:
      if route.takesVersion, case .number(let version) = rest.removeValue(forKey: "version") {
        headers.set("If-Match", "\"\(version)\"")
      }
      if let secret = principal.secret { headers.set("Authorization", "Bearer \(secret)") }
      if route.takesFile {
        if case .file(let file) = rest.removeValue(forKey: "file") {
          rest["name"] = .text(file.name)
          body = Array(file.bytes)
        }
        query = Value.object(rest).form
      } else if route.method.isSafe {
        query = Value.object(rest).form
      } else if !rest.isEmpty {
        headers.set("Content-Type", "application/json")
        body = Value.object(rest).json
      }
    case .page:
      headers.set("Accept", "text/html")
      headers.set("Cookie", principal.cookie)
      if route.method.isSafe {
        query = Value.object(rest).form
      } else if route.takesFile {
        headers.set("Content-Type", "multipart/form-data; boundary=knock")
        rest["_token"] = .text(principal.formToken)
        body = Value.object(rest).parts(boundary: "knock")
      } else {
        headers.set("Content-Type", "application/x-www-form-urlencoded")
        rest["_token"] = .text(principal.formToken)
        body = Array(Value.object(rest).form.utf8)
      }
    }
    let prefix = route.door == .api ? "/api/v1" : ""
    return Request(
      route.method, "\(neighbour.base)\(prefix)\(route.path.filled(from: values).path)",
      query: query, headers: headers, body: body)
  }
}

extension Value {
  /// As JSON.
  var json: [UInt8] {
    var writer = JSONWriter()
    write(to: &writer)
    return writer.utf8
  }

  private func write(to json: inout JSONWriter) {
    switch self {
    case .null: json.raw("null")
    case .text(let text): json.text(text)
    case .number(let number): json.number(number)
    case .flag(let flag): flag ? json.raw("true") : json.raw("false")
    case .list(let items): json.list(items) { $0.write(to: &$1) }
    // A file goes by itself; see `Knock`.
    case .file: json.raw("null")
    case .object(let fields):
      json.raw("{")
      for (index, field) in fields.sorted(by: { $0.key < $1.key }).enumerated() {
        if index > 0 { json.raw(",") }
        json.text(field.key)
        json.raw(":")
        field.value.write(to: &json)
      }
      json.raw("}")
    }
  }

  /// As a form or a query; a list of ids becomes a ticked box for each, as on a page.
  var form: String { pairs("").map { "\(percentEncoded($0))=\(percentEncoded($1))" }.joined("&") }

  /// As a form of several parts.
  func parts(boundary: String) -> [UInt8] {
    guard case .object(let fields) = self else { return [] }
    var bytes: [UInt8] = []
    for (name, value) in fields.sorted(by: { $0.key < $1.key }) {
      let head = "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(name)\""
      if case .file(let file) = value {
        bytes += Array("\(head); filename=\"\(file.name)\"\r\n\r\n".utf8) + file.bytes
      } else {
        bytes += Array("\(head)\r\n\r\n\(value.pairs(name).first?.1 ?? "")".utf8)
      }
      bytes += Array("\r\n".utf8)
    }
    return bytes + Array("--\(boundary)--\r\n".utf8)
  }

  private func pairs(_ name: String) -> [(String, String)] {
    let prefix = name.isEmpty ? "" : "\(name)."
    return switch self {
    case .null, .file: []
    case .text(let text): [(name, text)]
    case .number(let number): [(name, "\(number)")]
    case .flag(let flag): flag ? [(name, "on")] : []
    case .list(let items):
      items.enumerated().flatMap { index, item in
        if case .text(let id) = item {
          [("\(prefix)\(id)", "on")]
        } else {
          item.pairs("\(prefix)\(index)")
        }
      }
    case .object(let fields):
      fields.sorted { $0.key < $1.key }.flatMap { $1.pairs("\(prefix)\($0)") }
    }
  }
}

extension [String] {
  fileprivate func joined(_ separator: String) -> String { joined(separator: separator) }
}
