internal import CMicroHTTPD
internal import Glibc

/// The request line and the fields as the library parsed them.
struct WireHead {
  var method: [UInt8]
  var version: [UInt8]
  var fields: [RawField]
  /// Bytes the header took on the wire.
  var size: Int
  /// Whether every line ended as it should and nothing was hidden.
  var isExact: Bool

  private struct Collection {
    var fields: [RawField] = []
    var layout: WireLayout
  }

  static func read(
    _ connection: OpaquePointer, _ exchange: Exchange, method: UnsafePointer<CChar>,
    version: UnsafePointer<CChar>
  ) -> WireHead {
    let (methodSize, versionSize) = (strlen(method), strlen(version))
    let target = WireLayout.Place(start: exchange.targetPlace, count: exchange.target.count)
    var all = Collection(
      layout: WireLayout(
        method: .init(method, methodSize), target: target, version: .init(version, versionSize)))
    withUnsafeMutablePointer(to: &all) { all in
      _ = MHD_get_connection_values_n(connection, .HEADER_KIND, collect, all)
    }
    let size = mhd_header_size(connection)
    return WireHead(
      method: bytes(method, methodSize), version: bytes(version, versionSize), fields: all.fields,
      size: size, isExact: !WireLayout.isKnown || all.layout.isExact(size: size))
  }

  private static func bytes(_ start: UnsafePointer<CChar>?, _ count: Int) -> [UInt8] {
    Array(UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : count))
  }

  private static let collect: MHD_KeyValueIteratorN = { context, _, name, nameSize, value, size in
    let all = context?.assumingMemoryBound(to: Collection.self)
    all?.pointee.fields.append(RawField(name: bytes(name, nameSize), value: bytes(value, size)))
    all?.pointee.layout.add(name: .init(name, nameSize), value: .init(value, size))
    return .YES
  }
}
