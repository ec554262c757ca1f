import HTML
import Kernel
import UseCases
import Web

/// Shows an administrator of whom the kommune demands one-time codes.
package struct ReadCodeDemand: UseCase, Readable {
  package static let permission = Permission.manageLogins
  package static let changes = false

  package init(_ input: inout Input) {}

  package func perform(in work: borrowing Work) throws -> CodeDemandSetting {
    try work.require(Self.permission)
    return CodeDemandSetting(demandedOf: try CodeDemand.current(in: work))
  }

  static let routes = Route.reading(
    Self.self, api: "/settings/one-time-codes", page: IdentityPaths.codeDemand,
    "Of whom one-time codes are demanded."
  ) { setting, page in
    let title = page.say(nb: "Krav om engangskode", nn: "Krav om eingongskode")
    let form = page.form(to: page.link(IdentityPaths.codeDemand()))
    return View(
      title, crumbs: [page.accountCrumb],
      """
      <h1>\(title)</h1>
      <p class="lead">\(page.say(
        nb: "Den som må bruke engangskode, setter den opp neste gang de logger inn, og kommer ikke "
          + "videre før det er gjort. Det gjelder også deg. Den som logger inn med ID-porten eller "
          + "lignende, blir ikke spurt.",
        nn: "Den som må bruke eingongskode, set han opp neste gong dei loggar inn, og kjem ikkje "
          + "vidare før det er gjort. Det gjeld òg deg. Den som loggar inn med ID-porten eller "
          + "liknande, blir ikkje spurd."))</p>
      \(form.html(
        button: page.say(nb: "Lagre", nn: "Lagre"),
        form.choice(
          "demandedOf", page.say(nb: "Hvem må bruke engangskode?", nn: "Kven må bruke eingongskode?"),
          CodeDemand.allCases.map { ($0.rawValue, page.say($0.text)) },
          value: setting.demandedOf.rawValue)))
      """)
  }
}

extension CodeDemand {
  fileprivate var text: Text {
    switch self {
    case .nobody: Text(nb: "Ingen: hver enkelt velger selv", nn: "Ingen: kvar og ein vel sjølv")
    case .responsible:
      Text(
        nb: "Administratorer, sekretærer, enhetsledere og revisorer",
        nn: "Administratorar, sekretærar, einingsleiarar og revisorar")
    case .everyone: Text(nb: "Alle", nn: "Alle")
    }
  }
}
