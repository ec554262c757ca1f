import HTML
import Kernel
import Web

/// One group of seats in the form; an empty row is for a new one.
struct GroupFields {
  let place: String
  let group: SeatGroup?
  let userGroups: [UserGroup]
  let form: Form
  let page: Page

  var html: HTML {
    let new = page.say(nb: "Ny gruppe", nn: "Ny gruppe")
    return form.group(
      "\(place).group", group.map { page.say($0.name) } ?? new, names + numbers + rights + electors)
  }

  private var names: [HTML] {
    [
      form.text(
        "\(place).code", page.say(nb: "Kode", nn: "Kode"), value: group?.code ?? "",
        hint: page.say(
          nb: "Et kort ord som ikke endres, for eksempel forelder.",
          nn: "Eit kort ord som ikkje blir endra, til dømes forelder."), isRequired: false),
      form.text(
        "\(place).name", page.say(nb: "Navn på bokmål", nn: "Namn på bokmål"),
        value: group?.name.nb ?? "", isRequired: false),
      form.text(
        "\(place).nameNn", page.say(nb: "Navn på nynorsk", nn: "Namn på nynorsk"),
        value: group?.name.nn ?? "", isRequired: false),
    ]
  }

  private var numbers: [HTML] {
    [
      form.select(
        "\(place).kind", page.say(nb: "Slags medlemmer", nn: "Slags medlemer"),
        page.options(of: GroupKind.self), value: (group?.kind ?? .user).rawValue),
      form.select(
        "\(place).userGroup", page.say(nb: "Taler for", nn: "Talar for"),
        [(value: "", label: page.say(nb: "ingen på listen", nn: "ingen på lista"))]
          + userGroups.map { (value: $0.code, label: page.say($0.name)) },
        value: group?.userGroup?.code ?? "",
        hint: page.say(
          nb: "En av kommunens brukergrupper.", nn: "Ei av brukargruppene til kommunen.")),
      form.text(
        "\(place).number", page.say(nb: "Antall", nn: "Tal"), value: group?.number.code ?? "",
        hint: page.say(
          nb:
            "3 er tre. 3,5 er tre eller fem. 2-6 er fra to til seks. =forelder er like mange som i gruppen forelder. org:11 er én fra hver organisasjon, høyst elleve. Tomt er så mange som ønskes.",
          nn:
            "3 er tre. 3,5 er tre eller fem. 2-6 er frå to til seks. =forelder er like mange som i gruppa forelder. org:11 er éin frå kvar organisasjon, høgst elleve. Tomt er så mange ein ønskjer."
        ), isRequired: false),
    ]
  }

  private var rights: [HTML] {
    [
      form.box(
        "\(place).votes", page.say(nb: "Stemmer", nn: "Røystar"), isTicked: group?.votes ?? true),
      form.box(
        "\(place).mayPropose", page.say(nb: "Foreslår saker", nn: "Føreslår saker"),
        isTicked: group?.mayPropose ?? true),
      form.box(
        "\(place).maySpeak", page.say(nb: "Har ordet i møtene", nn: "Har ordet i møta"),
        isTicked: group?.maySpeak ?? true),
      form.box(
        "\(place).namesArePublic",
        page.say(nb: "Alle kan lese hvem de er", nn: "Alle kan lese kven dei er"),
        isTicked: group?.namesArePublic ?? true),
    ]
  }

  private var electors: [HTML] {
    let usual = page.say(
      nb: "Bare når det vanlige navnet ikke passer her.",
      nn: "Berre når det vanlege namnet ikkje passar her.")
    return [
      form.select(
        "\(place).chosenBy", page.say(nb: "Velges av", nn: "Blir valde av"),
        page.options(of: ElectingBody.self), value: (group?.chosenBy ?? .users).rawValue),
      form.text(
        "\(place).electors", page.say(nb: "Det kalles her, bokmål", nn: "Det heiter her, bokmål"),
        value: group?.chosenByName?.nb ?? "", hint: usual, isRequired: false),
      form.text(
        "\(place).electorsNn",
        page.say(nb: "Det kalles her, nynorsk", nn: "Det heiter her, nynorsk"),
        value: group?.chosenByName?.nn ?? "", hint: usual, isRequired: false),
    ]
  }
}
