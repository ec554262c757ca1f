/// Passwords that are tried first by whoever guesses.
enum CommonPasswords {
  /// Those of the 30 000 most used ones that are long enough to be chosen here; the list comes from
  /// zxcvbn (MIT licence).
  private static let list = Set(
    String(decoding: PackageResources.common_passwords_txt, as: UTF8.self)
      .split(separator: "\n").map(String.init))

  /// What people here lengthen with figures and marks when a password must be long.
  private static let words = RefusedWords([
    "passord", "password", "passordet", "hemmelig", "hemmeleg", "velkommen", "sommer", "sommar",
    "vinter", "haust", "høst", "vår", "brukerråd", "brukarråd", "samråd", "kommune", "kommunen",
    "norge", "noreg", "qwerty", "qwertyuiop", "asdfgh", "abc", "abcdef", "test", "admin",
    "administrator", "sekretær", "login", "welcome",
  ])

  /// Whether a password is on the list, is made of the usual words, or goes with four different
  /// characters or fewer.
  static func contains(_ password: String) -> Bool {
    let lower = password.lowercased()
    return list.contains(lower) || words.make(password) || Set(lower).count < 5
  }

  /// Whether a password is made of the usual words and of those that stand in some texts.
  static func contains(_ password: String, besides texts: [String]) -> Bool {
    words.and(texts).make(password)
  }
}
