import Crypto
import Web

/// A JSON object somebody else wrote, and what it says under a name.
struct Members: Sendable {
  private let values: [String: Value]

  init(_ values: [String: Value]) { self.values = values }

  /// Reads an object: strict UTF-8, no name twice, nothing nested deep; nil when it is not one.
  init?(json bytes: [UInt8]) {
    guard case .object(let values)? = try? Value(json: bytes) else { return nil }
    self.values = values
  }

  func has(_ name: String) -> Bool { values[name] != nil }

  func text(_ name: String) -> String? {
    if case .text(let text) = values[name] { text } else { nil }
  }

  func number(_ name: String) -> Int? {
    if case .number(let number) = values[name] { number } else { nil }
  }

  func flag(_ name: String) -> Bool { values[name] == .flag(true) }

  func object(_ name: String) -> Members? {
    if case .object(let values) = values[name] { Members(values) } else { nil }
  }

  func objects(_ name: String) -> [Members]? {
    guard case .list(let list) = values[name] else { return nil }
    return list.compactMap { if case .object(let values) = $0 { Members(values) } else { nil } }
  }

  /// A list of texts, all of them; nil when there is anything else among them.
  func texts(_ name: String) -> [String]? {
    guard case .list(let list) = values[name] else { return nil }
    let texts: [String] = list.compactMap { if case .text(let text) = $0 { text } else { nil } }
    return texts.count == list.count ? texts : nil
  }

  func bytes(_ name: String) -> [UInt8]? { text(name).flatMap { Base64URL.bytes($0) } }

  /// Whether it says exactly this, byte for byte: Swift's `==` takes two ways to write é as one.
  func says(_ wanted: String, under name: String) -> Bool {
    text(name).map { Secret.equal($0, wanted) } ?? false
  }
}
