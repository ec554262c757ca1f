"""Those who use a keyboard alone: where they are is in sight, and nothing is out of their reach."""

from person import Person

FOCUSED = """() => {
  const e = document.activeElement, style = getComputedStyle(e), box = e.getBoundingClientRect();
  return {
    name: e.labels?.length ? e.labels[0].innerText : e.innerText,
    target: e.getAttribute('href') || '',
    outline: style.outlineStyle === 'none' ? 0 : parseFloat(style.outlineWidth),
    inSight: box.width > 0 && box.top >= 0 && box.left >= 0 && box.bottom <= innerHeight,
  };
}"""


def tab(person, key="Tab"):
    person.page.keyboard.press(key)
    return person.page.evaluate(FOCUSED)


def run_keyboard(report, eyes, chromium, demo):
    visitor = Person(chromium, demo, slug="baerum")
    page = visitor.page
    report.part("keyboard")
    visitor.go("/logg-inn")
    first = tab(visitor)
    report.check("the first stop leads past the menu", first["name"] == "Hopp til innholdet"
                 and first["inSight"] and first["outline"] >= 2, first)
    page.keyboard.press("Enter")
    stops = [tab(visitor) for _ in range(5)]
    report.equal(
        "from there to the form", [s["name"] for s in stops],
        ["Logg inn med Ansattporten", "E-post", "Passord", "Logg inn", "Glemt passordet?"])
    for stop in stops:
        report.check(f"«{stop['name']}» shows that it has the focus",
                     stop["outline"] >= 2 and stop["inSight"], stop)
    visitor.go("/")
    found = {tab(visitor)["name"] for _ in range(12)}
    report.check("without it, through the menu", {"Logg inn", "Råd", "Enheter"} <= found, found)

    visitor.go("/logg-inn")
    visitor.fill("E-post", "ingen@baerum.example")
    visitor.fill("Passord", "ikke det riktige")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    report.check("a refusal is announced", page.get_by_role("alert").is_visible())
    report.check("in words", visitor.sees("E-postadressen eller passordet er feil."))
    eyes.look(visitor, "keyboard: refused at the door")
    visitor.leave()
    check_refused_form(report, eyes, Person(chromium, demo, "Sigrid Protokoll"))


def check_refused_form(report, eyes, sigrid):
    """What is wrong with a field is told on top, with a link to the field."""
    page = sigrid.page
    sigrid.go("/nytt-rad")
    page.locator("main").get_by_role("link").nth(1).click()
    page.get_by_role("button", name="Opprett rådet").wait_for()
    # What the browser itself would hold back, our server must refuse, too.
    page.evaluate("document.querySelector('main form').noValidate = true")
    sigrid.press("Opprett rådet")
    eyes.look(sigrid, "keyboard: a council refused")
    links = page.get_by_role("alert").get_by_role("link")
    if not report.check("every problem has a link", links.count() > 0, page.url):
        return
    stops = []
    while len(stops) < 30 and not (stops and stops[-1]["target"].startswith("#f-")):
        stops.append(tab(sigrid))
    report.check("the tabulator reaches the problems", stops[-1]["target"].startswith("#f-"), stops)
    page.keyboard.press("Enter")
    report.check("which lead to their fields", page.url.endswith(stops[-1]["target"]), page.url)
    wrong = page.locator(stops[-1]["target"])
    report.check("in sight", wrong.is_visible())
    stop = page.evaluate(FOCUSED) if wrong.evaluate("e => e === document.activeElement") else tab(sigrid)
    report.check("where one goes on writing", stop["outline"] >= 2 and stop["inSight"], stop)
    told = (wrong.get_attribute("aria-describedby") or "nothing").split()[-1]
    report.check("and the field says what is wrong", page.locator(f"[id='{told}'].error").is_visible())
    sigrid.leave()
