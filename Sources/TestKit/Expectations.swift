import Kernel
import Testing

extension Kommune {
  /// Expects that something is refused for that reason, and that nothing at all has changed.
  package func expect<Reason: Refusal & Equatable>(
    _ reason: Reason, sourceLocation: SourceLocation = #_sourceLocation, _ body: () throws -> Void
  ) throws {
    try expectRefusal(sourceLocation: sourceLocation, body) { refusal in
      #expect(refusal as? Reason == reason, sourceLocation: sourceLocation)
    }
  }

  /// Expects a refusal with a code, such as `meeting-has-not-ended`, and that nothing has changed.
  package func expect(
    code: String, sourceLocation: SourceLocation = #_sourceLocation, _ body: () throws -> Void
  ) throws {
    try expectRefusal(sourceLocation: sourceLocation, body) { refusal in
      #expect(refusal.code == code, sourceLocation: sourceLocation)
    }
  }

  /// Expects a refusal that passes a check, and that nothing has changed.
  package func expectRefusal(
    sourceLocation: SourceLocation = #_sourceLocation, _ body: () throws -> Void,
    check: (any Refusal) -> Void
  ) throws {
    let before = try fingerprint()
    do {
      try body()
      Issue.record("nothing was refused", sourceLocation: sourceLocation)
    } catch let refusal as any Refusal {
      check(refusal)
      for text in [refusal.text.nb, refusal.text.nn, refusal.text.en] {
        #expect(!text.isEmpty, sourceLocation: sourceLocation)
      }
    }
    #expect(try fingerprint() == before, "something changed", sourceLocation: sourceLocation)
  }
}
