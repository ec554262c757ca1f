/// Something about a running database that weakens the isolation between kommuner.
package struct Finding: Sendable, Hashable {
  /// A stable name for programs, such as `row-security-is-off`.
  package let code: String
  /// What it is about, such as `samrad.tenancy_unit`.
  package let object: String
  /// What is wrong with it and what to do.
  package let text: String
}
