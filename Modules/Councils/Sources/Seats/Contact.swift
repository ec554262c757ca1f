import Identity
import Kernel
import UseCases
import Web

/// Somebody with a name and the address they will sign in with.
struct Contact: Sendable {
  let name: String
  let email: EmailAddress
}

extension Contact {
  /// The person with that address, added when nobody has it yet.
  ///
  /// - Throws: `ContactRefusal.addressIsSomebodyElses` when whoever has it is called something else, so
  ///   that a slip in an address seats nobody who was not chosen.
  func findOrAdd(in work: borrowing Work) throws -> ID<Person> {
    let id = try People.findOrAdd(name: name, email: email, in: work)
    let known: String? = try work.value("SELECT name FROM identity_person WHERE id = \(id)")
    guard known.map({ Self.areOnePerson($0, name) }) ?? true else {
      throw ContactRefusal.addressIsSomebodyElses(email.text)
    }
    return id
  }

  /// Whether two names can be one person's: all parts of one stand in the other, as with a middle
  /// name left out.
  static func areOnePerson(_ one: String, _ other: String) -> Bool {
    func parts(_ name: String) -> Set<Substring> {
      Set(name.lowercased().split { $0 == " " || $0 == "-" || $0 == "." })
    }
    let (one, other) = (parts(one), parts(other))
    return one.isSubset(of: other) || other.isSubset(of: one)
  }
}

/// Why somebody is not who they are said to be.
enum ContactRefusal: Refusal, Equatable {
  case addressIsSomebodyElses(String)

  var kind: RefusalKind { .invalid }

  var text: Text {
    guard case .addressIsSomebodyElses(let address) = self else { return Text(same: "") }
    return Text(
      nb: """
        Adressen \(address) tilhører en med et annet navn. Se etter om den er riktig. To som deler \
        adresse, må ha hver sin her.
        """,
      nn: """
        Adressa \(address) høyrer til ein med eit anna namn. Sjå etter om ho er rett. To som deler \
        adresse, må ha kvar si her.
        """,
      en: """
        The address \(address) belongs to somebody with another name. Check it. Two who share an \
        address need one each here.
        """)
  }
}
