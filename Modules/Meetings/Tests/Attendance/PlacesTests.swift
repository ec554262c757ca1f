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
    let places = try Places(seats: [seat], deputies: [], unitLeaders: []).taken(by: [deputy])
    #expect(places.map(\.capacity) == [.personalDeputy])
    #expect(places.first?.seat == seat.id)
    #expect(places.first?.mayVote == true)
  }

  @Test("R133: a member and their own deputy never both meet")
  func memberOrDeputy() {
    let (member, deputy) = (person(), person())
    let places = Places(seats: [seat(of: member, deputy: deputy)], deputies: [], unitLeaders: [])
    #expect(throws: RecordAttendance.Refusal.memberAndDeputyCannotBothMeet) {
      try places.taken(by: [member, deputy])
    }
  }

  @Test("R101: the unit leader and the staff have no vote")
  func onlyUserRepresentativesVote() throws {
    let (leader, staff) = (person(), person())
    let places = try Places(
      seats: [seat(of: staff, votes: false)], deputies: [], unitLeaders: [leader]
    )
    .taken(by: [leader, staff])
    #expect(Set(places.map(\.capacity)) == [.unitLeader, .staffParticipant])
    #expect(places.allSatisfy { !$0.mayVote })
  }

  @Test func strangersHaveNoPlace() {
    let places = Places(seats: [seat(of: person())], deputies: [], unitLeaders: [])
    #expect(throws: RecordAttendance.Refusal.personHasNoSeatHere) {
      try places.taken(by: [person()])
    }
  }

  @Test("K25: deputies in common take the seats of those who are away, in their order")
  func commonDeputiesTakeFreeSeats() throws {
    let (first, second) = (person(), person())
    let seats = [seat(of: person()), seat(of: person()), seat(of: person(), votes: false)]
    let places = Places(
      seats: seats, deputies: [deputy(first, 1), deputy(second, 2)], unitLeaders: [])
    let taken = try places.taken(by: [seats[0].person, second])
    #expect(taken.first { $0.person == second }?.seat == seats[1].id)
    #expect(taken.allSatisfy(\.mayVote) && taken.last?.capacity == .deputy)
    #expect(throws: RecordAttendance.Refusal.nobodyIsAway) {
      try places.taken(by: [seats[0].person, first, second])
    }
    let others = Places(seats: seats, deputies: [deputy(first, 1, "elev")], unitLeaders: [])
    #expect(throws: RecordAttendance.Refusal.nobodyIsAway) { try others.taken(by: [first]) }
  }

  private func deputy(
    _ person: ID<Person>, _ number: Int, _ group: String? = nil
  ) -> CouncilDeputy {
    CouncilDeputy(
      id: ids.next(at: Instant(microseconds: 0)), group: group, number: number, person: person,
      name: "Vara", termStart: day(2026, 8, 1), termEnd: day(2028, 7, 31))
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
