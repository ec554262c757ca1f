import TestKit
import Testing
import UseCases
import Web

@testable import Meetings

@Suite struct AddAgendaItemTests {
  @Test("R112: any participant may take up any theme", arguments: Engine.available)
  func adds(_ engine: Engine) throws {
    let year = try CouncilYear(on: engine)
    let proposers = year.everybody + [year.deputy, year.secretary]
    for (index, actor) in proposers.enumerated() {
      #expect(try year.addItem("Sak \(index)", as: actor).position == index + 1)
    }
    #expect(year.meeting.version == 1 + proposers.count)
  }

  @Test("R074: the author says that it concerns no single person", arguments: Engine.available)
  func refusesMattersOfSinglePersons(_ engine: Engine) throws {
    let year = try CouncilYear(on: engine)
    try year.kommune.expect(AddAgendaItem.Refusal.itemMayConcernASinglePerson) {
      try year.kommune.run(
        AddAgendaItem.self, as: year.leader,
        ["meeting": year.at, "title": "En sak", "kind": "discussion"])
    }
  }

  @Test("Approvals of another agenda are cleared", arguments: Engine.available)
  func clearsApprovals(_ engine: Engine) throws {
    let year = try CouncilYear(on: engine)
    try year.addItem()
    try year.kommune.run(
      ApproveAgenda.self, as: year.leader, ["meeting": year.at, "version": year.version])
    try year.addItem("Sykkelveien")
    let left: Int? = try year.kommune.value("SELECT count(*) FROM meetings_agenda_approval")
    #expect(left == 0)
  }

  @Test(arguments: Engine.available)
  func refusesStrangersAndSetAgendas(_ engine: Engine) throws {
    let year = try CouncilYear(on: engine)
    try year.kommune.expect(AccessRefusal.youMayNotDoThis) {
      try year.addItem(as: year.stranger)
    }
    try year.addItem()
    try year.approveAgenda()
    try year.kommune.expect(AddAgendaItem.Refusal.agendaIsSet) { try year.addItem("For sent") }
  }
}
