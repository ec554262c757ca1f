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
