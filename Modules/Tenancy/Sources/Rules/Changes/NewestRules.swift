import Kernel
import Web

/// The newest version of a rule set and its first day, which may be still to come.
package struct NewestRules: JSONRecord {
  package let rules: RuleSet
  package let validFrom: Day

  package static let shape = Shape<NewestRules>(
    "NewestRules",
    [
      Field("ruleSet", "The rules of the newest version.") { $0.rules },
      Field("validFrom", "The first day it holds.") { $0.validFrom },
    ])
}
