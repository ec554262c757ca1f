import Gateway
import Testing
import UseCases
import Web

@Suite struct MapTests {
  @Test func theMapIsUpToDate() throws {
    let routes = Composition().routes
    let text = """
      # Map

      Every address with its permission and the file of its use case; `samrad routes` prints the
      same. Who has a permission stands in [permissions.md](permissions.md).

      *Generated; see [README.md](README.md).*

      ## Instance

      \(instance)
      ## Pages

      Below the kommune: `/enheter` is `/trondheim/enheter`, or `/enheter` on a host name of the
      kommune's own. The API's addresses stand there too.

      \(table(routes.filter { $0.door == .page }, prefix: ""))
      ## API

      \(table(routes.filter { $0.door == .api }, prefix: "/api/v1"))
      """
    try Generated.expect("docs/map.md", text)
  }

  private var instance: String {
    let rows = RouteMap.lines([]).map { ["`\($0.method) \($0.url)`", link(to: $0.file)] }
    return markdownTable(["Address", "File"], rows)
  }

  private func link(to file: String) -> String {
    "[\(file.split(separator: "/").last ?? "")](../\(file))"
  }

  private func table(_ routes: [Route], prefix: String) -> String {
    let sorted = routes.sorted { ($0.path.pattern, $0.method) < ($1.path.pattern, $1.method) }
    return markdownTable(
      ["Address", "Does", "Permission", "File"],
      sorted.map { route in
        [
          "`\(route.method.rawValue) \(prefix)\(route.path.pattern)`", route.summary,
          "`\(route.permission.rawValue)`", link(to: route.file),
        ]
      })
  }
}
