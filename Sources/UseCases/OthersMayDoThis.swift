import Kernel

/// The refusal of what somebody may not do, as they are told it: with who may.
package struct OthersMayDoThis: Refusal {
  let permission: Permission

  /// What to tell whoever was refused this permission.
  package init(_ permission: Permission) { self.permission = permission }

  package var kind: RefusalKind { .forbidden }
  package var code: String { AccessRefusal.youMayNotDoThis.code }

  package var text: Text {
    let roles = Role.allCases.filter(permission.roles.contains)
    // What everybody may do was refused for another reason than the role.
    guard !roles.contains(.politician) else { return AccessRefusal.youMayNotDoThis.text }
    func list(_ language: Language) -> String {
      roles.map { $0.text[language] }.joined(separator: ", ")
    }
    return Text(
      nb: "Du har ikke tilgang til å gjøre dette her. Det kan: \(list(.bokmål)).",
      nn: "Du har ikkje tilgang til å gjere dette her. Det kan: \(list(.nynorsk)).",
      en: "You may not do this here. Those who may: "
        + roles.map(\.rawValue).joined(separator: ", ") + ".")
  }
}
