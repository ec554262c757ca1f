import Testing

@testable import Meetings

@Suite struct QuorumTests {
  @Test(
    "R133: half of the seats that vote",
    arguments: [(5, 2, false), (5, 3, true), (3, 1, false), (3, 2, true), (4, 2, true)])
  func half(_ seats: Int, _ present: Int, _ isMet: Bool) {
    #expect(Quorum(rule: .half, seats: seats).isMet(by: present) == isMet)
  }

  @Test("A vote without voters is none, whatever the rule")
  func nobody() {
    #expect(!Quorum(rule: .none, seats: 5).isMet(by: 0))
    #expect(Quorum(rule: .none, seats: 5).isMet(by: 1))
    #expect(!Quorum(rule: .half, seats: 0).isMet(by: 0))
  }
}

@Suite struct TallyTests {
  @Test("R133: a tie is not adopted, and blank votes count for nobody")
  func adopts() {
    #expect(Tally([.yes, .yes, .no]).isAdopted)
    #expect(Tally([.yes, .blank, .blank]).isAdopted)
    #expect(!Tally([.yes, .no]).isAdopted)
    #expect(Tally([.yes, .no, .blank]).isTie)
    #expect(!Tally([.no, .no, .yes]).isAdopted)
    #expect(!Tally([]).isAdopted)
    #expect(Tally([]).isEmpty)
  }

  @Test func counts() {
    #expect(Tally([.yes, .no, .blank, .yes]) == Tally(yes: 2, no: 1, blank: 1))
  }
}

@Suite struct StateTests {
  @Test func meetingsOnlyGoForward() {
    var path: [MeetingStatus] = []
    var status: MeetingStatus? = .planned
    while let current = status {
      path.append(current)
      status = current.next
    }
    #expect(path == [.planned, .agendaApproved, .open, .ended])
    #expect(MeetingStatus.allCases.filter(\.isPublic) == [.agendaApproved, .open, .ended])
  }

  @Test func resolutionsWaitUntilTheyAreAnswered() {
    #expect(ResolutionState.of(nil, isOverdue: false) == .waiting)
    #expect(ResolutionState.of(nil, isOverdue: true) == .overdue)
    #expect(ResolutionState.of(.partlyFollowed, isOverdue: true) == .partlyFollowed)
    #expect(AnswerOutcome.allCases.filter(\.demandsReasons) == [.partlyFollowed, .notFollowed])
    #expect(AnswerOutcome.allCases.filter(\.demandsWeightyReason) == [.notFollowed])
  }

  @Test("R099: a meeting without the unit leader or staff is flagged")
  func flagsWhoIsMissing() {
    #expect(AttendanceWarning.all(for: [.unitLeader, .staffParticipant]).isEmpty)
    #expect(AttendanceWarning.all(for: [.userRepresentative]) == AttendanceWarning.allCases)
  }
}
