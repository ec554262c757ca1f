/// Where a link goes: always a path of this instance, so a page cannot send people elsewhere.
package struct Link: Sendable, Hashable {
  /// The path, percent-encoded, starting with `/`.
  package let text: String

  /// A link to a path that the program itself wrote.
  package init(path: String) { text = path.hasPrefix("/") && !path.hasPrefix("//") ? path : "/" }
}
