/// The numbers a name led to, looked at before anything connects to them.
struct NetworkAddress {
  private let bytes: [UInt8]

  /// An address of 4 or 16 bytes; IPv4 written as IPv6 counts as what it is.
  init(_ bytes: [UInt8]) {
    let mapped: [UInt8] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff]
    let translated: [UInt8] = [0, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0]
    let isFour = bytes.count == 16 && (bytes.starts(with: mapped) || bytes.starts(with: translated))
    self.bytes = isFour ? Array(bytes.suffix(4)) : bytes
  }

  /// Whether it is this very machine.
  var isLoopback: Bool {
    bytes.count == 4 ? bytes[0] == 127 : bytes == [UInt8](repeating: 0, count: 15) + [1]
  }

  /// Whether it belongs to the internet at large: no network of the house, no address that
  /// machines give each other, no range that is set aside (RFC 6890).
  var isPublic: Bool {
    switch bytes.count {
    case 4: !Self.setAside.contains { isIn($0.prefix, $0.bits) }
    case 16:
      isIn([0x20], 3) && !isIn([0x20, 0x01, 0x0d, 0xb8], 32) && !isIn([0x20, 0x01, 0, 0], 23)
        && !isIn([0x20, 0x02], 16) && !isIn([0x3f, 0xff], 20)
    default: false
    }
  }

  private static let setAside: [(prefix: [UInt8], bits: Int)] = [
    ([0], 8), ([10], 8), ([100, 64], 10), ([127], 8), ([169, 254], 16), ([172, 16], 12),
    ([192, 0, 0], 24), ([192, 0, 2], 24), ([192, 88, 99], 24), ([192, 168], 16), ([198, 18], 15),
    ([198, 51, 100], 24), ([203, 0, 113], 24), ([224], 3),
  ]

  private func isIn(_ prefix: [UInt8], _ bits: Int) -> Bool {
    (0..<bits).allSatisfy { bit in
      let wanted = bit / 8 < prefix.count ? prefix[bit / 8] : 0
      return (bytes[bit / 8] ^ wanted) & (0x80 >> UInt8(bit % 8)) == 0
    }
  }
}
