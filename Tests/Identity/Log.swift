import Identity
import Kernel
import TestKit
import UseCases
import Web

/// A kommune in which something has happened, and an auditor who reads of it.
struct Log {
  let kommune: Kommune
  let auditor: Actor
  let secretary: Actor

  init(on engine: Engine) throws {
    kommune = try Kommune(on: engine)
    auditor = try kommune.addPerson("Rune Revisor", "rune@eksempel.no", .auditor)
    secretary = try kommune.addPerson("Siv Skriver", "siv@eksempel.no", .secretary)
  }

  /// Something that Siv does.
  func write(_ event: String = "prøve-skrevet") throws {
    try kommune.work(as: secretary) { work in
      try work.record(event, work.newID() as ID<Never>, ["version": "1"])
    }
  }

  func read(_ values: [String: Value] = [:], as actor: Actor? = nil) throws -> ListPage<EventRecord>
  {
    try kommune.run(ListEvents.self, as: actor ?? auditor, values).page
  }

  func codes(_ values: [String: Value] = [:]) throws -> [String] {
    try read(values).data.map(\.event)
  }

  /// A client of somebody who signed in with a token of a role.
  func client(_ role: Role, named name: String = "Program") throws -> TestClient {
    let client = TestClient(kommune)
    client.token = try kommune.run(
      CreateToken.self, ["name": .text(name), "role": .text(role.rawValue)]
    ).secret
    return client
  }
}
