import Kernel

/// A refusal as RFC 9457 `application/problem+json`.
package enum Problem {
  /// The answer to a refused request of the API.
  package static func response(
    _ refusal: any Refusal, in language: Language, requestID: String
  ) -> Response {
    var response = response(
      status: refusal.kind.rawValue, code: refusal.code, title: refusal.text[language],
      fields: refusal.fields, in: language, requestID: requestID)
    response.tellWhenToRetry(refusal)
    return response
  }

  /// The answer when something that is not the caller's fault went wrong.
  package static func response(
    status: Int, code: String, title: String, fields: [FieldProblem] = [],
    in language: Language = .english, requestID: String
  ) -> Response {
    var json = JSONWriter()
    json.raw("{\"type\":")
    json.text("/problems/\(code)")
    json.raw(",\"title\":")
    json.text(title)
    json.raw(",\"status\":")
    json.number(status)
    json.raw(",\"instance\":")
    json.text("urn:request:\(requestID)")
    if !fields.isEmpty {
      json.raw(",\"errors\":")
      fields.map { FieldError(problem: $0, language: language) }.write(to: &json)
    }
    json.raw("}")
    return Response(
      status, headers: ["Content-Type": "application/problem+json; charset=utf-8"], body: json.utf8)
  }
}

/// One entry of a problem's `errors`.
private struct FieldError: JSONRecord {
  let problem: FieldProblem
  let language: Language

  static let shape = Shape<FieldError>(
    "FieldError",
    [
      Field("field", "The field.") { $0.problem.field },
      Field("title", "What is wrong with it.") { $0.problem.text[$0.language] },
    ])
}
