import Web

/// Finds the route of a request.
///
/// A word of a path wins over a parameter at the same place.
struct Router: Sendable {
  /// What a path leads to.
  enum Match {
    case route(Route, parameters: [String: Value])
    /// The path exists, with other methods.
    case otherMethods([Method])
    case nothing
  }

  private let tables: [Route.Door: Node]
  private let byName: [String: Route]

  init(_ routes: [Route]) {
    var tables: [Route.Door: Node] = [:]
    for route in routes {
      tables[route.door, default: Node()].insert(route, at: route.path.segments[...], names: [])
    }
    self.tables = tables
    byName = Dictionary(routes.filter { $0.door == .page }.map { ($0.name, $0) }) { first, _ in
      first
    }
  }

  /// The route of a page's form, by the use case's name.
  func page(named name: String) -> Route? { byName[name] }

  /// The route of a method and a path, which is still percent-encoded.
  func match(_ door: Route.Door, _ method: Method, _ path: some StringProtocol) -> Match {
    var parts: [String] = []
    for part in path.split(separator: "/") {
      guard let decoded = percentDecoded(part), !decoded.isEmpty else { return .nothing }
      parts.append(decoded)
    }
    guard let (node, values) = tables[door]?.find(parts[...]) else { return .nothing }
    let wanted = method == .head ? Method.get : method
    guard let (route, names) = node.routes[wanted] else {
      let heads: [Method] = node.routes[.get] == nil ? [] : [.head]
      return node.routes.isEmpty ? .nothing : .otherMethods((node.routes.keys + heads).sorted())
    }
    let parameters = zip(names, values).map { ($0, Value.text($1)) }
    return .route(route, parameters: Dictionary(parameters) { $1 })
  }

  /// Where a whole path may lead; the kommune is named by its first part, or by its host.
  func routes(_ method: Method, _ path: String) -> [Route] {
    let rest = path.dropFirst().drop { $0 != "/" }
    return [path[...], rest].compactMap { path in
      let isAPI = path.hasPrefix("/api/v1/")
      let found = match(isAPI ? .api : .page, method, isAPI ? path.dropFirst(7) : path)
      if case .route(let route, _) = found { return route }
      return nil
    }
  }

  /// The methods that a whole path takes.
  func methods(at path: String) -> [Method] {
    Method.allCases.filter { !routes($0, path).isEmpty }
  }

  /// One place in the tree of paths.
  private struct Node: Sendable {
    var words: [String: Node] = [:]
    var parameter: [Node] = []
    var routes: [Method: (Route, [String])] = [:]

    mutating func insert(_ route: Route, at segments: ArraySlice<Path.Segment>, names: [String]) {
      guard let segment = segments.first else {
        precondition(routes[route.method] == nil, "two routes at \(route.path.pattern)")
        routes[route.method] = (route, names)
        return
      }
      switch segment {
      case .word(let word):
        words[word, default: Node()].insert(route, at: segments.dropFirst(), names: names)
      case .parameter(let name):
        if parameter.isEmpty { parameter = [Node()] }
        parameter[0].insert(route, at: segments.dropFirst(), names: names + [name])
      }
    }

    func find(_ parts: ArraySlice<String>) -> (Node, [String])? {
      guard let part = parts.first else { return (self, []) }
      if let found = words[part]?.find(parts.dropFirst()), !found.0.routes.isEmpty { return found }
      guard let (node, values) = parameter.first?.find(parts.dropFirst()) else { return nil }
      return (node, [part] + values)
    }
  }
}

extension Method: Comparable {
  package static func < (a: Method, b: Method) -> Bool { a.rawValue < b.rawValue }
}
