import Kernel

/// A file that was sent, its name cleaned and screened; its content is still unknown.
package struct FileField: Sendable {
  package let name: String
  package let bytes: ArraySlice<UInt8>
  private let field: String
  private let isConfirmed: Bool
  private let today: Day

  init(
    _ field: String, name: String, bytes: ArraySlice<UInt8>, isConfirmed: Bool, today: Day
  ) {
    self.field = field
    self.name = name
    self.bytes = bytes
    self.isConfirmed = isConfirmed
    self.today = today
  }

  /// Refuses when what the file says holds an identity number, as any text that people write.
  ///
  /// - Throws: `InvalidInput`.
  package func screen(_ texts: [String]) throws {
    var input = Input([:], today: today)
    for text in texts where input.problems.isEmpty { input.screen(text, field, isConfirmed) }
    try input.finish()
  }
}

extension Input {
  /// A file; nil, with what is wrong noted, when there is none or it is too large.
  ///
  /// Its name goes through the same screening as every text. What the file says is looked through by
  /// the use case, which knows what to do with it.
  package mutating func file(_ name: String, max: Int, _ about: String = "") -> FileField? {
    describe(name, .file(max: max), about, required: true)
    let isConfirmed = confirmation()
    guard case .file(let file) = take(name), !(file.name.isEmpty && file.bytes.isEmpty) else {
      note(name, .noFile)
      return nil
    }
    guard file.bytes.count <= max else {
      note(name, .fileTooLarge(max))
      return nil
    }
    let cleaned = FileName.cleaned(file.name)
    // The whole name as well: what is cut off today may be shown by whoever logs it.
    screen(TextRules.normalised(String(file.name.prefix(1000))), name, isConfirmed)
    return FileField(
      name, name: cleaned, bytes: file.bytes, isConfirmed: isConfirmed, today: today)
  }
}
