import Testing

@testable import Database

@Suite struct SQLTests {
  @Test func aValueBecomesAParameter() {
    let name = "x'; DROP TABLE t; --"

    let sql: SQL = "SELECT 1 WHERE name = \(name) AND number = \(3) AND flag = \(true)"

    #expect(sql.text == "SELECT 1 WHERE name = $1 AND number = $2 AND flag = $3")
    #expect(sql.values == [.text(name), .integer(3), .flag(true)])
  }

  @Test func aMissingValueIsBoundAsNull() {
    let missing: String? = nil

    let sql: SQL = "SELECT \(missing), \(Optional(4))"

    #expect(sql.text == "SELECT $1, $2")
    #expect(sql.values == [.null, .integer(4)])
  }

  @Test func splicedSQLIsRenumberedBehindWhatStandsBefore() {
    let inner: SQL = "a = \(10) OR b = \(11)"
    let middle: SQL = "c = \(9) AND (\(inner))"

    let sql: SQL = "SELECT \(8) WHERE \(middle) AND d = \(12)"

    #expect(sql.text == "SELECT $1 WHERE c = $2 AND (a = $3 OR b = $4) AND d = $5")
    #expect(sql.values == [8, 9, 10, 11, 12].map { .integer($0) })
  }

  @Test func splicingPastNineParametersKeepsTheirNumbers() {
    let nine: SQL = "\(1) \(2) \(3) \(4) \(5) \(6) \(7) \(8) \(9) \(10) \(11)"

    let sql: SQL = "\(0) \(nine)"

    #expect(sql.text == "$1 $2 $3 $4 $5 $6 $7 $8 $9 $10 $11 $12")
  }

  @Test func splicedSQLWithoutValuesIsLeftAsItIs() {
    let columns: SQL = "id, '$x', name"

    let sql: SQL = "SELECT \(columns) WHERE id = \(1)"

    #expect(sql.text == "SELECT id, '$x', name WHERE id = $1")
  }

  @Test func aListIsBoundOneByOneAndAnEmptyOneMatchesNothing() {
    let some: SQL = "id = \(0) AND id IN (\(list: [7, 8, 9]))"
    let none: SQL = "id IN (\(list: [Int]()))"

    #expect(some.text == "id = $1 AND id IN ($2, $3, $4)")
    #expect(some.values.count == 4)
    #expect(none.text == "id IN (NULL)")
    #expect(none.values.isEmpty)
  }
}
