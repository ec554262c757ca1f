/// Why a use case refuses, named as a sentence: `.meetingHasNotEnded`.
///
/// Each use case has its own closed enum of refusals in its own file, so the words a person saw lead
/// back to the rule. Nothing has changed when a refusal is thrown.
package protocol Refusal: Error, Sendable {
  /// What kind of refusal it is; decides the HTTP status.
  var kind: RefusalKind { get }
  /// What happened and what to do, short and plain.
  var text: Text { get }
  /// A stable name for machines: the case in kebab-case unless the type says otherwise.
  var code: String { get }
  /// What is wrong by field, when the refusal is about what somebody filled in.
  var fields: [FieldProblem] { get }
  /// After how many seconds another try may go better; nil when waiting does not help.
  var retryAfter: Int? { get }
}

/// The kinds of refusal, each with its HTTP status.
package enum RefusalKind: Int, Sendable {
  /// The request cannot be read.
  case malformed = 400
  /// Nobody is signed in.
  case notSignedIn = 401
  /// Somebody is signed in who may not do this.
  case forbidden = 403
  /// There is no such record here.
  case notFound = 404
  /// There is something here, to be asked in another way.
  case methodNotAllowed = 405
  /// The record is not in a state that allows it.
  case conflict = 409
  /// The record has changed since it was read.
  case stale = 412
  /// More was sent than is taken.
  case tooLarge = 413
  /// The request was sent to a host that is not served here.
  case misdirected = 421
  /// What was filled in breaks a rule.
  case invalid = 422
  /// The version that was read must be named.
  case versionMissing = 428
  /// Too many tries.
  case tooMany = 429
  /// The service is too busy, or something it needs does not answer.
  case unavailable = 503
}

/// What is wrong with one field of a form or a JSON body.
package struct FieldProblem: Sendable, Hashable {
  package let field: String
  package let text: Text

  /// A problem with the field of that name.
  package init(_ field: String, _ text: Text) {
    self.field = field
    self.text = text
  }
}

extension Refusal {
  package var fields: [FieldProblem] { [] }
  package var retryAfter: Int? { nil }

  package var code: String {
    let name = Array("\(self)".prefix { $0 != "(" })
    var code = ""
    for (index, character) in name.enumerated() {
      let follows = index > 0 && name[index - 1].isLowercase
      let leads = index > 0 && index + 1 < name.count && name[index + 1].isLowercase
      if character.isUppercase && (follows || leads) { code += "-" }
      code += character.lowercased()
    }
    return code
  }
}
