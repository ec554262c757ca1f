/// What only a person can do, in their own name: plan, lead, approve, vote, count, write, answer.
package enum OwnAct {
  /// The person who asks.
  ///
  /// - Throws: `AccessRefusal.youMayNotDoThis` when a program or the host's operator asks.
  package static func person(in work: borrowing Work) throws -> Member {
    guard let member = work.actor.member else {
      throw work.actor.isSignedIn ? AccessRefusal.youMayNotDoThis : AccessRefusal.youMustSignIn
    }
    return member
  }
}
