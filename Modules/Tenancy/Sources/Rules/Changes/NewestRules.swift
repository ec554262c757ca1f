import Kernel
import Web

/// The newest version of a rule set that was not withdrawn, and its first day, which may be still to
/// come.
package struct NewestRules: JSONRecord {
  package let rules: RuleSet
  package let validFrom: Day
  /// The highest number a version has, withdrawn ones too, which no other gets.
  let lastNumber: Int

  package static let shape = Shape<NewestRules>(
    "NewestRules",
    [
      Field("ruleSet", "The rules of the newest version.") { $0.rules },
      Field("validFrom", "The first day it holds.") { $0.validFrom },
    ])
}
