@testable import Councils
import Kernel
import TestKit
import Testing
import UseCases
import Web

@testable import Meetings

@Suite struct PlacesTests {
  private let ids = IDSource(random: SeededGenerator(seed: 7))

  @Test("R093: a deputy takes the seat and the vote of a member who is away")
  func deputyTakesTheSeat() throws {
    let (member, deputy) = (person(), person())
    let seat = seat(of: member, deputy: deputy)
    let places = try Places(seats: [seat], unitLeaders: []).taken(by: [deputy])
    #expect(places.map(\.capacity) == [.personalDeputy])
    #expect(places.first?.seat == seat.id)
    #expect(places.first?.mayVote == true)
  }

  @Test("R133: a member and their own deputy never both meet")
  func memberOrDeputy() {
    let (member, deputy) = (person(), person())
    let places = Places(seats: [seat(of: member, deputy: deputy)], unitLeaders: [])
    #expect(throws: RecordAttendance.Refusal.memberAndDeputyCannotBothMeet) {
      try places.taken(by: [member, deputy])
    }
  }

  @Test("R101: the unit leader and the staff have no vote")
  func onlyUserRepresentativesVote() throws {
    let (leader, staff) = (person(), person())
    let places = try Places(seats: [seat(of: staff, votes: false)], unitLeaders: [leader])
      .taken(by: [leader, staff])
    #expect(Set(places.map(\.capacity)) == [.unitLeader, .staffParticipant])
    #expect(places.allSatisfy { !$0.mayVote })
  }

  @Test func strangersHaveNoPlace() {
    let places = Places(seats: [seat(of: person())], unitLeaders: [])
    #expect(throws: RecordAttendance.Refusal.personHasNoSeatHere) {
      try places.taken(by: [person()])
    }
  }

  private func person() -> ID<Person> { ids.next(at: Instant(microseconds: 0)) }

  private func seat(of person: ID<Person>, deputy: ID<Person>? = nil, votes: Bool = true) -> Seat {
    Seat(
      id: ids.next(at: Instant(microseconds: 0)), group: "forelder", votes: votes, isLeader: false,
      person: person, name: "Kari", deputy: deputy, deputyName: nil,
      termStart: day(2026, 8, 1), termEnd: day(2028, 7, 31), isViceLeader: false,
      organisationName: nil, staffField: nil)
  }
}
