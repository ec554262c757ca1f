import Database
import Identity
import Kernel
import UseCases
import Web

/// Promises in one's own name to keep to the kommune's text on confidentiality.
package struct SignDeclaration: UseCase, Readable {
  let textVersion: Int?

  package static let permission = Permission.readOwnAccount

  package init(_ input: inout Input) {
    textVersion = input.number("textVersion", in: 1...100_000, "The version of the text you read.")
  }

  /// - Throws: `.nothingIsDemanded`; `.textHasChanged` when another version holds by now;
  ///   `.youHaveSigned`.
  package func perform(in work: borrowing Work) throws -> OwnOnboarding {
    let member = try Account.member(in: work)
    guard let text = try Confidentiality.current(in: work) else { throw Refusal.nothingIsDemanded }
    guard textVersion == text.version else { throw Refusal.textHasChanged }
    let added = try work.run(
      """
      INSERT INTO councils_declaration (person_id, version, signed_at)
      VALUES (\(member.id), \(text.version), \(work.now)) ON CONFLICT DO NOTHING
      """)
    guard added == 1 else { throw Refusal.youHaveSigned }
    try work.record("declaration-signed", member.id, ["version": "\(text.version)"])
    return try OwnOnboarding.of(member, in: work)
  }

  /// Why nothing is signed.
  package enum Refusal: Kernel.Refusal, Equatable {
    case nothingIsDemanded
    case textHasChanged
    case youHaveSigned

    package var kind: RefusalKind { .conflict }

    package var text: Text {
      switch self {
      case .nothingIsDemanded:
        Text(
          nb: "Kommunen ber ikke om taushetserklæring. Du trenger ikke gjøre noe.",
          nn: "Kommunen ber ikkje om teieplikterklæring. Du treng ikkje gjere noko.",
          en: "The kommune demands no declaration. There is nothing to sign.")
      case .textHasChanged:
        Text(
          nb: "Teksten er endret etter at du leste den. Les den nye, og skriv under på den.",
          nn: "Teksten er endra etter at du las han. Les den nye, og skriv under på han.",
          en: "The text has changed since you read it. Read the new one and sign that.")
      case .youHaveSigned:
        Text(
          nb: "Du har allerede skrevet under på denne teksten.",
          nn: "Du har allereie skrive under på denne teksten.",
          en: "You have signed this text already.")
      }
    }

    package var fields: [FieldProblem] { [] }
  }

  static let routes = Route.changing(
    Self.self, api: "/account/declarations", page: CouncilsPaths.declaration,
    form: CouncilsPaths.onboarding, "Promise to keep to the text on confidentiality.",
    done: Text(nb: "Du har skrevet under.", nn: "Du har skrive under."))
}
