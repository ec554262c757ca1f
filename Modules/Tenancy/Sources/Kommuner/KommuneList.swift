import Kernel

/// The kommuner of Norway, as in Statistics Norway's list of 2024.
package enum KommuneList {
  /// One kommune of the list.
  package struct Entry: Sendable, Hashable {
    /// Four digits.
    ///
    /// An attribute that may change, never a key.
    package let number: String
    package let name: String
    package let county: String
  }

  /// All 357, by number.
  package static let all: [Entry] = {
    guard let csv = try? CSV(PackageResources.kommuner_csv) else { return [] }
    return csv.rows.map { row in
      Entry(number: row.fields[0], name: row.fields[1], county: row.fields[3])
    }
  }()

  /// The kommune that has this number today.
  package static func kommune(number: String) -> Entry? { all.first { $0.number == number } }

  /// A number with the days it was in force.
  package struct Period: Sendable, Hashable {
    package let number: String
    package let from: String
    package let to: String?
  }

  /// The numbers of the kommune that has `number` today, oldest first.
  ///
  /// Where nothing older is known, the number is taken to be in force since the last reform.
  package static func history(of number: String) -> [Period] {
    switch number {
    case "3201":
      [
        Period(number: "0219", from: "1838-01-01", to: "2019-12-31"),
        Period(number: "3024", from: "2020-01-01", to: "2023-12-31"),
        Period(number: "3201", from: "2024-01-01", to: nil),
      ]
    case "3439":
      [
        Period(number: "0520", from: "1838-01-01", to: "2019-12-31"),
        Period(number: "3439", from: "2020-01-01", to: nil),
      ]
    case "5001":
      [
        Period(number: "1601", from: "1838-01-01", to: "2017-12-31"),
        Period(number: "5001", from: "2018-01-01", to: nil),
      ]
    default: [Period(number: number, from: "2024-01-01", to: nil)]
    }
  }
}
