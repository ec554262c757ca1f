import Kernel
import UseCases
import Web

/// A record of the tests' own, kept in the kommune's words: what a change through both doors needs.
struct Note: JSONRecord, Versioned {
  let text: String
  let version: Int

  static let shape = Shape<Note>(
    "Note",
    [Field("text", "The text.") { $0.text }, Field("version", "Its version.") { $0.version }])

  static let routes =
    Route.reading(ReadNote.self, api: "/note", page: "/note", "The note.") { note, page in
      let form = page.form(to: page.link(("/note" as Path)()))
      return View(
        "Note",
        form.html(
          button: "Lagre", form.version(note.version), form.text("text", "Tekst", value: note.text))
      )
    }
    + Route.changing(
      ChangeNote.self, .put, api: "/note", page: "/note", form: "/note", "Change the note.",
      done: Text(nb: "Lagret.", nn: "Lagra."))
    + Route.changing(
      AddLine.self, api: "/lines", page: "/lines", form: "/note", "Add a line.",
      location: { _ in ("/note" as Path)() })
    + Route.reading(ReadLine.self, api: "/lines/{line}", page: "/lines/{line}", "One line.")
    + Route.reading(ReadNote.self, page: "/lines/ny", "The form of a new line.") { _, _ in
      View("Ny linje", "<h1>Ny linje</h1>")
    }

  static func read(_ work: borrowing Work) throws -> Note {
    try work.row(
      "SELECT nb, nn FROM tenancy_word WHERE code = 'assembly'",
      as: { (text: String, version: String) in Note(text: text, version: Int(version) ?? 1) }
    ).orNotFound()
  }
}

struct ReadNote: UseCase, Readable {
  static let permission = Permission.readPublicRecords
  static let changes = false

  init(_ input: inout Input) {}
  func perform(in work: borrowing Work) throws -> Note { try Note.read(work) }
}

struct ChangeNote: UseCase, Readable {
  static let permission = Permission.manageUnits
  let text: String
  let version: Version

  init(_ input: inout Input) {
    text = input.text("text", max: 20)
    version = input.version()
  }

  func perform(in work: borrowing Work) throws -> Note {
    try work.require(Self.permission)
    let note = try Note.read(work)
    try version.mustBe(note.version)
    try work.run(
      "UPDATE tenancy_word SET nb = \(text), nn = \("\(note.version + 1)") WHERE code = 'assembly'")
    try work.record("note-changed", work.newID() as ID<Never>)
    return Note(text: text, version: note.version + 1)
  }
}

struct AddLine: UseCase, Readable {
  static let permission = Permission.manageUnits
  let text: String

  init(_ input: inout Input) { text = input.text("text", max: 20) }

  func perform(in work: borrowing Work) throws -> Note {
    try work.require(Self.permission)
    try work.record("line-added", work.newID() as ID<Never>, ["text": text])
    return Note(text: text, version: 1)
  }
}

struct ReadLine: UseCase, Readable {
  static let permission = Permission.readPublicRecords
  static let changes = false
  let line: String

  init(_ input: inout Input) { line = input.text("line") }
  func perform(in work: borrowing Work) throws -> Note { Note(text: line, version: 0) }
}
