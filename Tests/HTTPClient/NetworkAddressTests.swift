import Testing

@testable import HTTPClient

@Suite struct NetworkAddressTests {
  @Test(
    arguments: [
      [0, 0, 0, 0], [10, 1, 2, 3], [100, 64, 0, 1], [100, 127, 255, 255], [127, 0, 0, 1],
      [169, 254, 169, 254], [172, 16, 0, 1], [172, 31, 255, 255], [192, 0, 0, 1], [192, 0, 2, 1],
      [192, 168, 1, 1], [198, 18, 0, 1], [198, 19, 255, 255], [203, 0, 113, 1], [224, 0, 0, 1],
      [255, 255, 255, 255],
    ] as [[UInt8]])
  func whatIsSetAsideIsNotPublic(_ four: [UInt8]) {
    let zeros = [UInt8](repeating: 0, count: 10)
    #expect(!NetworkAddress(four).isPublic)
    #expect(!NetworkAddress(zeros + [0xff, 0xff] + four).isPublic, "written as IPv6")
    #expect(
      !NetworkAddress([0, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0] + four).isPublic, "translated")
  }

  @Test(
    arguments: [
      [1, 1, 1, 1], [100, 63, 255, 255], [100, 128, 0, 0], [126, 255, 255, 255], [128, 0, 0, 0],
      [172, 15, 0, 1], [172, 32, 0, 1], [192, 167, 1, 1], [192, 169, 1, 1], [223, 255, 255, 255],
      [0x2a, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1],
      [0x20, 1, 7, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1],
    ] as [[UInt8]])
  func theRestIs(_ bytes: [UInt8]) {
    #expect(NetworkAddress(bytes).isPublic)
    #expect(!NetworkAddress(bytes).isLoopback)
  }

  @Test(
    arguments: [
      [0xfe, 0x80], [0xfc, 0], [0xfd, 0x12], [0xff, 2], [0x20, 1, 0x0d, 0xb8], [0x20, 1, 0, 0],
      [0x20, 2, 10, 0], [0, 0], [0x5f, 0],
    ] as [[UInt8]])
  func ofIPv6OnlyTheInternetAtLargeIsPublic(_ start: [UInt8]) {
    let bytes = start + [UInt8](repeating: 0, count: 15 - start.count) + [1]
    #expect(!NetworkAddress(bytes).isPublic)
  }

  @Test func thisMachineIsKnownByEitherAddress() {
    #expect(NetworkAddress([127, 0, 0, 1]).isLoopback)
    #expect(NetworkAddress([UInt8](repeating: 0, count: 15) + [1]).isLoopback)
    #expect(!NetworkAddress([10, 0, 0, 1]).isLoopback)
    #expect(!NetworkAddress([]).isPublic)
  }
}
