import Web

/// The schemas of the API's description.
enum OpenAPISchemas {
  /// Every named record that a route gives back, and the problem.
  static func write(_ routes: [Route], _ json: inout JSONWriter) {
    var records: [String: [FieldSchema]] = [:]
    for route in routes { collect(route.output, &records) }
    json.raw(
      """
      "Problem":{"type":"object","required":["type","title","status","instance"],"properties":\
      {"type":{"type":"string"},"title":{"type":"string"},"status":{"type":"integer"},\
      "instance":{"type":"string"},"errors":{"type":"array","items":{"type":"object",\
      "required":["field","title"],"properties":{"field":{"type":"string"},\
      "title":{"type":"string"}}}}}}
      """)
    for (name, fields) in records.sorted(by: { $0.key < $1.key }) {
      json.raw(",")
      json.text(name)
      json.raw(":")
      record(fields, &json)
    }
  }

  private static func collect(_ schema: JSONSchema, _ records: inout [String: [FieldSchema]]) {
    switch schema {
    case .record(let name, let fields):
      guard records[name] == nil else { return }
      records[name] = fields
      for field in fields { collect(field.schema, &records) }
    case .list(let item), .optional(let item): collect(item, &records)
    case .text, .number, .flag, .choice, .file: break
    }
  }

  private static func record(_ fields: [FieldSchema], _ json: inout JSONWriter) {
    json.raw("{\"type\":\"object\",\"required\":")
    fields.map(\.name).write(to: &json)
    json.raw(",\"properties\":{")
    for (index, field) in fields.enumerated() {
      if index > 0 { json.raw(",") }
      json.text(field.name)
      json.raw(":{\"description\":")
      json.text(field.about)
      json.raw(",\"allOf\":[")
      write(reference: field.schema, &json)
      json.raw("]}")
    }
    json.raw("}}")
  }

  static func write(reference schema: JSONSchema, _ json: inout JSONWriter) {
    switch schema {
    case .record(let name, _):
      json.raw("{\"$ref\":")
      json.text("#/components/schemas/\(name)")
      json.raw("}")
    case .list(let item):
      json.raw("{\"type\":\"array\",\"items\":")
      write(reference: item, &json)
      json.raw("}")
    case .optional(let item):
      json.raw("{\"anyOf\":[")
      write(reference: item, &json)
      json.raw(",{\"type\":\"null\"}]}")
    case .text(let format):
      json.raw("{\"type\":\"string\"")
      if let format {
        json.raw(",\"format\":")
        json.text(format)
      }
      json.raw("}")
    case .number: json.raw("{\"type\":\"integer\"}")
    case .flag: json.raw("{\"type\":\"boolean\"}")
    case .choice(let values): choice(values, &json)
    // Bytes have no schema (OpenAPI 3.1, "Considerations for File Uploads").
    case .file: json.raw("{}")
    }
  }

  /// The schema of an input's fields as one object.
  static func write(object fields: [FieldDescription], _ json: inout JSONWriter) {
    json.raw("{\"type\":\"object\",\"additionalProperties\":false,\"required\":")
    fields.filter(\.isRequired).map(\.name).write(to: &json)
    json.raw(",\"properties\":{")
    for (index, field) in fields.enumerated() {
      if index > 0 { json.raw(",") }
      json.text(field.name)
      json.raw(":{\"description\":")
      json.text(field.about)
      json.raw(field.isRequired ? ",\"allOf\":[" : ",\"anyOf\":[")
      write(field, &json)
      json.raw(field.isRequired ? "]}" : ",{\"type\":\"null\"}]}")
    }
    json.raw("}}")
  }

  static func write(_ field: FieldDescription, _ json: inout JSONWriter) {
    switch field.kind {
    case .text(let max), .opaque(let max):
      // An empty text is the same as none.
      json.raw(field.isRequired ? "{\"type\":\"string\",\"minLength\":1" : "{\"type\":\"string\"")
      json.raw(",\"maxLength\":")
      json.number(max)
      json.raw("}")
    case .cursor(let max):
      json.raw("{\"type\":\"string\",\"format\":\"cursor\",\"maxLength\":")
      json.number(max)
      json.raw("}")
    case .id: json.raw("{\"type\":\"string\",\"format\":\"uuid\"}")
    case .instant: json.raw("{\"type\":\"string\",\"format\":\"date-time\"}")
    case .day: json.raw("{\"type\":\"string\",\"format\":\"date\"}")
    case .flag: json.raw("{\"type\":\"boolean\"}")
    case .version: json.raw("{\"type\":\"string\"}")
    case .number(let range):
      json.raw("{\"type\":\"integer\",\"minimum\":")
      json.number(range.lowerBound)
      json.raw(",\"maximum\":")
      json.number(range.upperBound)
      json.raw("}")
    case .choice(let values): choice(values, &json)
    case .choices(let values):
      json.raw("{\"type\":\"array\",\"items\":")
      choice(values, &json)
      json.raw("}")
    case .ids: json.raw("{\"type\":\"array\",\"items\":{\"type\":\"string\",\"format\":\"uuid\"}}")
    case .file: json.raw("{}")
    case .list(let fields):
      json.raw("{\"type\":\"array\",\"items\":")
      write(object: fields, &json)
      json.raw("}")
    }
  }

  private static func choice(_ values: [String], _ json: inout JSONWriter) {
    json.raw("{\"type\":\"string\",\"enum\":")
    values.write(to: &json)
    json.raw("}")
  }
}
