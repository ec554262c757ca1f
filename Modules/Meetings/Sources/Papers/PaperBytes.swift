import Kernel
import UseCases
import Web

/// The bytes of papers, kept in pieces so that nobody needs them in memory at once.
enum PaperBytes {
  private static let pieceSize = 256 * 1024

  static func save(
    _ kept: [ArraySlice<UInt8>], of paper: ID<Paper>, at meeting: ID<Meeting>,
    in work: borrowing Work
  ) throws {
    var number = 0
    var piece: [UInt8] = []
    func flush() throws {
      try work.run(
        """
        INSERT INTO meetings_paper_piece (paper_id, meeting_id, number, bytes)
        VALUES (\(paper), \(meeting), \(number), \(piece))
        """)
      number += 1
      piece.removeAll(keepingCapacity: true)
    }
    for part in kept {
      var rest = part
      while !rest.isEmpty {
        let more = rest.prefix(pieceSize - piece.count)
        piece += more
        rest = rest.dropFirst(more.count)
        if piece.count == pieceSize { try flush() }
      }
    }
    if !piece.isEmpty { try flush() }
  }

  /// The bytes of a paper, on disk.
  static func load(_ paper: ID<Paper>, in work: borrowing Work) throws -> Spool {
    let spool = try Spool()
    var number = 0
    while true {
      let piece: [UInt8]? = try work.value(
        """
        SELECT bytes FROM meetings_paper_piece
        WHERE paper_id = \(paper) AND number = \(number)
        """)
      guard let piece else { return spool }
      try spool.append(piece)
      number += 1
    }
  }

  static func remove(_ paper: ID<Paper>, in work: borrowing Work) throws {
    try work.run("DELETE FROM meetings_paper_piece WHERE paper_id = \(paper)")
  }
}
