import Database
import Kernel
import UseCases
import Web

/// The unit leader's answer to a resolution.
package struct Answer: JSONRecord {
  package let outcome: AnswerOutcome
  package let reasons: String?
  package let weightyReason: WeightyReason?
  /// The name of whoever answered.
  package let answeredBy: String
  package let answeredAt: Instant

  package static let shape = Shape<Answer>(
    "Answer",
    [
      Field("outcome", "Whether the advice is followed.") { $0.outcome },
      Field("reasons", "Why, or null.") { $0.reasons },
      Field("weightyReason", "The kind of weighty reason, or null.") { $0.weightyReason },
      Field("answeredBy", "The name of whoever answered.") { $0.answeredBy },
      Field("answeredAt", "When.") { $0.answeredAt },
    ])
}
