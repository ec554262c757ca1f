import Kernel
import Testing

@testable import Tenancy

/// A rule set that contradicts itself is never kept.
@Suite struct RuleSetFaultTests {
  @Test func theRulesOfRealKommunerHoldTogether() {
    for rules in RuleLibrary.all { #expect(rules.faults == [], "\(rules.code)") }
  }

  private static func groups(
    _ numbers: KeyValuePairs<String, String>, vote: Bool = true
  )
    -> [SeatGroup]
  {
    numbers.compactMap { code, number in
      NumberRule(number).map {
        SeatGroup(code, Text(same: code), .user, $0, votes: vote, by: .users)
      }
    }
  }

  @Test(arguments: [
    (groups(["a": "3"], vote: false), [RuleSetFault.nobodyVotes]),
    ([], [.nobodyVotes]),
    (groups(["a": "0"]), [.nobodyVotes]),
    (groups(["a": "3", "b": "2", "a": "1"]), [.groupStandsTwice(at: 2)]),
    (groups(["a b": "3"]), [.groupHasNoCode(at: 0)]),
    (groups(["a.b": "3"]), [.groupHasNoCode(at: 0)]),
    (groups(["a": "3", "b": "=c"]), [.groupFollowsNoGroup(at: 1, "c")]),
    (
      groups(["a": "=b", "b": "=a"]),
      [.groupsFollowEachOther(at: 0), .groupsFollowEachOther(at: 1)]
    ),
    (groups(["a": "=a"]), [.groupsFollowEachOther(at: 0)]),
    (groups(["a": "=b", "b": "=c", "c": "2"]), []),
  ])
  func groupsThatCannotBe(_ groups: [SeatGroup], _ faults: [RuleSetFault]) {
    #expect(RuleSet("a", Text(same: "a"), groups).faults == faults)
  }

  @Test(
    "A total that no combination of the groups reaches is none",
    arguments: [
      ("2", "3", "5", true), ("2", "3", "4", false), ("2", "3", "3,5", true),
      ("2-6", "1", "2", false), ("2-6", "1", "3", true), ("2,4", "=a", "6", false),
      ("2,4", "=a", "8", true), ("org:3", "0", "4", false), ("org:3", "0", "3", true),
      ("", "1", "40", true),
    ])
  func totals(_ first: String, _ second: String, _ size: String, _ isReached: Bool) throws {
    let size = try #require(NumberRule(size))
    let rules = RuleSet("a", Text(same: "a"), Self.groups(["a": first, "b": second])) {
      $0.size = size
    }
    #expect(rules.faults == (isReached ? [] : [.sizeCannotBeReached(size)]))
  }

  @Test("Those who do not vote are not counted")
  func othersAreNotCounted() throws {
    let rules = RuleSet(
      "a", Text(same: "a"), Self.groups(["a": "3"]) + Self.groups(["b": "2"], vote: false)
    ) { $0.size = .oneOf([5]) }
    #expect(rules.faults == [.sizeCannotBeReached(.oneOf([5]))])
  }

  /// Trondheim's rules for schools with something changed.
  private static func school(_ set: (inout RuleSet) -> Void) -> RuleSet {
    var rules = RuleSet.trondheimSchool
    set(&rules)
    return rules
  }

  private static func quorum(_ number: Int, _ rule: QuorumRule = .number) -> RuleSet {
    school {
      $0.quorum = rule
      $0.quorumNumber = number
    }
  }

  private static func terms(_ number: Int, reelection: Bool) -> RuleSet {
    school {
      $0.mayBeReelected = reelection
      $0.maxTerms = number
    }
  }

  @Test(
    arguments: [
      (school { $0.size = .sameAs("forelder") }, .sizeFollowsAGroup),
      (school { $0.size = .onePerOrganisation(atMost: 5) }, .sizeFollowsAGroup),
      (quorum(0), .quorumHasNoNumber), (quorum(3, .half), .quorumNumberIsNotUsed),
      (quorum(6), .quorumIsTooHigh(most: 5)),
      (
        school {
          $0.term = .rollingHalf
          $0.termYears = 1
        }, .halfNeedsTwoYears
      ),
      (terms(1, reelection: true), .oneTermIsNoReelection),
      (terms(2, reelection: false), .oneTermIsNoReelection),
      (school { $0.candidatesBy = "15. september" }, .candidatesByIsNoDay),
      (school { $0.candidatesBy = "09-31" }, .candidatesByIsNoDay),
      (school { $0.chair = .none }, .chairIsMissing),
      (school { $0.chair = .appointed }, .chairComesFromNowhere),
      (school { $0.chair = .exOfficio }, .chairComesFromNowhere),
      (school { $0.unitTypes = [] }, .mandatoryNowhere),
    ] as [(RuleSet, RuleSetFault)])
  func answersThatContradict(_ rules: RuleSet, _ fault: RuleSetFault) {
    #expect(rules.faults == [fault])
    #expect(fault.text.nb != fault.text.nn)
    #expect(fault.text.en.hasSuffix("."))
  }

  @Test(
    arguments: [
      school { $0.candidatesBy = "02-29" }, school { $0.candidatesBy = "10-01" },
      school {
        $0.chair = .appointed
        $0.chairFrom = "bystyret"
      },
      quorum(5), terms(1, reelection: false), terms(3, reelection: true),
    ])
  func answersThatFit(_ rules: RuleSet) { #expect(rules.faults == []) }

  @Test func aFaultStandsBesideItsField() {
    #expect(
      RuleSetFault.groupStandsTwice(at: 1).problem(at: ["groups.0", "groups.4"]).field
        == "groups.4.code")
    #expect(RuleSetFault.groupFollowsNoGroup(at: 0, "x").problem(at: []).field == "groups.0.number")
    #expect(
      RuleSetFault.userGroupIsNotOnTheList(at: 1).problem(at: ["groups.0", "groups.4"]).field
        == "groups.4.userGroup")
    #expect(RuleSetFault.chairComesFromNowhere.problem(at: []).field == "chairFrom")
  }
}
