/// Something the program does by itself, in every kommune that is served, now and then.
///
/// Any server may do it, and two at once, so it does nothing twice that was done already.
package struct Job: Sendable {
  /// What it is called in the log.
  package let name: String
  private let body: @Sendable (borrowing Work) throws -> Void

  /// A job with what it does in one kommune, in a transaction of that kommune alone.
  package init(_ name: String, _ body: @escaping @Sendable (borrowing Work) throws -> Void) {
    self.name = name
    self.body = body
  }

  /// Does it.
  ///
  /// - Throws: what keeps it from being done; the transaction is then undone.
  package func perform(in work: borrowing Work) throws { try body(work) }
}
