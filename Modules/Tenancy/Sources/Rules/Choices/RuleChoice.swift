import Database
import Kernel
import Web

/// One of a few answers to a question that kommuner answer differently.
package protocol RuleChoice: Storable, JSONValue, CaseIterable, RawRepresentable<String>, Hashable {
  /// The answer in words, as the end of "regelen er at …".
  var text: Text { get }
}

/// Several of a few answers, kept as one text with commas.
package struct ChosenOnes<Choice: RuleChoice>: Sendable, Hashable {
  /// In the order in which the choices are listed.
  package let all: [Choice]

  /// Those and no others, each once.
  package init(_ some: [Choice] = []) {
    all = Choice.allCases.filter { some.contains($0) }
  }

  /// Whether a choice is among them.
  package func contains(_ choice: Choice) -> Bool { all.contains(choice) }
}

extension ChosenOnes: Storable {
  package init?(_ cell: Cell) {
    guard let text = String(cell) else { return nil }
    self.init(text.split(separator: ",").compactMap { Choice(rawValue: String($0)) })
  }
  package var bound: BoundValue { .text(all.map(\.rawValue).joined(separator: ",")) }
}

extension ChosenOnes: ExpressibleByArrayLiteral {
  /// The choices of a list in the source code.
  package init(arrayLiteral elements: Choice...) { self.init(elements) }
}
