import Crypto
import Glibc
import TestKit
import Testing

@Suite struct InstanceKeyTests {
  private let key: InstanceKey
  private let label = InstanceKey.Label("login", kommune: 1, record: "idporten")
  private let content = Array("en hemmelighet".utf8)

  init() throws { key = try Self.key(of: 7) }

  private static func key(of byte: UInt8) throws -> InstanceKey {
    try #require(InstanceKey([UInt8](repeating: byte, count: 32)))
  }

  @Test func whatIsSealedOpensAgainAndReadsOtherwiseEachTime() {
    let sealed = key.seal(content, label)

    #expect(key.open(sealed, label) == content)
    #expect(key.open(key.seal([], label), label) == [])
    #expect(key.seal(content, label) != sealed)
    #expect(!sealed.contains("hemmelighet"))
  }

  @Test func itOpensForNoOtherKommunePurposeOrRecord() {
    let sealed = key.seal(content, label)

    #expect(key.open(sealed, .init("login", kommune: 2, record: "idporten")) == nil)
    #expect(key.open(sealed, .init("code", kommune: 1, record: "idporten")) == nil)
    #expect(key.open(sealed, .init("login", kommune: 1, record: "feide")) == nil)
  }

  @Test func itOpensWithNoOtherKey() throws {
    let other = try Self.key(of: 8)

    #expect(other.open(key.seal(content, label), label) == nil)
  }

  @Test func oneChangedLetterAnywhereKeepsItShut() {
    let sealed = Array(key.seal(content, label))

    for place in sealed.indices {
      var changed = sealed
      changed[place] = changed[place] == "A" ? "B" : "A"
      #expect(key.open(String(changed), label) == nil, "letter \(place)")
      #expect(key.open(String(sealed.prefix(place)), label) == nil, "the first \(place) letters")
    }
  }

  @Test func aKeyHasThirtyTwoBytesAndIsForNobodyElseToRead() throws {
    let folder = try TemporaryFolder()
    #expect(throws: KeyFile.Problem.cannotBeRead) { try KeyFile.read(folder.path + "/none") }
    #expect(throws: KeyFile.Problem.cannotBeRead) { try KeyFile.read(folder.path) }
    for count in [0, 31, 33] {
      let path = try file(of: count, 0o600, in: folder)
      #expect(throws: KeyFile.Problem.isNotThirtyTwoBytes) { try KeyFile.read(path) }
    }
    for mode in [0o604, 0o602, 0o644] as [mode_t] {
      let path = try file(of: 32, mode, in: folder)
      #expect(throws: KeyFile.Problem.othersMayReadIt) { try KeyFile.read(path) }
    }
    let read = try KeyFile.read(file(of: 32, 0o640, in: folder))
    #expect(
      read.open(InstanceKey([UInt8](repeating: 1, count: 32))!.seal(content, label), label)
        == content)
  }

  private func file(
    of count: Int, _ mode: mode_t, in folder: borrowing TemporaryFolder
  ) throws -> String {
    let path = "\(folder.path)/key-\(count)-\(mode)"
    let file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    try #require(file >= 0)
    defer { close(file) }
    #expect(write(file, [UInt8](repeating: 1, count: count), count) == count)
    fchmod(file, mode)
    return path
  }
}
