import Councils

extension Command {
  static let importCouncils = Command(
    "council import", ["SLUG"],
    options: [
      .database, .json,
      Option("file", "FILE", "CSV: unit,ruleSet,name,termStart,group,memberName,memberEmail,…"),
      Option("dry-run", nil, "says what would happen, and changes nothing"),
    ], does: "constitutes councils with their members: all of the file, or nothing"
  ) { arguments in
    let file = try WholeFile.read(try arguments.required("file"))
    let isTrial = arguments.has("dry-run")
    let imported = try Instance(arguments).inKommune(arguments.positions[0]) { work in
      isTrial
        ? try work.perform(TryCouncilImport(file: file))
        : try work.perform(ImportCouncils(file: file))
    }
    if arguments.has("json") { return Output.json(imported) }
    let done = isTrial ? "would be constituted; nothing was changed" : "constituted"
    Output.result("\(imported.councils) councils with \(imported.seats) seats \(done).")
  }
}
