import Kernel
import TestKit
import Testing
import Web

@testable import Councils
@testable import Tenancy

/// Rows K2, K5-K11, K13, K17, K20-K22 and K26 of `norway.md` § 3.1: health and care.
@Suite struct HealthRulesTests {
  @Test("K2: up to eleven organisations, and no single unit", arguments: Engine.available)
  func mentalHealth(_ engine: Engine) throws {
    let kommune = try RealKommune(engine, .mentalHealthCouncil)
    let code = "trondheim-psykisk-helse-rus"
    #expect(try kommune.faults(code, ["organisasjon": 12]).count == 1)
    let council = try kommune.constitute(code, ["organisasjon": 11])
    #expect(council.unit.type == .serviceArea)
    #expect(council.rules.groups.first?.number == .onePerOrganisation(atMost: 11))
  }

  @Test(
    "K5: the section leader chairs, and local councils send their own", arguments: Engine.available)
  func bærum(_ engine: Engine) throws {
    let council = try RealKommune(engine, .baerumCentral).constitute(
      "baerum-sentralt", ["organisasjon": 3, "utsending": 2, "ansatt": 2])
    #expect(council.seats.allSatisfy { !$0.isLeader })
    #expect(council.rules.chair == .unitLeader)
    #expect(council.rules.annualEvents.all == [.themeEvening, .evaluation])
    #expect(council.rules.hasPlainMinutes)
  }

  @Test(
    "K5: where the section leader chairs, no member is marked as leader",
    arguments: Engine.available)
  func nobodyElseLeads(_ engine: Engine) throws {
    let seats = [SchoolCouncil.seat("organisasjon", 0, isLeader: true)]
    var input = Input(["seats": .list(seats.map(Value.object))])
    let proposals = input.list("seats") { SeatProposal(&$0) }.compactMap(\.self)
    let faults = Composition(proposals.map(\.placed), under: .baerumCentral).faults
    #expect(faults.contains(.unitLeaderLeads(at: "seats.0")))
  }

  @Test(
    "K6: five with personal deputies for kommunestyret's own period", arguments: Engine.available)
  func bodoNursingHome(_ engine: Engine) throws {
    let kommune = try RealKommune(engine, .bodoNursingHome)
    let council = try kommune.constitute(
      "bodo-sykehjem", ["politiker": 2, "ansatt": 1, "beboer": 2])
    #expect(council.seats.allSatisfy { $0.votes && $0.deputy != nil })
    #expect(council.seats.allSatisfy { $0.termEnd == day(2027, 10, 31) })
    #expect(council.rules.chairFrom == "bystyret")
    #expect(
      try kommune.faults("bodo-sykehjem", ["politiker": 1, "ansatt": 1, "beboer": 2]).count == 2)
  }

  @Test("K7: one from each organisation, two from Samarbeidsrådet", arguments: Engine.available)
  func bodoServiceArea(_ engine: Engine) throws {
    let council = try RealKommune(engine, .bodoServiceArea).constitute(
      "bodo-tjenesteomrade", ["organisasjon": 4, "samarbeidsråd": 2, "ansatt": 2])
    #expect(council.rules.groups[1].electors.nb == "Samarbeidsrådet")
  }

  @Test("K8: three users; the avdelingsleder chairs and is secretary", arguments: Engine.available)
  func hadsel(_ engine: Engine) throws {
    let council = try RealKommune(engine, .hadsel).constitute(
      "hadsel-brukerutvalg", ["bruker": 3])
    #expect(council.rules.deputies == .shared)
    #expect(council.rules.chair == .unitLeader && council.rules.secretary == .unitLeader)
    #expect(council.rules.isPaid)
  }

  @Test("K9: two meetings a year, and minutes that are public at once", arguments: Engine.available)
  func molde(_ engine: Engine) throws {
    let council = try RealKommune(engine, .molde).constitute(
      "molde-brukerutvalg", ["bruker": 4, "organisasjon": 2, "ansatt": 1])
    #expect(council.rules.meetingsPerYear == 2)
    #expect(council.rules.publication == .automatic)
  }

  @Test(
    "K10: a politician leads; no complaints; deputies change places", arguments: Engine.available)
  func ålesund(_ engine: Engine) throws {
    let council = try RealKommune(engine, .alesund).constitute(
      "alesund-brukarutval", ["politiker": 1, "bruker": 4, "pårørende": 2])
    #expect(council.seats.first { $0.isLeader }?.group == "politiker")
    #expect(council.rules.deputies == .alternating)
    #expect(!council.rules.treatsComplaints)
  }

  @Test("K11: Beiarn's council shares out gifts", arguments: Engine.available)
  func beiarn(_ engine: Engine) throws {
    let council = try RealKommune(engine, .beiarn).constitute(
      "beiarn-brukerrad", ["bruker": 3, "politiker": 1, "ansatt": 1])
    #expect(council.rules.power == .allocatesFunds)
    #expect(council.rules.term == .electionPeriod)
  }

  @Test("K13: from three to five, and reasons always", arguments: Engine.available)
  func borgen(_ engine: Engine) throws {
    let kommune = try RealKommune(engine, .borgen)
    #expect(try kommune.faults("asker-innbyggertorg", ["bruker": 2]).count == 2)
    let council = try kommune.constitute("asker-innbyggertorg", ["bruker": 4])
    #expect(council.rules.reasons == .always)
  }

  @Test(
    "K17: half of the council is up for election each time, four years at most",
    arguments: Engine.available)
  func seniorCentre(_ engine: Engine) throws {
    let council = try RealKommune(engine, .seniorCentre).constitute(
      "oslo-seniorsenter", ["bruker": 6])
    #expect(council.rules.term == .rollingHalf)
    #expect(council.rules.maxTerms * council.rules.termYears == 4)
    #expect(council.rules.groups.first?.chosenBy == .nominationCommittee)
  }

  @Test(
    "K20: two sit there by their office, and the verneombud without a vote",
    arguments: Engine.available)
  func porsanger(_ engine: Engine) throws {
    let council = try RealKommune(engine, .porsanger).constitute(
      "porsanger-brukerutvalg", ["rådsleder": 2, "bruker": 1, "pårørende": 2, "verneombud": 1])
    #expect(council.rules.groups.first?.chosenBy == .exOfficio)
    #expect(council.seats.filter { !$0.votes }.map(\.group) == ["verneombud"])
  }

  @Test("K21: a reglement of kommunestyret's own", arguments: Engine.available)
  func hamar(_ engine: Engine) throws {
    let council = try RealKommune(engine, .hamar).constitute(
      "hamar-brukerrad", ["bruker": 3, "organisasjon": 2])
    #expect(council.rules.legalReference == "reglement vedtatt av kommunestyret")
  }

  @Test("K22: paid, and hearings are sent to it", arguments: Engine.available)
  func rakkestad(_ engine: Engine) throws {
    let council = try RealKommune(engine, .rakkestad).constitute(
      "rakkestad-brukerrad", ["bruker": 2, "pårørende": 1, "ansatt": 1])
    #expect(council.rules.isPaid && council.rules.isHearingBody)
  }

  @Test("K26: one short rule for all units", arguments: Engine.available)
  func øvreEiker(_ engine: Engine) throws {
    let council = try RealKommune(engine, .ovreEiker).constitute(
      "ovre-eiker-rad", ["bruker": 5])
    #expect(council.rules.unitTypes == UnitType.services)
    #expect(council.rules.annualEvents.contains(.report))
  }
}
