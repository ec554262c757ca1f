import Database
import Gateway
import Identity
import Kernel
import TestKit
import Testing
import UseCases
import Web

@Suite struct DoctorTests {
  private static func examine(
    _ location: DatabaseLocation, publicURL: String? = nil, isDeep: Bool = true,
    clock: Clock = .system
  ) -> [String: Diagnosis] {
    let diagnoses = Doctor(
      Composition(), at: location, publicURL: publicURL.flatMap { PublicURL($0) }, isDeep: isDeep,
      clock: clock
    ).examine()
    return Dictionary(uniqueKeysWithValues: diagnoses.map { ($0.check, $0) })
  }

  @Test(arguments: TestKit.Engine.available)
  func aSoundInstanceHasNothingWrong(_ engine: TestKit.Engine) throws {
    let kommune = try TestKit.Kommune(on: engine)

    let found = Self.examine(kommune.location, publicURL: "https://brukerrad.example.no")

    #expect(found.values.filter { $0.state == .wrong }.map(\.text) == [])
    let sound = ["database", "migrations", "role", "isolation", "clock", "events", "links"]
    for check in sound { #expect(found[check]?.state == .ok, "\(check)") }
    #expect(found["files"]?.state == (engine == .sqlite ? .ok : nil))
    #expect(found["mail"]?.state == .notSetUp)
  }

  @Test(.enabled(if: Servers.application != nil), arguments: [(5100, true), (4900, false)])
  func aClockThatIsFiveSecondsOffIsWrong(_ milliseconds: Int, _ isWrong: Bool) throws {
    let kommune = try TestKit.Kommune(on: .postgres)

    for sign in [1, -1] {
      let off = Int64(sign * milliseconds * 1000)
      let clock = Clock { Instant(microseconds: Clock.system.now.microseconds + off) }
      let found = Self.examine(kommune.location, clock: clock)
      #expect(found["clock"]?.state == (isWrong ? .wrong : .ok))
      #expect(found["clock"]?.text.contains(sign == 1 ? "ms" : "-") == true)
    }
  }

  @Test(arguments: [
    (nil, Diagnosis.State.notSetUp), ("https://a.example", .ok), ("http://127.0.0.1:8080", .ok),
    ("http://a.example", .wrong),
  ])
  func linksLeadSomewhereSafe(_ url: String?, _ state: Diagnosis.State) throws {
    let kommune = try TestKit.Kommune(on: .sqlite)

    #expect(Self.examine(kommune.location, publicURL: url)["links"]?.state == state)
  }

  @Test func aDatabaseThatCannotBeReachedIsSaidOnce() {
    let found = Self.examine(.postgres(uri: "postgres://samrad_app@127.0.0.1:1/samrad"))

    #expect(found["database"]?.state == .wrong)
    #expect(found.values.filter { $0.state == .wrong }.count == 1)
    #expect(found["isolation"]?.state == .notChecked)
  }

  @Test func aDatabaseThatIsBehindIsNotAskedForMore() throws {
    let folder = try TemporaryFolder()

    let found = Self.examine(.sqlite(folder: folder.path))

    #expect(found["migrations"]?.state == .wrong)
    #expect(found["migrations"]?.text.contains("samrad migrate") == true)
    #expect(found["isolation"]?.state == .notChecked)
  }

  @Test func anEventLogThatWasTamperedWithIsNamedWhenAsked() throws {
    let kommune = try TestKit.Kommune(on: .sqlite)
    try kommune.run(
      AddPerson.self,
      ["name": "Kari", "email": "kari@eksempel.no", "role": "kommune_administrator"])
    try kommune.sql("DROP TRIGGER events_event_refuse_update")
    try kommune.sql("UPDATE events_event SET facts = 'x' WHERE number = 1")

    let deep = Self.examine(kommune.location)
    let quick = Self.examine(kommune.location, isDeep: false)

    #expect(deep["events"]?.details == ["\(kommune.tenant.slug): broken at event 1."])
    #expect(quick["events"]?.state == .notChecked)
    #expect(quick["isolation"]?.state == .wrong)
    #expect(quick["isolation"]?.details.count == 1)
  }

  @Test func aDamagedFileIsFound() throws {
    let kommune = try TestKit.Kommune(on: .sqlite)
    guard case .sqlite(let folder) = kommune.location else { return }
    let path = "\(folder)/kommune-1.sqlite"
    var bytes = try File.read(path)
    for index in bytes.count / 2..<bytes.count / 2 + 4096 { bytes[index] = 0xA5 }
    try File.write(bytes, to: path)

    #expect(Self.examine(kommune.location)["files"]?.state == .wrong)
  }
}
