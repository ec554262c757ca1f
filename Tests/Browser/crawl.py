"""Finds the pages: every route `samrad routes` lists, with ids from the links people are shown."""

import html.parser
import re
import urllib.parse

from house import BINARY, Client, run

# As many of one route as each person looks into.
ENOUGH = 12


def routes():
    """The patterns of all GET routes that are not the API's, such as `/{slug}/rad/{council}`."""
    listed = run([BINARY, "routes"])
    assert listed.returncode == 0, listed.stderr
    lines = [line.split() for line in listed.stdout.splitlines()]
    return [words[1] for words in lines if words[:1] == ["GET"] and "/api/v1" not in words[1]]


class Anatomy(html.parser.HTMLParser):
    """What the content of a page is made of, and where the page leads."""

    def __init__(self, text, slug):
        super().__init__()
        self.links, self.parts = [], set()
        self._slug, self._is_content = slug, False
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        found = dict(attributes)
        if tag == "a":
            self.links.append(found.get("href") or "")
        self._is_content |= tag == "main"
        if self._is_content:
            words = [found.get(name) or "" for name in ("class", "name", "type", "role")]
            # A form is another when it leads elsewhere, whatever the kommune and the ids.
            action = re.sub(r"[0-9a-f]{8}-[0-9a-f-]{27}", "{id}", found.get("action") or "")
            self.parts.add((tag, *words, action.removeprefix(f"/{self._slug}")))

    def handle_endtag(self, tag):
        self._is_content &= tag != "main"


class Crawl:
    """Goes where links lead, as one person after the other, and keeps the pages worth a look.

    A page is worth a look when it has a part that its route has not shown before in its kommune.
    """

    def __init__(self, demo):
        self.demo = demo
        self.routes = routes()
        self.reached = set()
        self._patterns = [
            (re.compile(re.sub(r"\{\w+\}", "[^/]+", route)), route)
            # A route that is all words goes before one that has a parameter there.
            for route in sorted(self.routes, key=lambda r: r.count("{"))]
        self._seen = {}

    def route_of(self, path):
        return next((r for p, r in self._patterns if p.fullmatch(path)), None)

    def pages(self, person, extra=()):
        """Routes and addresses worth a look for somebody, and whether such a part is new anywhere."""
        slug = person.account["slug"]
        client = Client(self.demo.port, slug)
        client.cookies = {c["name"]: c["value"] for c in person.context.cookies()}
        waiting = [r.replace("{slug}", slug) for r in self.routes if not re.search(r"\{(?!slug)", r)]
        unlinked = [f"/{slug}{path}" for path in extra]
        waiting += unlinked
        asked, counts = set(), {}
        for path in waiting:
            route = self.route_of(path.split("?")[0])
            leads_nowhere = route is None and path not in unlinked
            if path in asked or leads_nowhere or counts.get(route, 0) >= ENOUGH:
                continue
            asked.add(path)
            counts[route] = counts.get(route, 0) + 1
            answer = client.send("GET", path, Accept="text/html")
            if answer.status == 200:
                self.reached.add(route)
            if answer.status == 303 or not answer.headers["Content-Type"].startswith("text/html"):
                continue
            anatomy = Anatomy(answer.text, slug)
            if answer.status == 200:
                waiting += self._ways(slug, path, anatomy)
            if self._is_new(anatomy, slug, route, answer.status):
                yield route, path, self._is_new(anatomy, "anywhere", route, answer.status)

    def _is_new(self, anatomy, *place):
        known = self._seen.setdefault(place, set())
        is_new = not anatomy.parts <= known
        known |= anatomy.parts
        return is_new

    @staticmethod
    def _ways(slug, path, anatomy):
        """Where a page leads within its kommune; not to the same page in another language."""
        for link in anatomy.links:
            way = urllib.parse.urljoin(path, link.split("#")[0])
            if way.startswith(f"/{slug}/") and "sprak=" not in way:
                yield way
