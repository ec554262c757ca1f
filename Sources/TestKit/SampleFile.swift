/// Small files of the kinds that are taken in, as tests need them.
package enum SampleFile {
  /// A PDF that says this of itself, with these objects.
  package static func pdf(title: String = "Saksframlegg", _ objects: String...) -> [UInt8] {
    let more = objects.enumerated().map { "\($0 + 3) 0 obj \($1) endobj" }
    return Array(
      """
      %PDF-1.7
      1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj
      2 0 obj << /Type /Pages /Kids [] /Count 0 >> endobj
      \(more.joined(separator: "\n"))
      9 0 obj << /Title (\(title)) /Author (Kari Nordmann) >> endobj
      trailer << /Root 1 0 R /Info 9 0 R /Size 10 >>
      %%EOF

      """.utf8)
  }

  /// A PNG of one pixel, with these chunks in it.
  package static func png(_ chunks: (type: String, data: [UInt8])...) -> [UInt8] {
    var bytes: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    func add(_ type: String, _ data: [UInt8]) {
      bytes += [0, 0, UInt8(data.count >> 8), UInt8(data.count & 255)]
      bytes += Array(type.utf8)
      bytes += data
      bytes += [0, 0, 0, 0]
    }
    add("IHDR", [0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0])
    for chunk in chunks { add(chunk.type, chunk.data) }
    add("IDAT", [0x78, 0x01])
    add("IEND", [])
    return bytes
  }

  /// A JPEG with these segments in it.
  package static func jpeg(_ segments: (marker: UInt8, data: [UInt8])...) -> [UInt8] {
    var bytes: [UInt8] = [0xFF, 0xD8]
    func add(_ marker: UInt8, _ data: [UInt8]) {
      bytes += [0xFF, marker, UInt8((data.count + 2) >> 8), UInt8((data.count + 2) & 255)]
      bytes += data
    }
    add(0xE0, Array("JFIF\0".utf8))
    for segment in segments { add(segment.marker, segment.data) }
    add(0xDA, [1, 1, 0, 0, 63, 0])
    bytes += [0x12, 0xFF, 0x00, 0x34, 0xFF, 0xD0, 0x56, 0xFF, 0xD9]
    return bytes
  }

  /// Bytes as zlib writes them, without packing.
  package static func zlib(_ bytes: [UInt8]) -> [UInt8] {
    var (low, high) = (1, 0)
    for byte in bytes {
      low = (low + Int(byte)) % 65_521
      high = (high + low) % 65_521
    }
    var packed: [UInt8] = [0x78, 0x01, 0x01]
    for size in [UInt16(bytes.count), ~UInt16(bytes.count)] {
      packed += [UInt8(size & 255), UInt8(size >> 8)]
    }
    packed += bytes
    packed += [UInt8(high >> 8), UInt8(high & 255), UInt8(low >> 8), UInt8(low & 255)]
    return packed
  }
}
