import Councils
import Database
import Kernel
import UseCases

/// The running number of a council's resolutions: no gap, no number twice (R111).
enum ProtocolNumber {
  /// Takes the next number.
  ///
  /// The counter is held until the transaction ends, and goes back with it when nothing is adopted
  /// after all.
  static func next(of council: ID<Council>, in work: borrowing Work) throws -> Int {
    try work.run(
      """
      INSERT INTO meetings_protocol (council_id, last_number) VALUES (\(council), 0)
      ON CONFLICT DO NOTHING
      """)
    return try work.value(
      """
      UPDATE meetings_protocol SET last_number = last_number + 1 WHERE council_id = \(council)
      RETURNING last_number
      """
    ).orNotFound()
  }
}
