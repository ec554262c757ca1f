"""What every page must be: it fits, it breaks no policy, it says what it is, and WCAG holds."""

import importlib.resources
import re

from person import NARROW, WIDE

AXE = (importlib.resources.files("axe_playwright_python") / "axe.min.js").read_text()
# The policy of our pages lets no script in; what the browser's own protocol evaluates is none.
RUN_AXE = """options => axe.run(document, options).then(found =>
  found.violations.map(v => v.id + ': ' + v.nodes.slice(0, 3).map(n => n.html.slice(0, 200) + ' '
    + n.any.concat(n.all, n.none).map(c => c.message).join('; ')).join(' | ')))"""
WCAG = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
    "rules": {"target-size": {"enabled": True}},
    "resultTypes": ["violations"],
}
CONTRAST = {"runOnly": {"type": "rule", "values": ["color-contrast"]}, "resultTypes": ["violations"]}
FACTS = """() => ({
  title: document.title.trim(),
  lang: document.documentElement.lang,
  headings: document.querySelectorAll('h1').length,
  scripts: document.querySelectorAll('script, [onclick], [onload], [onsubmit]').length,
})"""
# The whole page, or a part whose end is cut off; what only screen readers say is cut on purpose.
TOO_WIDE = """() => {
  const room = innerWidth, page = document.scrollingElement.scrollWidth, wide = [];
  const isShort = e => (e.clientWidth > 1 && e.scrollWidth > e.clientWidth + 1
    && getComputedStyle(e).overflowX !== 'visible' && !e.matches('input, select, textarea, pre'));
  for (const e of document.querySelectorAll('body *'))
    if (e.getBoundingClientRect().right > room + 1 && page > room || isShort(e))
      wide.push(e.outerHTML.slice(0, 120));
  if (page > room) wide.unshift('the page is ' + page + ' wide');
  return wide.slice(0, 4);
}"""


class Eyes:
    """Looks at pages, and keeps pictures of them when somebody wants to see for themselves."""

    def __init__(self, report, shots=None):
        self.report, self.shots = report, shots
        self.looked_at = 0
        if shots:
            shots.mkdir(parents=True, exist_ok=True)

    def look(self, person, name, judges=True):
        """At the page a person has before them, wide and narrow, and by WCAG in light and dark."""
        page, check = person.page, self.report.check
        self.looked_at += 1
        facts = page.evaluate(FACTS)
        check(f"{name}: one heading, a title, a language, no script",
              facts["headings"] == 1 and facts["title"] and facts["lang"] in ("nb", "nn")
              and not facts["scripts"], facts)
        self._fits(page, name, WIDE)
        self._fits(page, name, NARROW)
        check(f"{name}: the browser complains of nothing", not person.complaints, person.complaints)
        # axe-core is a script itself.
        if judges and person.has_scripts:
            self._holds(page, name)
        page.set_viewport_size(WIDE)
        person.complaints.clear()

    def _holds(self, page, name):
        page.evaluate(AXE)
        found = page.evaluate(RUN_AXE, WCAG)
        self.report.check(f"{name}: WCAG 2.2 AA", not found, found)
        page.emulate_media(color_scheme="dark")
        found = page.evaluate(RUN_AXE, CONTRAST)
        self.report.check(f"{name}: contrast in the dark", not found, found)
        page.emulate_media(color_scheme="light")

    def _fits(self, page, name, size):
        page.set_viewport_size(size)
        wide = page.evaluate(TOO_WIDE)
        self.report.check(f"{name}: fits into {size['width']} pixels", not wide, wide)
        if self.shots:
            file = re.sub(r"[^\w.-]+", "-", name).strip("-")
            page.screenshot(path=self.shots / f"{file}-{size['width']}.png", full_page=True)
