internal import Web

/// A large body on its way in: it waits on disk until a worker takes it, or is thrown away when it is
/// more than is taken.
final class LargeBody: Sendable {
  private let spool: Spool?
  private let place: Place

  /// Whether more came than is taken.
  var isTooLarge: Bool { spool == nil }

  init(length: Int, limits: ServerLimits, place: Place) throws(SpoolError) {
    spool = length > limits.largeBodyBytes ? nil : try Spool()
    self.place = place
  }

  /// Takes a piece in.
  ///
  /// - Throws: `SpoolError` when the disk is full.
  func append(_ piece: UnsafeRawBufferPointer) throws(SpoolError) { try spool?.append(piece) }

  /// All that came.
  ///
  /// - Throws: `SpoolError` when the disk fails.
  func contents() throws(SpoolError) -> [UInt8] { try spool?.contents() ?? [] }
}

/// So many things at once, and no more.
final class Places: Sendable {
  private let free: Monitor<Int>

  init(_ count: Int) { free = Monitor(count) }

  /// One of the places, taken as long as somebody holds what is returned; nil when none is free.
  func take() -> Place? {
    let isTaken = free.withLock { free in
      guard free > 0 else { return false }
      free -= 1
      return true
    }
    return isTaken ? Place(of: self) : nil
  }

  fileprivate func giveBack() { free.withLock { $0 += 1 } }
}

/// One of `Places`, free again when nobody holds this.
final class Place: Sendable {
  private let places: Places

  fileprivate init(of places: Places) { self.places = places }

  deinit { places.giveBack() }
}
