internal import CMicroHTTPD
internal import Glibc

/// The request line and the fields as the library parsed them.
struct WireHead {
  var method: [UInt8]
  var version: [UInt8]
  var fields: [RawField]
  /// Bytes the header took on the wire.
  var size: Int

  static func read(
    _ connection: OpaquePointer, method: UnsafePointer<CChar>, version: UnsafePointer<CChar>
  ) -> WireHead {
    var fields: [RawField] = []
    withUnsafeMutablePointer(to: &fields) { fields in
      _ = MHD_get_connection_values_n(connection, .HEADER_KIND, collect, fields)
    }
    return WireHead(
      method: bytes(method, strlen(method)), version: bytes(version, strlen(version)),
      fields: fields, size: mhd_header_size(connection))
  }

  private static func bytes(_ start: UnsafePointer<CChar>?, _ count: Int) -> [UInt8] {
    Array(UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : count))
  }

  private static let collect: MHD_KeyValueIteratorN = { context, _, name, nameSize, value, size in
    let fields = context?.assumingMemoryBound(to: [RawField].self)
    fields?.pointee.append(RawField(name: bytes(name, nameSize), value: bytes(value, size)))
    return .YES
  }
}
