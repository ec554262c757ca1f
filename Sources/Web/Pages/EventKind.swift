import Kernel

/// One kind of event, in words.
///
/// The part that writes it names it; a test proves that none is forgotten.
package struct EventKind: Sendable {
  /// What the event log says: `minutes-approved`.
  package let code: String
  /// What somebody did, as one reads it behind their name: `Godkjente referatet`.
  package let text: Text
  /// The page of the record it happened to, whose only parameter is the record's id.
  package let page: Path?

  /// A kind with its words, and with the page where the record is shown, if there is one.
  package init(_ code: String, nb: String, nn: String, page: Path? = nil) {
    self.code = code
    text = Text(nb: nb, nn: nn)
    self.page = page
  }
}
