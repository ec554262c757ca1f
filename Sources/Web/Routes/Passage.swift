import UseCases

extension Route {
  /// The route of a page that leads out of the house or back in, and answers in its own way.
  ///
  /// `form` is the page that is shown when it is refused.
  package static func passing<Action: UseCase & Readable>(
    _ action: Action.Type, _ method: Method, page: Path, form: Path, _ summary: String,
    file: String = #filePath, answer: @escaping @Sendable (Action.Outcome, Page) -> Response
  ) -> [Route] where Action.Outcome: JSONValue {
    passing(action, method, page, form, summary, file, .atOnce, answer)
  }

  /// As `passing`, for a use case with a slow part.
  package static func passing<Action: SlowUseCase & Readable>(
    _ action: Action.Type, _ method: Method, page: Path, form: Path, _ summary: String,
    file: String = #filePath, answer: @escaping @Sendable (Action.Outcome, Page) -> Response
  ) -> [Route] where Action.Outcome: JSONValue {
    passing(action, method, page, form, summary, file, .slow, answer)
  }

  private static func passing<Action: UseCase & Readable>(
    _ action: Action.Type, _ method: Method, _ page: Path, _ form: Path, _ summary: String,
    _ file: String, _ steps: Steps<Action>,
    _ answer: @escaping @Sendable (Action.Outcome, Page) -> Response
  ) -> [Route] where Action.Outcome: JSONValue {
    let parameters = Set(page.parameters)
    var asking: Asking?
    if let ask = steps.ask {
      asking = { work, call in try ask(work, call.read(action, at: parameters)) }
    }
    return [
      made(
        action, .page, method, page, summary, file, form: form,
        comesFromElsewhere: method.isSafe && Action.changes, isPassage: true, ask: asking
      ) { work, call in
        let outcome = try steps.perform(work, call.read(action, at: parameters), call.finding)
        return answer(outcome, try call.page())
      }
    ]
  }
}
