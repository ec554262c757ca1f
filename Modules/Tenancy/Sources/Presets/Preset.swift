import Database
import Kernel

/// A kommune's own words, service areas and rules to start with, as data.
package struct Preset: Sendable {
  package let code: String
  let words: [Word: Text]
  let serviceAreas: [(code: String, name: Text)]
  let ruleSets: [RuleSet]
  /// The kommune's own pages about types of council, by their codes.
  var infoLinks: [String: String] = [:]

  /// Every preset, by code.
  package static let all = [trondheim, bærum, ringebu]

  /// The preset of that code.
  package static func named(_ code: String) -> Preset? { all.first { $0.code == code } }

  /// Writes the words, areas, user groups and rules into a new kommune.
  package func seed(_ transaction: borrowing Transaction) throws {
    for word in Word.allCases {
      let text = words[word] ?? word.usual
      try transaction.run(
        "INSERT INTO tenancy_word (code, nb, nn) VALUES (\(word), \(text.nb), \(text.nn))")
    }
    for area in serviceAreas {
      try transaction.run(
        """
        INSERT INTO tenancy_service_area (code, nb, nn)
        VALUES (\(area.code), \(area.name.nb), \(area.name.nn))
        """)
    }
    for group in UserGroup.usual { _ = try group.add { try transaction.run($0) } }
    for rules in ruleSets { try RuleSets.add(rules, in: transaction) }
    for (code, link) in infoLinks.sorted(by: { $0.key < $1.key }) {
      try transaction.run(
        "INSERT INTO tenancy_info_link (rule_set, link) VALUES (\(code), \(link))")
    }
  }

  static let usualServiceAreas = [
    (code: "skole", name: Text(nb: "skole", nn: "skule")),
    (code: "barnehage", name: Text(nb: "barnehage", nn: "barnehage")),
    (code: "helse-og-omsorg", name: Text(nb: "helse og omsorg", nn: "helse og omsorg")),
  ]
}
