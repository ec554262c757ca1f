/// Where new ids come from: a clock and a source of chance, both of which tests can set.
package final class IDSource {
  private var random: any RandomNumberGenerator
  private var lastMilliseconds: UInt64 = 0
  private var counter: UInt64 = 0

  /// A source that draws from the system's generator unless told otherwise.
  package init(random: any RandomNumberGenerator = SystemRandomNumberGenerator()) {
    self.random = random
  }

  /// A new UUIDv7 (RFC 9562 § 5.7), later than every earlier one of this source.
  ///
  /// Within one millisecond a 12-bit counter keeps the order; when it runs out, the next
  /// millisecond is borrowed.
  package func next<Record>(at now: Instant) -> ID<Record> {
    let milliseconds = UInt64(max(0, now.microseconds / 1000))
    if milliseconds > lastMilliseconds {
      lastMilliseconds = milliseconds
      counter = 0
    } else {
      counter += 1
      if counter > 0xFFF {
        lastMilliseconds += 1
        counter = 0
      }
    }
    let high = lastMilliseconds << 16 | 0x7000 | counter
    let low = random.next() & 0x3FFF_FFFF_FFFF_FFFF | 0x8000_0000_0000_0000
    return ID(high: high, low: low)
  }
}

/// A repeatable generator (SplitMix64) for the demo and the tests: the same seed, the same ids.
package struct SeededGenerator: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// A generator that always gives the same numbers for the same seed.
  package init(seed: UInt64) { state = seed }

  /// The next number of the sequence.
  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
