import CZlib

/// Unpacks what zlib has packed, up to a size: a few bytes can stand for gigabytes.
enum Inflate {
  /// The bytes; nil when they are broken or more than `most`.
  static func bytes(of packed: ArraySlice<UInt8>, most: Int) -> [UInt8]? {
    var stream = z_stream()
    guard samrad_inflate_init(&stream) == Z_OK else { return nil }
    defer { inflateEnd(&stream) }
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 65_536)
    return packed.withUnsafeBufferPointer { packed in
      stream.next_in = UnsafeMutablePointer(mutating: packed.baseAddress)
      stream.avail_in = UInt32(clamping: packed.count)
      while true {
        let (status, count) = piece.withUnsafeMutableBufferPointer { piece in
          stream.next_out = piece.baseAddress
          stream.avail_out = UInt32(piece.count)
          let status = inflate(&stream, Z_NO_FLUSH)
          return (status, piece.count - Int(stream.avail_out))
        }
        bytes += piece[..<count]
        guard bytes.count <= most else { return nil }
        if status == Z_STREAM_END { return bytes }
        guard status == Z_OK, count > 0 || stream.avail_in > 0 else { return nil }
      }
    }
  }
}
