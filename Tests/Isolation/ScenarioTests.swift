import Gateway
import Kernel
import TestKit
import Testing
import UseCases

@testable import Tenancy

/// What the sweep stands on: without it, finding nothing would mean nothing.
@Suite struct ScenarioTests {
  @Test(arguments: Engine.available)
  func everyTableHasRowsOfBothKommuner(_ engine: Engine) throws {
    let two = try TwoKommuner(on: engine)
    for neighbour in [two.a, two.b] {
      let empty = neighbour.contents.tables.filter { $0.value.isEmpty }.keys.sorted()
      #expect(
        empty == [],
        "Nothing is swept of these tables: let Scenario.swift write to each of them.")
    }
  }

  @Test(arguments: Engine.available)
  func everyTextAndIDCarriesTheMarkOfItsKommune(_ engine: Engine) throws {
    let two = try TwoKommuner(on: engine)
    for (own, other) in [(two.a, two.b), (two.b, two.a)] {
      let codes = other.contents
      for (table, rows) in own.contents.tables {
        for (column, value) in rows.joined() where !carries(own.mark, value) {
          let others = (codes.tables[table] ?? []).compactMap { $0[column].map(withoutNumbers) }
          #expect(
            others.contains(withoutNumbers(value)) && isOurs(value) || isDigest(value),
            "\(table).\(column) holds «\(value)», by which nobody could tell a leak: mark it.")
        }
      }
    }
  }

  @Test(arguments: Engine.available)
  func everyRoleHasSomebody(_ engine: Engine) throws {
    let two = try TwoKommuner(on: engine)
    let played = two.a.cast.principals.compactMap(\.roles).reduce(into: Set<Role>()) {
      $0.formUnion($1)
    }
    #expect(Set(Role.allCases).subtracting(played) == [])
  }

  private func carries(_ mark: Mark, _ value: String) -> Bool {
    [mark.text, mark.address, mark.id].contains { value.contains($0) }
  }

  /// A code, a number or a time of the program's own; what people write has both spaces and capitals.
  private func isCode(_ value: String) -> Bool {
    !value.contains(" ") || value.allSatisfy { !$0.isUppercase }
  }

  /// What every kommune starts with: the program's words, not theirs.
  private func isOurs(_ value: String) -> Bool { isCode(value) || Self.purposes.contains(value) }

  private static let purposes = Set(
    Preset.all.flatMap(\.ruleSets).flatMap { [$0.purpose, $0.purposeNn] })

  private func withoutNumbers(_ value: String) -> String { value.filter { !$0.isNumber } }

  /// What only the instance's key opens.
  private func isSealed(_ value: String) -> Bool {
    value.utf8.count >= 40 && value.utf8.allSatisfy { !" \n".utf8.contains($0) && $0 < 128 }
  }

  private func isDigest(_ value: String) -> Bool {
    value.utf8.count >= 64 && value.utf8.allSatisfy { hexValue($0) != nil }
      || value.hasPrefix("$argon2id$") || isSealed(value)
  }
}
