"""Runs everything that a real browser can tell of the demo's pages."""

import argparse
import pathlib
import shutil
import signal
import sys
import tempfile

from playwright.sync_api import Error as BrowserError

from constitute import run_change, run_constitution
from crawl import Crawl
from demo import Demo
from house import Report
from keyboard import run_keyboard
from pages import Eyes
from person import Chromium, Person
from walk import run_walk

# Routes whose page nobody gets to see here, and why.
UNSEEN = {
    "/{slug}/logg-inn/{login}/svar": "comes from an issuer; Tests/EndToEnd/logins.py does so",
    "/{slug}/logg-inn/{login}/avsluttet": "is loaded by an issuer, out of sight",
    "/{slug}/interesse/{secret}": "stands in a letter or on the page once; RegisterInterestTests",
    "/{slug}/logg-ut/{login}": "leads to an issuer; Tests/EndToEnd/logins.py goes there",
}
# Pages that no link leads to: what an issuer asks for, and what is not there.
UNLINKED = ["/logg-inn/porten/svar", "/logg-ut/porten", "/ukjent"]
# What else a kommune shows is of the same parts, but of other words and other rules.
ROLES_ELSEWHERE = ("kommune_administrator", "unit_leader")


def people(demo):
    """Who looks: visitors of all kommuner, everybody in one of them, and a few in the others."""
    for slug in sorted({account["slug"] for account in demo.accounts}, key="trondheim".__ne__):
        yield "visitor", None, slug
        for account in demo.accounts:
            if account["slug"] == slug and (slug == "trondheim" or account["role"] in ROLES_ELSEWHERE):
                yield account["role"], account["name"], slug


def run_pages(report, eyes, chromium, demo):
    """Every page with something on it that was not looked at before, as everybody."""
    crawl = Crawl(demo)
    # An invitation nobody has used, for somebody who is not needed here.
    unlinked = [*UNLINKED, demo.invitation(demo.account("Ragnhild Utvalgsrud"))]
    for role, name, slug in people(demo):
        who = f"{role} of {slug}"
        report.part(f"pages, {who}")
        person = Person(chromium, demo, name, slug)
        if slug == "ringebu":
            person.go("/?sprak=nn")
        extra = unlinked if slug == "baerum" and not name else ()
        for route, path, is_new in crawl.pages(person, extra):
            person.complaints.clear()
            status = person.page.goto(demo.url + path).status
            # The issuer that never answers is nobody's fault here.
            report.check(f"{path} is answered", status < 500 or route in UNSEEN, status)
            # The same parts with other words may be too wide; WCAG holds for them as before.
            eyes.look(person, f"{who}, {path}", judges=is_new)
        person.leave()
    report.part("pages, all of them")
    for route in crawl.routes:
        report.check(f"{route} was reached", route in crawl.reached or route in UNSEEN, "by nobody")
    for route in UNSEEN:
        report.check(f"{route} still needs its reason", route not in crawl.reached, "it was reached")


def look_at_everything(report, chromium, scratch, shots):
    eyes = Eyes(report, shots)
    with Demo(scratch) as demo:
        for part in (run_walk, run_constitution, run_change, run_keyboard, run_pages):
            try:
                part(report, eyes, chromium, demo)
            except BrowserError as error:
                report.check("gets to its end", False, error)
    print(f"{eyes.looked_at} pages looked at with Chromium {chromium.version}")


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--shots", type=pathlib.Path, metavar="FOLDER", help="keep pictures here")
    shots = options.parse_args().shots
    # Whoever stops us gets the tidying up, too.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    report = Report()
    scratch = tempfile.mkdtemp(prefix="samrad-browser-")
    try:
        with Chromium() as chromium:
            look_at_everything(report, chromium, scratch, shots)
    finally:
        report.end_part()
        shutil.rmtree(scratch, ignore_errors=True)
    print(f"{report.passed} passed, {report.failed} failed")
    return 1 if report.failed else 0


if __name__ == "__main__":
    sys.exit(main())
