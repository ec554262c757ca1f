"""Somebody at the screen, who knows only what stands there: labels, buttons, links, sentences.

    with Chromium() as chromium:
        sigrid = Person(chromium, demo, "Sigrid Protokoll")
        sigrid.go("/nytt-rad")
        sigrid.fill("Navn", "Ola Nordmann", within="Forelder 1")
        sigrid.press("Konstituer rådet")
        sigrid.expect("Rådet er konstituert.")

Whoever cannot find a field or a button gives up after five seconds, with an exception that says so.
"""

import os
import shutil

from playwright.sync_api import sync_playwright

NARROW, WIDE = {"width": 360, "height": 740}, {"width": 1280, "height": 900}
PATIENCE = 5000


class Chromium:
    """The browser itself, without a window; gone when the block ends."""

    def __enter__(self):
        self._playwright = sync_playwright().start()
        # Its own sandbox does not run as root, and there is nothing here but our own pages.
        self._browser = self._playwright.chromium.launch(
            executable_path=shutil.which(os.environ["SAMRAD_CHROMIUM"]), chromium_sandbox=False)
        return self

    def __exit__(self, *_):
        self._browser.close()
        self._playwright.stop()

    @property
    def version(self):
        return self._browser.version

    def context(self, **options):
        """A browser that has been nowhere yet; colours that fade in would be measured half-way."""
        context = self._browser.new_context(
            viewport=WIDE, locale="nb-NO", reduced_motion="reduce", **options)
        context.set_default_timeout(PATIENCE)
        return context


class Person:
    """One person with a browser of their own, signed in or not."""

    def __init__(self, chromium, demo, name=None, slug="trondheim", scripts=True):
        self.account = demo.account(name) if name else {"slug": slug, "role": "visitor"}
        self.home = f"{demo.url}/{self.account['slug']}"
        self.context = chromium.context(java_script_enabled=scripts)
        self.page = self.context.new_page()
        self.has_scripts = scripts
        self.complaints = []
        self.begin()
        self.page.on("console", self._hear)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        if name:
            self.sign_in()

    def _hear(self, message):
        # That a page which was asked for answered with a refusal is nothing the page did wrong.
        is_refusal = (message.location.get("url") == self.page.url
                      and "the server responded with" in message.text)
        if message.type in ("error", "warning") and not is_refusal:
            self.complaints.append(message.text)

    def leave(self):
        self.context.close()

    # What people do -----------------------------------------------------------------------------

    def sign_in(self):
        """Fills in the form to sign in; whoever has a one-time code is asked for it next."""
        self.go("/logg-inn")
        self.fill("E-post", self.account["email"])
        self.fill("Passord", self.account["password"])
        self.press("Logg inn")

    def begin(self):
        """Counts from here what the hands do."""
        self._keys = self._presses = self._pages = 0

    def seconds(self, key, press, thought, page):
        """How long all of it takes somebody who needs so long for each."""
        return (self._keys * key + self._presses * (press + thought) + self._pages * page)

    def go(self, path):
        """To a page of the kommune."""
        self._pages += 1
        return self.page.goto(self.home + path)

    def fill(self, label, text, within=None):
        self._keys += len(text) + 1
        self._presses += 1
        self._field(label, within).fill(text)

    def pick(self, label, choice, within=None):
        """One of a list that opens."""
        self._presses += 2
        self._field(label, within).select_option(label=choice)

    def tick(self, label, within=None):
        """A box, or one of several choices in sight."""
        self._presses += 1
        self._field(label, within).check()

    def attach(self, label, name, content, kind="application/pdf"):
        """A file from one's own machine."""
        self._field(label, None).set_input_files({"name": name, "mimeType": kind, "buffer": content})

    def open(self, text, within=None):
        """What is folded away behind a text."""
        self._presses += 1
        self._seen(self._scope(within).get_by_text(text, exact=True)).click()

    def press(self, text, within=None):
        """A button, and what comes of it."""
        self._presses += 1
        self._pages += 1
        with self.page.expect_navigation():
            self._seen(self._scope(within).get_by_role("button", name=text, exact=True)).click()

    def follow(self, text, within=None):
        """A link, the first with that text, to the page it leads to."""
        self._presses += 1
        self._pages += 1
        with self.page.expect_navigation():
            self._link(text, within).click()

    def download(self, text, within=None):
        """The name and the bytes of the file behind a link."""
        with self.page.expect_download() as waiting:
            self._link(text, within).click()
        with open(waiting.value.path(), "rb") as file:
            return waiting.value.suggested_filename, file.read()

    # What people see ----------------------------------------------------------------------------

    def sees(self, text):
        """Whether a text stands on the page, in sight."""
        return self._seen(self.page.get_by_text(text)).count() > 0

    def heading(self):
        return self.page.locator("h1").inner_text()

    def expect(self, report, text):
        """A check that a text stands on the page; says what stands there instead."""
        return report.check(
            f"«{text}»", self.sees(text), f"{self.page.url}: {self.page.locator('main').inner_text()}")

    def _field(self, label, within):
        return self._seen(self._scope(within).get_by_label(label, exact=True))

    def _link(self, text, within):
        return self._seen(self._scope(within).get_by_role("link", name=text, exact=True)).first

    def _scope(self, within):
        """The whole page, the fields under one legend, or the first point of a list with a text."""
        if within is None:
            return self.page
        point = self.page.get_by_role("listitem").filter(has_text=within)
        return self.page.get_by_role("group", name=within).or_(point).first

    @staticmethod
    def _seen(found):
        return found.filter(visible=True)
