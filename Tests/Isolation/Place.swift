import Web

/// One place in a request where a value of another kommune can stand: in the path, in the query, or
/// anywhere in the body.
struct Place: Sendable {
  /// The way there: `seats`, `0`, `email`.
  let way: [Step]
  let kind: Kind

  enum Step: Sendable, Hashable {
    case field(String)
    case item(Int)
  }

  enum Kind: Sendable, Hashable {
    case id, cursor, text
  }

  /// The name of the field, without the items of lists.
  var field: String {
    way.reversed().compactMap { if case .field(let name) = $0 { name } else { nil } }.first ?? ""
  }

  /// Every such place of a route, where a good request has a value and where it has none.
  static func all(of route: Route, in values: [String: Value]) -> [Place] {
    route.fields.flatMap { places(of: $0, at: [.field($0.name)], values[$0.name]) }
  }

  private static func places(
    of field: FieldDescription, at way: [Step], _ value: Value?
  ) -> [Place] {
    switch field.kind {
    case .id: [Place(way: way, kind: .id)]
    case .ids: [Place(way: way + [.item(0)], kind: .id)]
    case .text, .opaque: [Place(way: way, kind: .text)]
    case .cursor: [Place(way: way, kind: .cursor)]
    case .list(let inner):
      inner.flatMap { places(of: $0, at: way + [.item(0), .field($0.name)], nil) }
    case .file, .choice, .choices, .flag, .number, .day, .instant, .version: []
    }
  }

  /// A good request's values with this one put in its place.
  func putting(_ text: String, into values: [String: Value]) -> [String: Value] {
    guard case .object(let fields) = Self.put(text, at: way[...], into: .object(values)) else {
      return values
    }
    return fields
  }

  /// What a good request has there.
  func value(in values: [String: Value]) -> String? {
    var value: Value? = .object(values)
    for step in way {
      switch (step, value) {
      case (.field(let name), .object(let fields)): value = fields[name]
      case (.item(let index), .list(let items)) where index < items.count: value = items[index]
      default: return nil
      }
    }
    if case .text(let text) = value { return text }
    return nil
  }

  private static func put(_ text: String, at way: ArraySlice<Step>, into value: Value?) -> Value {
    switch way.first {
    case nil: return .text(text)
    case .field(let name):
      var fields: [String: Value] = [:]
      if case .object(let known) = value { fields = known }
      fields[name] = put(text, at: way.dropFirst(), into: fields[name])
      return .object(fields)
    case .item(let index):
      var items: [Value] = []
      if case .list(let known) = value { items = known }
      let old = index < items.count ? items[index] : nil
      let new = put(text, at: way.dropFirst(), into: old)
      if index < items.count { items[index] = new } else { items.append(new) }
      return .list(items)
    }
  }
}
