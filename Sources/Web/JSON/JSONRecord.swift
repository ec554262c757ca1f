/// A record of the API: its shape writes it and describes it, so the two cannot disagree.
///
/// ```swift
/// static let shape = Shape<Unit>("Unit", [
///   Field("id", "The unit's id.") { $0.id },
///   Field("name", "Its name.") { $0.name },
/// ])
/// ```
package protocol JSONRecord: JSONValue {
  /// The record's name and fields.
  static var shape: Shape<Self> { get }
}

/// The name and the fields of a record.
package struct Shape<Record>: Sendable {
  @usableFromInline let name: String
  @usableFromInline let fields: [Field<Record>]

  /// A shape with its name in the API's description.
  package init(_ name: String, _ fields: [Field<Record>]) {
    self.name = name
    self.fields = fields
  }
}

/// One field of a record.
package struct Field<Record>: Sendable {
  @usableFromInline let schema: FieldSchema
  @usableFromInline let key: [UInt8]
  @usableFromInline let write: @Sendable (Record, inout JSONWriter) -> Void

  /// A field with its name, what it means, and where it comes from.
  @inlinable package init<Value: JSONValue>(
    _ name: String, _ about: String, _ value: @escaping @Sendable (Record) -> Value
  ) {
    schema = FieldSchema(name: name, about: about, schema: Value.schema)
    key = Array("\"\(name)\":".utf8)
    write = { record, json in value(record).write(to: &json) }
  }
}

extension JSONRecord {
  package static var schema: JSONSchema { .record(shape.name, shape.fields.map(\.schema)) }

  @inlinable package func write(to json: inout JSONWriter) { write(Self.shape.fields, to: &json) }

  @inlinable package static func write(list: [Self], to json: inout JSONWriter) {
    let fields = shape.fields
    json.list(list) { record, json in record.write(fields, to: &json) }
  }

  /// Writes the record with its fields, which a list looks up once.
  @inlinable func write(_ fields: [Field<Self>], to json: inout JSONWriter) {
    json.raw("{")
    var isFirst = true
    for field in fields {
      if !isFirst { json.raw(",") }
      isFirst = false
      json.raw(field.key)
      field.write(self, &json)
    }
    json.raw("}")
  }
}

/// One page of a list: `{"data":[…],"next":"cursor"}`.
package struct ListPage<Record: JSONRecord>: JSONValue {
  package let data: [Record]
  /// Where the next page starts; nil on the last.
  package let next: String?

  /// A page from one record more than was asked for, which tells whether there is a next page.
  package init(_ records: [Record], for paging: Paging, cursor: (Record) -> Cursor) {
    data = Array(records.prefix(paging.limit))
    next = records.count > paging.limit ? data.last.map { cursor($0).text } : nil
  }

  private init(data: [Record], next: String?) {
    self.data = data
    self.next = next
  }

  /// The same page with something made of each record.
  package func map<Other>(_ make: (Record) -> Other) -> ListPage<Other> {
    ListPage<Other>(data: data.map(make), next: next)
  }

  package static var schema: JSONSchema {
    .record(
      "\(Record.shape.name)List",
      [
        FieldSchema(name: "data", about: "The records.", schema: .list(Record.schema)),
        FieldSchema(
          name: "next", about: "The cursor of the next page, or null.",
          schema: .optional(.text())),
      ])
  }

  package func write(to json: inout JSONWriter) {
    json.raw("{\"data\":")
    Record.write(list: data, to: &json)
    json.raw(",\"next\":")
    next.write(to: &json)
    json.raw("}")
  }
}
