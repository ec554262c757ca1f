"""What people do from one page to the next, also in a browser that runs no scripts at all."""

import base64
import hashlib
import hmac
import re
import struct
import time

from person import Person

ASKED = "Åpne inngangen en halv time før."
PDF = b"%PDF-1.7\n1 0 obj << /Type /Catalog >> endobj\ntrailer << /Root 1 0 R >>\n%%EOF\n"


def code_of(secret, moment):
    """What an authenticator app would show, after RFC 6238."""
    key = base64.b32decode(secret.replace(" ", ""))
    digest = hmac.digest(key, struct.pack(">Q", int(moment) // 30), hashlib.sha1)
    at = digest[-1] & 15
    return f"{(int.from_bytes(digest[at:at + 4]) & 0x7FFFFFFF) % 1_000_000:06}"


def set_up_code(report, eyes, solveig):
    """On the account's page; gives the secret and the recovery codes that were shown."""
    solveig.follow("Solveig Papirstad")
    solveig.follow("Engangskode på telefonen")
    eyes.look(solveig, "walk: one-time code, not set up")
    solveig.press("Sett opp")
    report.check("a picture for the phone's camera",
                 solveig.page.get_by_role("img", name="Kode som appen leser").is_visible())
    shown = solveig.page.locator("main code").all_inner_texts()
    eyes.look(solveig, "walk: one-time code, secret and recovery codes")
    solveig.fill("Kode fra appen", "000000")
    solveig.fill("Passordet ditt", solveig.account["password"])
    solveig.press("Slå på")
    solveig.expect(report, "Koden er feil eller brukt.")
    eyes.look(solveig, "walk: one-time code, refused")
    secret, *recovery = shown
    solveig.fill("Kode fra appen", code_of(secret, time.time()))
    solveig.fill("Passordet ditt", solveig.account["password"])
    solveig.press("Slå på")
    solveig.expect(report, "Du blir spurt om den hver gang du logger inn.")
    eyes.look(solveig, "walk: one-time code, in use")
    return secret, recovery


def walk_with_code(report, eyes, solveig):
    """Turns a one-time code on, signs in with it, with a recovery code too, and turns it off."""
    secret, recovery = set_up_code(report, eyes, solveig)
    report.equal("recovery codes", len(recovery), 10)
    solveig.press("Logg ut")
    solveig.sign_in()
    report.equal("asked for the code", solveig.heading(), "Skriv engangskoden")
    eyes.look(solveig, "walk: one-time code, asked for")
    solveig.go("/min-side")
    report.equal("and for nothing else before it", solveig.heading(), "Logg inn")
    solveig.go("/logg-inn/kode")
    # This half minute's has been used; the next one's is taken a little early.
    solveig.fill("Kode", code_of(secret, time.time() + 30))
    solveig.press("Logg inn")
    solveig.expect(report, "Solveig Papirstad")
    solveig.press("Logg ut")
    solveig.sign_in()
    solveig.fill("Kode", recovery[0])
    solveig.press("Logg inn")
    solveig.expect(report, "Solveig Papirstad")
    solveig.go("/min-side/engangskode")
    solveig.fill("Kode fra appen", recovery[1])
    solveig.press("Slå av")
    solveig.expect(report, "Engangskode er av.")


def go_to_planned_meeting(solveig):
    solveig.go("/mine-rad")
    solveig.follow("Brukerrådet ved Solbakken skole")
    solveig.follow("Møter og referater")
    solveig.page.get_by_role("row").filter(has_text="Saksliste under arbeid").first.get_by_role(
        "link").click()


def walk_with_matter(report, eyes, solveig):
    """Makes a matter general, brings it up with a paper, and has the paper back."""
    go_to_planned_meeting(solveig)
    eyes.look(solveig, "walk: a meeting")
    solveig.follow("Gjør saken generell først")
    eyes.look(solveig, "walk: make it general")
    solveig.fill("Hva har skjedd?", "Sønnen min Per ble ikke hentet fra 4B på torsdag.")
    solveig.press("Se på saken")
    solveig.expect(report, "Dette peker på én person")
    eyes.look(solveig, "walk: make it general, what was found")
    solveig.fill("Hva har skjedd?", "Barn blir stående ute og vente.")
    solveig.fill("Hvem andre gjelder det?", "Alle som venter på skyss.")
    solveig.fill("Hva bør tjenesten gjøre for alle?", ASKED)
    solveig.fill("Hva ville bli bedre da?", "Ingen fryser.")
    solveig.press("Se på saken")
    eyes.look(solveig, "walk: make it general, the proposal")
    solveig.tick("Saken gjelder ikke enkeltpersoner")
    solveig.press("Legg til saken")
    solveig.expect(report, "Saken står på sakslisten.")
    eyes.look(solveig, "walk: a meeting with a new matter")
    solveig.open("Legg ved en fil", within=ASKED[:-1])
    eyes.look(solveig, "walk: a meeting, about to add a paper")
    solveig.attach("Fil", "skyss.pdf", PDF)
    solveig.tick("Vedlegget gjelder ikke enkeltpersoner")
    solveig.press("Legg ved")
    solveig.expect(report, "Vedlegget er lagt til.")
    eyes.look(solveig, "walk: a meeting with a paper")
    report.equal("the paper comes back", solveig.download("skyss.pdf"), ("skyss.pdf", PDF))


def walk_with_log(report, eyes, rigmor):
    """Reads the event log, and narrows it down."""
    rigmor.go("/")
    rigmor.follow("Hendelser")
    rigmor.expect(report, "Slo av engangskode")
    rigmor.open("Søk i hendelsene")
    rigmor.pick("Hva", "La ved en fil")
    rigmor.press("Vis hendelser")
    rows = rigmor.page.get_by_role("row").all_inner_texts()[1:]
    report.check("only what was asked for", rows and all("La ved en fil" in r for r in rows), rows)
    report.check("by whom", any("Solveig Papirstad" in r for r in rows), rows)
    eyes.look(rigmor, "walk: the event log, narrowed down")
    name, content = rigmor.download("Regneark (CSV)")
    report.check("as a file too", name.endswith(".csv") and b"paper" in content, (name, content[:300]))
    rigmor.fill("Hvem", "ingen@trondheim.example")
    rigmor.press("Vis hendelser")
    eyes.look(rigmor, "walk: the event log, nothing found")


def run_walk(report, eyes, chromium, demo):
    for scripts in (True, False):
        report.part("walk" if scripts else "walk, without scripts")
        solveig = Person(chromium, demo, "Solveig Papirstad", scripts=scripts)
        walk_with_code(report, eyes, solveig)
        walk_with_matter(report, eyes, solveig)
        solveig.leave()
        rigmor = Person(chromium, demo, "Rigmor Revisormo", scripts=scripts)
        walk_with_log(report, eyes, rigmor)
        rigmor.leave()
