import Kernel
import UseCases
import Web

/// What a password must be: long, and not one that everybody tries first.
///
/// No rule about kinds of characters, which makes nobody safer.
enum NewPassword {
  static let shortest = 12
  static let longest = 200

  static func hint(_ page: Page) -> String {
    page.say(
      nb: "Minst \(shortest) tegn. Tre–fire vanlige ord er lett å huske.",
      nn: "Minst \(shortest) teikn. Tre–fire vanlege ord er lett å hugse.")
  }

  static func read(_ input: inout Input, _ name: String = "password") -> String {
    let password = input.opaque(name, max: longest, "At least \(shortest) characters.")
    if !password.isEmpty && password.count < shortest {
      input.note(name, .tooShort(shortest))
    } else if CommonPasswords.contains(password) {
      input.note(name, .isTooCommon)
    }
    return password
  }

  /// Refuses what whoever knows the person tries first: their name, their address, their kommune.
  ///
  /// - Throws: `InvalidInput`.
  static func refuse(
    _ password: String, ofPerson name: String, _ email: String, in work: borrowing Work
  ) throws {
    let kommune = try work.tenant
    let own = [name, email, kommune.name, kommune.slug]
    guard CommonPasswords.contains(password, besides: own) else { return }
    throw InvalidInput(problems: [FieldProblem("password", InputProblem.isEasyToGuess.text)])
  }
}
