import Kernel
import UseCases

/// What is told of a use case that changes something, for both of its doors.
struct Change<Action: UseCase & Readable> where Action.Outcome: JSONValue {
  let method: Method
  let api: Path
  let page: Path?
  let form: Path?
  let summary: String
  let done: Text?
  let file: String
  let location: (@Sendable (Action.Outcome) -> Target)?
  let then: (@Sendable (Action.Outcome) -> Target)?
  let cookies: (@Sendable (Action.Outcome, Page) -> [String])?
  let steps: Steps<Action>

  var routes: [Route] {
    guard let page, let form else { return [apiRoute] }
    return [apiRoute, pageRoute(page, form)]
  }

  private var apiRoute: Route {
    let parameters = Set(api.parameters)
    return Route.made(
      Action.self, .api, method, api, summary, file, isCreating: location != nil,
      ask: asking(parameters)
    ) { [self] work, call in
      let outcome = try steps.perform(work, call.read(Action.self, at: parameters), call.finding)
      var response = Route.json(location == nil ? 200 : 201, outcome)
      if let location {
        response.headers.set("Location", "\(call.base)/api/v1\(location(outcome).path)")
      }
      return response
    }
  }

  private func pageRoute(_ path: Path, _ form: Path) -> Route {
    let parameters = Set(path.parameters)
    return Route.made(
      Action.self, .page, .post, path, summary, file, form: form, done: done,
      ask: asking(parameters)
    ) { [self] work, call in
      let outcome = try steps.perform(work, call.read(Action.self, at: parameters), call.finding)
      let target = then?(outcome) ?? form.filled(from: call.values)
      let page = try call.page()
      var response = page.redirect(to: target, done: done == nil ? nil : Route.nameOf(Action.self))
      for cookie in cookies?(outcome, page) ?? [] { response.headers.add("Set-Cookie", cookie) }
      return response
    }
  }

  private func asking(_ parameters: Set<String>) -> Route.Asking? {
    guard let ask = steps.ask else { return nil }
    return { work, call in try ask(work, call.read(Action.self, at: parameters)) }
  }
}

/// In how many steps a use case is performed.
struct Steps<Action: UseCase>: Sendable {
  /// The first step of a slow one, which gives its slow part.
  let ask: (@Sendable (borrowing Work, Action) throws -> (() throws -> any Sendable))?
  /// The only step, or the last one with what the slow part found.
  let perform: @Sendable (borrowing Work, Action, (any Sendable)?) throws -> Action.Outcome

  static var atOnce: Steps {
    Steps(ask: nil) { (work: borrowing Work, action, _) in try work.perform(action) }
  }
}

extension Steps where Action: SlowUseCase {
  static var slow: Steps {
    Steps { (work: borrowing Work, action) in
      let question = try work.ask(action)
      return { try action.find(question) }
    } perform: { (work: borrowing Work, action, finding) in
      guard let finding = finding as? Action.Finding else {
        throw HouseRuleBroken.slowPartWasSkipped
      }
      return try work.perform(action, with: finding)
    }
  }
}
