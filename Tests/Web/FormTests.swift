import Database
import HTML
import Kernel
import Testing
import UseCases

@testable import Web

@Suite struct FormTests {
  private static func page(_ attempt: Attempt? = nil) -> Page {
    Page(
      tenant: Tenant(TenantID(1), "prove", "Prøve", "Prøve", nil, .bokmål, "ringebu", .active),
      actor: .visitor, language: .bokmål, base: "/prove", formToken: "t\"<",
      site: Site(
        stylesheet: Link(path: "/s.css"), icon: Link(path: "/i.svg"), menu: [], front: "/",
        signIn: "/inn", signOut: "/ut", account: "/meg"),
      attempt: attempt)
  }

  private static func refused(_ values: [String: Value], _ problems: [FieldProblem]) -> Attempt {
    Attempt(action: "/prove/rad", values: values, refusal: InvalidInput(problems: problems))
  }

  @Test func aFormCarriesItsTokenAndAKeyOfItsOwn() {
    let form = Self.page().form(to: Link(path: "/prove/rad"))

    let first = form.html(button: "Lagre", form.text("name", "Navn")).description
    let second = form.html(button: "Lagre", form.text("name", "Navn")).description

    #expect(first.contains("name=\"_token\" value=\"t&quot;&lt;\""))
    #expect(first.contains("name=\"_key\" value=\""))
    #expect(first != second)
  }

  @Test func aRefusedFormShowsWhatWasFilledInAndWhatIsWrong() {
    let wrong = FieldProblem("seats.1.name", Text(nb: "Skriv et navn.", nn: "Skriv eit namn."))
    let page = Self.page(Self.refused(["seats": [["name": "Kari"], ["name": "<Ola>"]]], [wrong]))
    let form = page.form(to: Link(path: "/prove/rad"))

    let html = form.html(
      button: "Lagre", form.text("seats.0.name", "Navn"), form.text("seats.1.name", "Navn")
    ).description

    #expect(html.contains("value=\"Kari\""))
    #expect(html.contains("value=\"&lt;Ola&gt;\""))
    #expect(html.components(of: "Skriv et navn.") == 1)
    #expect(html.components(of: "aria-invalid=\"true\"") == 1)
  }

  @Test("A kept form sends on what was filled in, and shows nothing of it")
  func aKeptForm() {
    let form = Self.page().keptForm(to: Link(path: "/prove/rad"))
    let html = form.html(
      button: "Lagre",
      form.group(
        "alt", "Alt",
        [
          form.text("a", "Navn", value: "<Kari>"), form.lines("b", "Tekst", value: "to\nlinjer"),
          form.select("c", "Valg", [("x", "X"), ("y", "Y")], value: "y"),
          form.choice("d", "Valg", [("x", "X")], value: "x"),
          form.box("e", "Ja", isTicked: true), form.box("f", "Nei"),
          form.day("g", "Dag", value: Day(year: 2026, month: 8, day: 17)),
        ])
    ).description
    for (name, value) in [
      ("a", "&lt;Kari&gt;"), ("b", "to\nlinjer"), ("c", "y"), ("d", "x"), ("e", "true"),
      ("g", "2026-08-17"),
    ] {
      #expect(html.contains("<input type=\"hidden\" name=\"\(name)\" value=\"\(value)\">"))
    }
    #expect(!html.contains("name=\"f\"") && !html.contains("<label") && !html.contains("<legend"))
  }

  @Test("A form is shown again when what it leads to was refused")
  func aFormThatLeadsOn() {
    let (first, next) = (Link(path: "/prove/a"), Link(path: "/prove/rad"))
    let wrong = FieldProblem("name", Text(nb: "Skriv et navn.", nn: "Skriv eit namn."))
    let page = Self.page(
      Self.refused(["name": "Kari", "rows": [["a": "1"], ["a": "2"]]], [wrong]))

    let form = page.form(to: first, leadingTo: next)
    let html = form.html(button: "Vis", form.text("name", "Navn")).description

    #expect(html.contains("action=\"/prove/a\""))
    #expect(html.contains("value=\"Kari\"") && html.contains("Skriv et navn."))
    #expect(html.contains("id=\"\(Form.inputID(action: next.text, "name"))\""))
    #expect(form.rows("rows", atLeast: 1) == 2 && form.rows("rows", atLeast: 5) == 5)
    #expect(page.form(to: first).rows("rows", atLeast: 1) == 1)
  }

  @Test func whatIsWrongIsTiedToWhatItIsAbout() {
    let wrong = FieldProblem("a", Text(nb: "Velg én.", nn: "Vel éin."))
    let form = Self.page(Self.refused([:], [wrong])).form(to: Link(path: "/prove/rad"))
    let id = Form.inputID(action: "/prove/rad", "a")

    for field in [
      form.text("a", "Navn"), form.box("a", "Navn"), form.choice("a", "Navn", []),
      form.group("a", "Navn", []),
    ] {
      #expect(field.description.contains("aria-describedby=\"\(id)-error\""))
      #expect(field.description.contains("id=\"\(id)-error\">Velg én.</p>"))
    }
  }

  @Test func anotherFormOfThePageStaysAsItWas() {
    let page = Self.page(Self.refused(["name": "Kari"], []))
    let form = page.form(to: Link(path: "/prove/andre"))

    #expect(form.text("name", "Navn", value: "gammel").description.contains("value=\"gammel\""))
  }

  @Test func aPasswordIsNeverShownAgain() {
    let page = Self.page(Self.refused(["password": "hemmelig"], []))
    let form = page.form(to: Link(path: "/prove/rad"))

    let html = form.html(button: "Inn", form.password("password", "Passord", isNew: false))

    #expect(!html.description.contains("hemmelig"))
  }

  @Test func everyFieldHasALabelThatBelongsToIt() {
    let form = Self.page().form(to: Link(path: "/prove/rad"))

    for field in [
      form.text("a", "Navn"), form.lines("a", "Navn"), form.password("a", "Navn", isNew: true),
      form.select("a", "Navn", [(value: "x", label: "X")]),
    ] {
      let id = Form.inputID(action: "/prove/rad", "a")
      #expect(field.description.contains("<label for=\"\(id)\">Navn</label>"))
      #expect(field.description.contains("id=\"\(id)\""))
    }
  }
}

extension String {
  fileprivate func components(of part: String) -> Int {
    split(separator: part, omittingEmptySubsequences: false).count - 1
  }
}
