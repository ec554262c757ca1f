import Kernel
import Tenancy
import Web

/// A file of the public register.
package struct RegisterFile: Downloadable {
  let format: ExportRegister.Format
  package let page: ListPage<RegisteredCouncil>
  let rules: [RuleSet]
  let language: Language

  package static let mediaTypes = ["application/json", "text/csv"]
  package static var schema: JSONSchema { ListPage<RegisteredCouncil>.schema }
  package func write(to json: inout JSONWriter) { page.write(to: &json) }

  package var file: DownloadedFile {
    switch format {
    case .csv: DownloadedFile("rad.csv", "text/csv; charset=utf-8", csv, next: page.next)
    case .json:
      DownloadedFile("rad.json", "application/json; charset=utf-8", json, next: page.next)
    }
  }

  private var json: [UInt8] {
    var writer = JSONWriter()
    write(to: &writer)
    return writer.utf8
  }

  private static let columns = [
    Text(nb: "Råd", nn: "Råd"), Text(nb: "Enhet", nn: "Eining"),
    Text(nb: "Type enhet", nn: "Type eining"), Text(nb: "Tjenesteområde", nn: "Tenesteområde"),
    Text(nb: "Område", nn: "Område"), Text(nb: "Type råd", nn: "Type råd"),
    Text(nb: "Status", nn: "Status"), Text(nb: "Grunnlag", nn: "Grunnlag"),
    Text(nb: "Opprettet", nn: "Oppretta"), Text(nb: "Gruppe", nn: "Gruppe"),
    Text(nb: "Medlem", nn: "Medlem"), Text(nb: "Stemmer", nn: "Røystar"),
    Text(nb: "Leder", nn: "Leiar"), Text(nb: "Fra", nn: "Frå"), Text(nb: "Til", nn: "Til"),
  ]

  /// A line for each seat, in the kommune's words; a council without any has one line too.
  private var csv: [UInt8] {
    var writer = CSVWriter(header: Self.columns.map { $0[language] })
    for council in page.data {
      let rules = rules.first { $0.code == council.ruleSet }
      let facts = [
        council.name, council.unitName, council.unitType.text[language], council.serviceArea,
        council.area, rules?.name[language] ?? council.ruleSet, council.status.text[language],
        council.legalBasis.text[language], "\(council.constitutedOn)",
      ]
      if council.seats.isEmpty { writer.line(facts + ["", "", "", "", "", ""]) }
      for seat in council.seats {
        let group = rules?.group(seat.group)
        writer.line(
          facts + [
            group?.name[language] ?? seat.group, seat.name, seat.votes ? "ja" : "nei",
            seat.isLeader ? "ja" : "nei", "\(seat.termStart)", "\(seat.termEnd)",
          ])
      }
    }
    return writer.utf8
  }
}
