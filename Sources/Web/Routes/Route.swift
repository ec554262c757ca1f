import Kernel
import UseCases

/// One way in: a method and a path that lead to a use case, with the permission it asks.
package struct Route: Sendable {
  /// The two doors of the house.
  package enum Door: String, Sendable {
    /// Pages for people: forms in, HTML out, signed in by cookie.
    case page
    /// The JSON API for programs, signed in by bearer token.
    case api
  }

  package let door: Door
  package let method: Method
  package let path: Path
  /// The use case in camel case, unique for each door: `approveMinutes`.
  package let name: String
  package let permission: Permission
  package let changes: Bool
  /// Whether it writes anything, be it only who read what.
  package let writes: Bool
  /// The file of the use case, such as `Modules/Meetings/Sources/Minutes/ApproveMinutes.swift`.
  package let file: String
  /// What it does, in one English sentence.
  package let summary: String
  package let input: [FieldDescription]
  package let output: JSONSchema
  /// What the API answers with; JSON looks as `output` says.
  package let mediaTypes: [String]
  /// For a change through a form: the page the form stands on, shown again when it is refused.
  package let form: Path?
  /// Whether it makes a new record, so that the API answers 201.
  package let isCreating: Bool
  /// For a change through a form: what is said when it is done.
  package let done: Text?
  /// Whether browsers are led here from another site, so that no form of ours stands before it.
  package let comesFromElsewhere: Bool
  /// Whether the answer holds a secret of the browser's, so that it is kept nowhere.
  package let isPassage: Bool
  /// For a slow use case: its first step, which gives the slow part.
  package let ask: Asking?
  package let respond: @Sendable (borrowing Work, Call) throws -> Response

  /// The first step of a slow use case; what it gives runs with no transaction open, and what comes
  /// of that goes into the call's `finding`.
  package typealias Asking =
    @Sendable (borrowing Work, Call) throws -> (() throws -> any Sendable)
}

extension Route {
  /// Whether the use case reads the version of a record.
  package var takesVersion: Bool { input.contains { $0.kind == .version } }

  /// Whether the use case reads a file, so that more may be sent than elsewhere.
  package var takesFile: Bool {
    input.contains { if case .file = $0.kind { true } else { false } }
  }

  /// The routes of a use case that reads: JSON at `api`, a page at `page`, either may be left out.
  package static func reading<Action: UseCase & Readable>(
    _ action: Action.Type, api: Path? = nil, page: Path? = nil, _ summary: String,
    file: String = #filePath,
    view: @escaping @Sendable (Action.Outcome, Page) -> View = { _, _ in .empty }
  ) -> [Route] where Action.Outcome: JSONValue {
    var routes: [Route] = []
    if let api {
      let parameters = Set(api.parameters)
      routes.append(
        made(action, .api, .get, api, summary, file) { work, call in
          let outcome = try work.perform(call.read(action, at: parameters))
          return json(200, outcome)
        })
    }
    if let page {
      let parameters = Set(page.parameters)
      routes.append(
        made(action, .page, .get, page, summary, file) { work, call in
          let outcome = try work.perform(call.read(action, at: parameters))
          let page = try call.page()
          return page.html(200, view(outcome, page))
        })
    }
    return routes
  }

  /// The routes of a use case that changes something: JSON at `api`; a form that stands on the page
  /// `form`, is sent to `page`, and leads to `then`.
  package static func changing<Action: UseCase & Readable>(
    _ action: Action.Type, _ method: Method = .post, api: Path, page: Path? = nil,
    form: Path? = nil, _ summary: String, done: Text? = nil, file: String = #filePath,
    location: (@Sendable (Action.Outcome) -> Target)? = nil,
    then: (@Sendable (Action.Outcome) -> Target)? = nil,
    cookies: (@Sendable (Action.Outcome, Page) -> [String])? = nil
  ) -> [Route] where Action.Outcome: JSONValue {
    Change<Action>(
      method: method, api: api, page: page, form: form, summary: summary, done: done, file: file,
      location: location, then: then, cookies: cookies, steps: .atOnce
    ).routes
  }

  /// As `changing`, for a use case with a slow part.
  package static func changing<Action: SlowUseCase & Readable>(
    _ action: Action.Type, _ method: Method = .post, api: Path, page: Path? = nil,
    form: Path? = nil, _ summary: String, done: Text? = nil, file: String = #filePath,
    location: (@Sendable (Action.Outcome) -> Target)? = nil,
    then: (@Sendable (Action.Outcome) -> Target)? = nil,
    cookies: (@Sendable (Action.Outcome, Page) -> [String])? = nil
  ) -> [Route] where Action.Outcome: JSONValue {
    Change<Action>(
      method: method, api: api, page: page, form: form, summary: summary, done: done, file: file,
      location: location, then: then, cookies: cookies, steps: .slow
    ).routes
  }

