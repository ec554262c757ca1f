import Kernel
import Tenancy
import Web

extension RuleSet {
  /// The rules as a program that has read them sends them back, decided by bystyret.
  package func request(
    reading version: Int? = nil, from day: String = "2026-08-17", _ more: [String: Value] = [:]
  ) throws -> [String: Value] {
    var writer = JSONWriter()
    write(to: &writer)
    guard case .object(var fields) = try Value(json: writer.utf8) else { return [:] }
    fields["code"] = nil
    let decision: [String: Value] = [
      "ruleSet": .text(code), "version": .number(version ?? self.version),
      "validFrom": .text(day), "decidedBy": "bystyret",
    ]
    return fields.merging(decision) { $1 }.merging(more) { $1 }
  }
}
