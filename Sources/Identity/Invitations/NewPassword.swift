import Kernel
import Web

/// What a password must be: long.
///
/// No rule about kinds of characters, which makes nobody safer.
enum NewPassword {
  static let shortest = 12
  static let longest = 200

  static func read(_ input: inout Input) -> String {
    let password = input.opaque("password", max: longest, "At least \(shortest) characters.")
    if !password.isEmpty && password.count < shortest {
      input.note("password", .tooShort(shortest))
    }
    return password
  }
}
