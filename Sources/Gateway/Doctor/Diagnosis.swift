import Web

/// What one check of the doctor found.
package struct Diagnosis: Sendable, Hashable {
  /// How it stands.
  package enum State: String, Sendable {
    case ok
    case wrong
    /// Nothing has been configured, which is allowed.
    case notSetUp = "not-set-up"
    /// It could not be asked, because something before it is wrong.
    case notChecked = "not-checked"
  }

  /// What was checked, such as `clock`.
  package let check: String
  package let state: State
  /// How it is, or what is wrong and what to do.
  package let text: String
  /// One sentence for each thing that is wrong, where there are several.
  package let details: [String]

  init(_ check: String, _ state: State, _ text: String, details: [String] = []) {
    self.check = check
    self.state = state
    self.text = text
    self.details = details
  }
}

extension Diagnosis: JSONRecord {
  package static let shape = Shape<Diagnosis>(
    "Diagnosis",
    [
      Field("check", "What was checked.") { $0.check },
      Field("state", "ok, wrong, not-set-up or not-checked.") { $0.state.rawValue },
      Field("text", "How it is, or what is wrong and what to do.") { $0.text },
      Field("details", "One sentence for each thing that is wrong.") { $0.details },
    ])
}
