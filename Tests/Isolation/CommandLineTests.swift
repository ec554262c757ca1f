import Glibc
import TestKit
import Testing

/// Every command of the program, run for A: what it prints holds nothing of B, and nothing of B
/// changes.
///
/// The commands come from the program's own help, so a new one, such as an export or a job, fails
/// here until it is said below how to run it.
@Suite struct CommandLineTests {
  /// How each command is run for A; nil for one that is not about a kommune's data.
  private static func words(for command: String, _ two: TwoKommuner) -> [String]?? {
    let a = two.a
    let unit = a.contents.ids("tenancy_unit", "id").first ?? ""
    switch command {
    case "tenant show", "user list", "token list", "tenant suspend", "tenant resume",
      "tenant verify":
      return [a.tenant.slug, "--json"]
    case "login list": return [a.tenant.slug, "--json"]
    case "login add":
      return [
        a.tenant.slug, "--profile", "idporten", "--client-id", "ny", "--client-secret-file",
        try? Self.secret(bytes: 20), "--secret-file", try? Self.secret(bytes: 32), "--json",
      ].compactMap { $0 }
    case "login remove":
      return [a.tenant.slug, "--name", IssuerOfKommune(a.mark).login, "--json"]
    case "tenant set": return [a.tenant.slug, "--organisation-number", "974760673", "--json"]
    case "user add":
      return [
        a.tenant.slug, "--name", "Ny", "--email", two.b.cast.email, "--role", "unit_leader",
        "--unit", unit, "--json",
      ]
    case "tenant rename": return [a.tenant.slug, "--no-host", "--json"]
    case "tenant erase": return [a.tenant.slug, "--confirm", a.tenant.slug, "--json"]
    case "user disable", "user reset": return [a.tenant.slug, "--email", a.cast.email, "--json"]
    case "token create":
      return [a.tenant.slug, "--name", "Ny", "--role", "secretary", "--json"]
    case "token revoke":
      return [a.tenant.slug, "--name", "\(a.mark.text) program secretary", "--json"]
    case "unit import", "council import": return [a.tenant.slug, "--file", "/dev/null", "--json"]
    case "demo", "doctor", "serve", "migrate", "tenant add", "tenant list", "routes", "openapi",
      "version":
      return .some(nil)
    default: return nil
    }
  }

  @Test(arguments: Engine.available)
  func noCommandTellsOrChangesAnythingOfTheOtherKommune(_ engine: Engine) throws {
    let two = try TwoKommuner(on: engine)
    let before = try two.b.kommune.fingerprint()
    var finder = Finder(for: two.b)
    var runs = 0
    // After it there is no A any more.
    let last = "tenant erase"
    for command in try commands().filter({ $0 != last }) + [last] {
      guard let known = Self.words(for: command, two) else {
        Issue.record(
          """
          «samrad \(command)» is not swept: say in CommandLineTests.swift how to run it for one \
          kommune, or that it is not about a kommune's data.
          """)
        continue
      }
      guard let words = known else { continue }
      let own = try run(command, words, two)
      // What was typed comes back; an address of B's is a stranger's here.
      let text = String(decoding: own.output, as: UTF8.self)
        .replacing(two.b.cast.email, with: "")
      #expect(finder.find(in: Array(text.utf8) + [0]) == nil, "samrad \(command)")
      runs += 1
    }
    #expect(try two.b.kommune.fingerprint() == before)
    #expect(runs > 0)
    print("command line on \(engine): \(runs) commands run for one kommune")
  }

  @Test(arguments: Engine.available)
  func anIDOfTheOtherKommuneIsUnknownToCommandsToo(_ engine: Engine) throws {
    let two = try TwoKommuner(on: engine)
    let unit = try #require(two.b.contents.ids("tenancy_unit", "id").first)
    func add(_ unit: String) throws -> (Int32, [UInt8]) {
      let words = [
        two.a.tenant.slug, "--name", "Ny", "--email", "ny@eksempel.no", "--role", "unit_leader",
        "--unit", unit,
      ]
      let run = try run("user add", words, two)
      return (
        run.code, Array(String(decoding: run.output, as: UTF8.self).replacing(unit, with: "").utf8)
      )
    }
    let found = try add(unit)
    let unknown = try add(two.b.mark.twin(of: unit))
    #expect(found.0 == 1)
    #expect(found == unknown)
  }

  private static let folder = try? TemporaryFolder()

  /// A file that only we may read.
  private static func secret(bytes count: Int) throws -> String {
    let path = try #require(folder).path + "/secret-\(count)"
    try File.write(Array(repeating: UInt8(ascii: "s"), count: count), to: path)
    chmod(path, 0o600)
    return path
  }

  /// What the help lists, without the names of what must follow.
  private func commands() throws -> [String] {
    let help = try run("--help", [], nil).output
    return String(decoding: help, as: UTF8.self).split(separator: "\n").compactMap { line in
      guard line.hasPrefix("  samrad ") else { return nil }
      let words = line.split(separator: " ").dropFirst().prefix { word in
        word.utf8.allSatisfy { (97...122).contains($0) }
      }
      // Two spaces end the command and begin what it does.
      let width = line.dropFirst(9).firstRange(of: "  ")?.lowerBound ?? line.endIndex
      let command = line[..<width].split(separator: " ").dropFirst()
      return words.prefix(command.filter { $0.utf8.allSatisfy { (97...122).contains($0) } }.count)
        .joined(separator: " ")
    }
  }

  /// Runs the program that was built beside these tests.
  private func run(
    _ command: String, _ words: [String], _ two: TwoKommuner?
  ) throws -> (code: Int32, output: [UInt8]) {
    let folder = try TemporaryFolder()
    var arguments = [try binary()] + command.split(separator: " ").map(String.init) + words
    if let two { arguments += ["--database", try address(of: two)] }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    let path = "\(folder.path)/output"
    posix_spawn_file_actions_addopen(&actions, 1, path, O_CREAT | O_WRONLY | O_APPEND, 0o600)
    posix_spawn_file_actions_adddup2(&actions, 1, 2)
    var list: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
    defer { for argument in list { free(argument) } }
    var process: pid_t = 0
    try #require(posix_spawn(&process, arguments[0], &actions, nil, &list, environ) == 0)
    var status: Int32 = 0
    waitpid(process, &status, 0)
    return (status >> 8 & 0xFF, try File.read(path))
  }

  /// Commands that add or change a kommune run as the owner.
  private func address(of two: TwoKommuner) throws -> String {
    let location = two.database?.owner ?? two.location
    return switch location {
    case .sqlite(let folder): "sqlite:\(folder)"
    case .postgres(let uri): uri
    }
  }

  private func binary() throws -> String {
    var buffer = [CChar](repeating: 0, count: 4096)
    let count = readlink("/proc/self/exe", &buffer, buffer.count)
    try #require(count > 0)
    let own = String(decoding: buffer[..<count].map(UInt8.init(bitPattern:)), as: UTF8.self)
    return own.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(
      separator: "/")
      + "/samrad"
  }
}
