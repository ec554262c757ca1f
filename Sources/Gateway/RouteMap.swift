import Web

/// Every URL with its permission and its file, for people who look for the code behind a page.
package enum RouteMap {
  /// One URL.
  package struct Line: JSONRecord {
    package let method: String
    package let url: String
    package let permission: String
    package let file: String
    package let name: String

    package static let shape = Shape<Line>(
      "Route",
      [
        Field("method", "The HTTP method.") { $0.method },
        Field("url", "The URL with its parameters in braces.") { $0.url },
        Field("name", "The use case.") { $0.name },
        Field("permission", "The permission it asks.") { $0.permission },
        Field("file", "The file of the use case.") { $0.file },
      ])
  }

  /// The routes by URL, the instance's own first.
  package static func lines(_ routes: [Route]) -> [Line] {
    let own = ["/", "/healthz", "/readyz", "/metrics", "/api/v1/openapi.json"].map { url in
      Line(
        method: "GET", url: url, permission: "anybody",
        file: url == "/healthz" || url == "/metrics"
          ? "Sources/Gateway/Server.swift" : "Sources/Gateway/Desk.swift", name: "-")
    }
    let others = routes.map { route in
      let prefix = route.door == .api ? "/{slug}/api/v1" : "/{slug}"
      return Line(
        method: route.method.rawValue, url: prefix + route.path.pattern,
        permission: route.permission.rawValue, file: route.file, name: route.name)
    }
    return own + others.sorted { ($0.url, $0.method) < ($1.url, $1.method) }
  }
}

/// The program's version.
package enum ProgramVersion {
  package static let text = "0.1.0"
}
