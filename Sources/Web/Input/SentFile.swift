/// A file as somebody sent it: what they call it, and its bytes.
package struct SentFile: Sendable, Hashable {
  package let name: String
  /// A part of the request's body, which is not copied.
  package let bytes: ArraySlice<UInt8>

  /// A file of that name.
  package init(name: String, bytes: ArraySlice<UInt8>) {
    self.name = name
    self.bytes = bytes
  }
}
