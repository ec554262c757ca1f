import HTML
import Kernel
import Web

/// The front page of a kommune.
enum FrontPage {
  @Sendable
  static func view(_ kommune: KommuneFacts, _ page: Page) -> View {
    let leader = page.say(kommune.words[.unitLeader])
    return View(
      "",
      """
      <h1>\(page.say(nb: "Brukerrådene i", nn: "Brukarråda i")) \(kommune.name)</h1>
      <p class="lead">\(lead(leader, page))</p>
      <ul class="plain cards">
      \(page.site.menu.map { card($0, page) })
      </ul>
      <h2>\(page.say(nb: "Slik virker det", nn: "Slik verkar det"))</h2>
      <ol class="steps">\(steps(leader, page).map { "<li>\($0)</li>" })</ol>
      """)
  }

  private static func lead(_ leader: String, _ page: Page) -> String {
    page.say(
      nb: "Brukerrådet gir råd til den som leder enheten (\(leader)). Rådene skal lyttes til.",
      nn: "Brukarrådet gir råd til den som leier eininga (\(leader)). Råda skal lyttast til.")
  }

  private static func card(_ item: MenuItem, _ page: Page) -> HTML {
    "<li class=\"card\"><a href=\"\(page.link(item.path()))\">\(page.say(item.text))</a></li>"
  }

  private static func steps(_ leader: String, _ page: Page) -> [String] {
    [
      page.say(
        nb: "Rådet møtes. Bare brukernes representanter har stemmerett.",
        nn: "Rådet møtest. Berre representantane for brukarane har røysterett."),
      page.say(
        nb: "Vedtakene får et nummer i protokollen, og møtedeltakerne godkjenner referatet.",
        nn: "Vedtaka får eit nummer i protokollen, og møtedeltakarane godkjenner referatet."),
      page.say(
        nb: "Den som leder enheten, svarer på hvert vedtak: fulgt, delvis fulgt eller ikke fulgt.",
        nn: "Den som leier eininga, svarer på kvart vedtak: følgt, delvis følgt eller ikkje følgt."),
      page.say(
        nb: "Blir et råd ikke fulgt, skal det begrunnes.",
        nn: "Blir eit råd ikkje følgt, skal det grunngivast."),
    ]
  }
}