  /// The routes of a use case that is asked with a text which belongs in no address and no log: it is
  /// sent as a change is, changes nothing, and what came of it is shown at once.
  ///
  /// The page stands at the address its own form is sent to.
  package static func asking<Action: UseCase & Readable>(
    _ action: Action.Type, api: Path, page: Path, _ summary: String, file: String = #filePath,
    view: @escaping @Sendable (Action.Outcome, Page) -> View
  ) -> [Route] where Action.Outcome: JSONValue {
    let parameters = Set(api.parameters)
    return [
      made(action, .api, .post, api, summary, file) { work, call in
        json(200, try work.perform(call.read(action, at: parameters)))
      },
      made(action, .page, .post, page, summary, file, form: page) { work, call in
        let outcome = try work.perform(call.read(action, at: Set(page.parameters)))
        let page = try call.page()
        return page.html(200, view(outcome, page))
      },
    ]
  }

  /// The routes of a use case that gives a file of one of some kinds, at `api` and at `page`.
  package static func serving<Action: UseCase & Readable>(
    _ action: Action.Type, api: Path, page: Path, _ mediaTypes: [String], _ summary: String,
    file: String = #filePath
  ) -> [Route] where Action.Outcome == ServedFile {
    [(Door.api, api), (.page, page)].map { door, path in
      made(action, door, .get, path, summary, file, output: .file, mediaTypes) { work, call in
        try work.perform(call.read(action, at: Set(path.parameters))).response
      }
    }
  }

  static func made<Action: UseCase & Readable>(
    _ action: Action.Type, _ door: Door, _ method: Method, _ path: Path, _ summary: String,
    _ file: String, _ mediaTypes: [String] = ["application/json"], form: Path? = nil,
    isCreating: Bool = false, done: Text? = nil, comesFromElsewhere: Bool = false,
    isPassage: Bool = false, ask: Asking? = nil,
    respond: @escaping @Sendable (borrowing Work, Call) throws -> Response
  ) -> Route where Action.Outcome: JSONValue {
    made(
      action, door, method, path, summary, file, output: Action.Outcome.schema, mediaTypes,
      form: form, isCreating: isCreating, done: done, comesFromElsewhere: comesFromElsewhere,
      isPassage: isPassage, ask: ask, respond: respond)
  }

  private static func made<Action: UseCase & Readable>(
    _ action: Action.Type, _ door: Door, _ method: Method, _ path: Path, _ summary: String,
    _ file: String, output: JSONSchema, _ mediaTypes: [String], form: Path? = nil,
    isCreating: Bool = false,
    done: Text? = nil, comesFromElsewhere: Bool = false, isPassage: Bool = false,
    ask: Asking? = nil,
    respond: @escaping @Sendable (borrowing Work, Call) throws -> Response
  ) -> Route {
    var description = Input([:])
    _ = Action(&description)
    return Route(
      door: door, method: method, path: path, name: nameOf(action),
      permission: Action.permission, changes: Action.changes, writes: Action.writes,
      file: repositoryPath(file), summary: summary,
      input: description.described, output: output, mediaTypes: mediaTypes, form: form,
      isCreating: isCreating, done: done, comesFromElsewhere: comesFromElsewhere,
      isPassage: isPassage, ask: ask, respond: respond)
  }

  /// A source file's path from the project's root, not from the machine it was built on.
  private static func repositoryPath(_ file: String) -> String {
    for root in ["/Modules/", "/Sources/"] {
      let pieces = file.split(separator: root, omittingEmptySubsequences: false)
      if pieces.count > 1, let last = pieces.last { return "\(root.dropFirst())\(last)" }
    }
    return file
  }

  static func nameOf<Action>(_ action: Action.Type) -> String {
    let name = "\(action)"
    return name.prefix(1).lowercased() + name.dropFirst()
  }

  static func json(_ status: Int, _ outcome: some JSONValue) -> Response {
    var writer = JSONWriter()
    outcome.write(to: &writer)
    var response = Response(
      status, headers: ["Content-Type": "application/json; charset=utf-8"], body: writer.utf8)
    if let versioned = outcome as? any Versioned {
      response.headers.set("ETag", "\"\(versioned.version)\"")
    }
    return response
  }
}
