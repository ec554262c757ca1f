import Gateway
import Web

extension Command {
  static let routes = Command(
    "routes", options: [.json], does: "prints every URL with its permission and file"
  ) { arguments in
    let lines = RouteMap.lines(Instance.composition.routes)
    if arguments.has("json") { return Output.json(lines) }
    Output.table(
      ["METHOD", "URL", "PERMISSION", "FILE"],
      lines.map { [$0.method, $0.url, $0.permission, $0.file] })
  }

  static let openAPI = Command("openapi", does: "prints the API's OpenAPI 3.1 document") { _ in
    Output.result(
      String(decoding: OpenAPI.document(for: Instance.composition.routes), as: UTF8.self))
  }

  static let version = Command("version", does: "prints the version") { _ in
    Output.result("samrad \(ProgramVersion.text)")
  }
}
