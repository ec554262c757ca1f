import Gateway
import Testing
import UseCases
import Web

@Suite struct RouteTests {
  private static let routes = Composition().routes

  @Test func namesAreUniquePerDoor() {
    let names = Self.routes.map { "\($0.door.rawValue) \($0.method.rawValue) \($0.name)" }
    #expect(repeated(names) == [])
    let paths = Self.routes.map { "\($0.door.rawValue) \($0.method.rawValue) \($0.path.pattern)" }
    #expect(repeated(paths) == [])
  }

  @Test func filesExist() {
    #expect(Self.routes.filter { !Repository.has($0.file) }.map { "\($0.name): \($0.file)" } == [])
  }

  @Test func filesHoldTheUseCase() {
    let strangers = Self.routes.filter { route in
      let file = route.file.split(separator: "/").last ?? ""
      return file.lowercased() != "\(route.name).swift".lowercased()
    }
    #expect(strangers.map { "\($0.name): \($0.file)" } == [])
  }

  @Test func everyFormStandsOnAPage() {
    let pages = Set(Self.routes.filter { $0.door == .page && $0.method == .get }.map(\.path))
    let forms = Self.routes.filter { $0.door == .page && !$0.method.isSafe }
    #expect(forms.filter { $0.form.map(pages.contains) != true }.map(\.name) == [])
  }

  /// A refused form is shown again by reading its page, which then may not write.
  @Test func noFormStandsOnAPageWhoseReadingIsAnEvent() {
    let watched = Self.routes.filter {
      $0.door == .page && $0.method == .get && $0.writes && !$0.changes
    }
    #expect(
      watched.map(\.path.pattern) == [
        "/hendelser", "/hendelser/fil", "/rad/representanter", "/rad/representanter/fil",
      ])
    #expect(Self.routes.filter { route in watched.contains { $0.path == route.form } }.isEmpty)
  }

  @Test func everyPathParameterIsRead() {
    let forgotten = Self.routes.flatMap { route in
      let read = Set(route.input.map(\.name) + (route.form?.parameters ?? []))
      return route.path.parameters.filter { !read.contains($0) }.map { "\(route.name): \($0)" }
    }
    #expect(forgotten == [])
  }

  @Test func everyRouteMayBeUsedBySomebody() {
    #expect(Self.routes.filter { $0.permission.roles.isEmpty }.map(\.name) == [])
  }

  /// A browser that comes back from another site has no form of ours to send.
  @Test func safeRoutesChangeNothingUnlessOnesWayLedElsewhere() {
    let changing = Self.routes.filter { $0.method.isSafe && $0.changes }
    #expect(changing.filter { !$0.comesFromElsewhere }.map(\.name) == [])
    #expect(Set(changing.map(\.permission)).isSubset(of: [.signIn]))
  }

  /// A GET puts what was written into addresses and histories, so a draft or somebody's e-mail address
  /// is sent with POST, as are records that no address has room for; and what leads out of the house
  /// needs a form that stands in it.
  @Test func whatChangesNothingIsReadUnlessAnAddressMayNotHoldIt() {
    let others = Self.routes.filter { !$0.method.isSafe && !$0.changes && !$0.isPassage }
    let short = others.filter { route in
      !route.input.contains { field in
        if case .list = field.kind { return true }
        return field.kind == .text(max: 4000) || field.name == "email"
      }
    }
    #expect(short.map(\.name) == [])
  }

  @Test func inputsAndSummariesDescribeThemselves() {
    for route in Self.routes {
      #expect(repeated(route.input.map(\.name)) == [], "\(route.name)")
      #expect(!route.input.contains { $0.name.isEmpty }, "\(route.name)")
      #expect(route.summary.hasSuffix("."), "\(route.name)")
    }
  }

  private func repeated(_ names: [String]) -> [String] {
    Dictionary(grouping: names) { $0 }.filter { $0.value.count > 1 }.keys.sorted()
  }
}
