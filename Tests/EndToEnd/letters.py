"""Letters, from the page or the command line to a real mail server, and all that comes in between."""

import json
import re
import secrets
import signal
import time
import urllib.request

from house import Client, Server, free_port
from post_office import QUOTED, USER, PASSWORD, PostOffice, certificate

WORDS = "fire vanlige ord på rad"
FROM = "samrad@eksempel.example"


class Letters:
    """One instance with a kommune, whose letters are looked at from all sides."""

    def __init__(self, report, instance):
        self.report, self.instance = report, instance
        self.key = instance.folder / "instance.key"
        self.key.write_bytes(secrets.token_bytes(32))
        self.key.chmod(0o600)
        self.files = certificate(instance.folder)
        self.said, self.secrets = "", []

    def serve(self, url, *words, trusting=True):
        options = ["--smtp-url", url, "--mail-from", FROM, "--secret-file", str(self.key)]
        if trusting:
            options += ["--smtp-ca", self.files[0]]
        return Server(self.instance, *options, *words)

    def cli(self, *words, **more):
        """A command on a machine where mail is set up."""
        return self.instance.cli(
            *words, SAMRAD_SMTP_URL="smtp://localhost:1", SAMRAD_SECRET_FILE=str(self.key), **more)

    def add(self, name):
        done = self.cli(
            "user", "add", "stavanger", "--name", name, "--email", f"{name}@stavanger.example",
            "--json")
        assert done.returncode == 0, done.stderr
        link = json.loads(done.stdout)["link"]
        self.secrets.append(link.rsplit("/", 1)[1])
        return link

    def sql(self, text):
        deadline = time.monotonic() + 10
        # On SQLite the server may be writing just now.
        while "locked" in (done := self.instance.kommune_sql(text)).stderr:
            assert time.monotonic() < deadline, done.stderr
            time.sleep(0.01)
        assert done.returncode == 0, done.stderr
        return done.stdout.strip()

    def states(self):
        return self.sql(
            "SELECT state, count(*) FROM notices_letter GROUP BY state ORDER BY state"
        ).splitlines()

    def wait_for(self, query, wanted, seconds=20):
        deadline = time.monotonic() + seconds
        while (found := self.sql(query)) != wanted and time.monotonic() < deadline:
            time.sleep(0.05)
        return found

    def make_due(self):
        """As if the pause, or another server's minute, were over."""
        self.sql("UPDATE notices_letter SET next_try_at = 0 WHERE state = 'waiting'")

    def done_with(self, server):
        server.terminate()
        self.said += server.said()


def text_of(message):
    return message.get_content()


def secret_in(message):
    found = re.search(r"/invitasjon/(ski_\w+)", text_of(message))
    return found and found[1]


def check_invitation(letters):
    """Onboarding: STARTTLS, a password, and a link that works once."""
    report = letters.report
    added = letters.cli("tenant", "add", "1103", "--slug", "stavanger", "--admin", "admin@stavanger.example", "--json")
    report.equal("onboarded", added.returncode, 0)
    link = json.loads(added.stdout)["invitation"]["link"]
    secret = link.rsplit("/", 1)[1]
    letters.secrets.append(secret)
    report.equal("the letter waits", letters.states(), ["waiting|1"])
    report.check("sealed", secret[4:] not in letters.instance.text())
    with PostOffice(files=letters.files, wants_password=True) as post:
        with letters.serve(f"smtp://{QUOTED}@localhost:{post.port}") as server:
            messages = post.wait(1)
            if not report.equal("one letter", len(messages), 1):
                report.check("log", False, server.said())
                return None
            message = messages[0]
            report.equal("signed in", post.logins, [(USER, PASSWORD)])
            report.check("over TLS", message.is_encrypted)
            report.equal("envelope", message.envelope, (FROM, ("admin@stavanger.example",)))
            report.equal("from", message["From"], f"Stavanger <{FROM}>")
            report.equal("automatic", message["Auto-Submitted"], "auto-generated")
            letter_id = letters.sql("SELECT id FROM notices_letter")
            report.equal("id", message["Message-ID"], f"<{letter_id}@127.0.0.1>")
            report.check("the printed link", link in text_of(message), text_of(message))
            client = Client(server.port, "stavanger")
            accept = f"/invitations/{secret}"
            report.equal("the link works", client.post(accept, {"password": WORDS}).status, 200)
            report.equal("once", client.post(accept, {"password": WORDS}).status, 409)
            told = text_of(post.wait(2)[1])
            report.check("told of the password, without a link", "Passordet ditt" in told and "http" not in told, told)
            letters.wait_for("SELECT count(*) FROM notices_letter WHERE state = 'sent'", "2")
            report.equal("nothing kept", letters.sql("SELECT count(*) FROM notices_letter WHERE sealed IS NOT NULL"), "0")
            letters.done_with(server)


def check_what_is_not_safe(letters):
    report = letters.report
    letters.add("trygg")
    with PostOffice(files=letters.files, wants_password=True) as post:
        cases = [
            ("a certificate nobody vouches for", f"smtp://{QUOTED}@localhost:{post.port}", False, "certificate"),
            ("another host's certificate", f"smtp://{QUOTED}@127.0.0.1:{post.port}", True, "certificate"),
            ("a wrong password", f"smtp://samrad:feil@localhost:{post.port}", True, "password"),
        ]
        for name, url, trusting, says in cases:
            letters.make_due()
            tries = letters.sql("SELECT sum(tries) FROM notices_letter WHERE state = 'waiting'")
            with letters.serve(url, trusting=trusting) as server:
                letters.wait_for("SELECT sum(tries) FROM notices_letter WHERE state = 'waiting'", str(int(tries) + 1))
                letters.done_with(server)
                report.check(name, says in server.said() and not post.messages, server.said()[-400:])
        report.check("our password went to nobody else", all(p != PASSWORD for _, p in post.logins), post.logins)
    with PostOffice(wants_password=True) as post:
        letters.make_due()
        with letters.serve(f"smtp://{QUOTED}@localhost:{post.port}") as server:
            letters.wait_for("SELECT count(*) FROM notices_letter WHERE tries = 4", "1")
            letters.done_with(server)
        report.equal("no password without TLS", (post.logins, post.messages), ([], []))


def check_forgotten(letters):
    """The page, while the mail server is away and after it is back."""
    report = letters.report
    letters.sql("DELETE FROM notices_letter")
    port = free_port()
    with letters.serve(f"smtp://localhost:{port}") as server:
        client = Client(server.port, "stavanger")
        page = client.page("/logg-inn").text
        report.check("the way there", "/glemt-passord" in page)
        answers = [
            client.form("/glemt-passord", {"email": who}, "/glemt-passord")
            for who in ("admin@stavanger.example", "ukjent@stavanger.example")]
        report.equal("the same answer", [(a.status, a.headers["Location"], a.text) for a in answers][1:],
                     [(answers[0].status, answers[0].headers["Location"], answers[0].text)])
        letters.wait_for("SELECT min(tries) FROM notices_letter", "1")
        report.equal("it waits", letters.states(), ["waiting|1"])
        with PostOffice(port=port) as post:
            letters.make_due()
            messages = post.wait(1)
            report.equal("sent when the server is back", len(messages), 1)
            secret = secret_in(messages[0])
            letters.secrets.append(secret)
            api = Client(server.port, "stavanger")
            report.equal("the link works", api.post(f"/invitations/{secret}", {"password": WORDS + " igjen"}).status, 200)
            post.wait(2)
        letters.wait_for("SELECT count(*) FROM notices_letter WHERE state = 'sent'", "2")
        letters.done_with(server)


def check_refusals(letters):
    report = letters.report
    letters.sql("DELETE FROM notices_letter")
    with PostOffice() as post:
        post.answers = ["451 4.3.0 later"]
        post.answers_to_recipient = [None, "550 5.1.1 nobody here"]
        letters.add("treig")
        with letters.serve(f"smtp://127.0.0.1:{post.port}") as server:
            letters.wait_for("SELECT count(*) FROM notices_letter WHERE tries = 1", "1")
            time.sleep(0.3)
            report.equal("451: it waits", letters.states(), ["waiting|1"])
            letters.make_due()
            letters.wait_for("SELECT count(*) FROM notices_letter WHERE state = 'failed'", "1")
            report.equal("550: given up", letters.states(), ["failed|1"])
            time.sleep(3)
            metrics = urllib.request.urlopen(f"http://127.0.0.1:{server.port}/metrics", timeout=5).read().decode()
            report.check("metrics", "samrad_letters_failed 1\n" in metrics and "samrad_letters_waiting 0\n" in metrics, metrics)
            report.check("the log has the answers", "451" in server.said() and "550" in server.said(), server.said()[-400:])
            letters.done_with(server)
        report.equal("nobody got it", post.messages, [])


def check_cut_off(letters):
    """kill -9 while the mail server has the letter in its hands."""
    report = letters.report
    letters.sql("DELETE FROM notices_letter")
    letters.add("kuttet")
    with PostOffice() as post:
        post.go_on.clear()
        with letters.serve(f"smtp://127.0.0.1:{post.port}") as server:
            report.check("under way", post.reached_data.wait(20))
            server.kill()
            letters.said += server.said()
        post.go_on.set()
        report.equal("it still waits", letters.states(), ["waiting|1"])
        with letters.serve(f"smtp://127.0.0.1:{post.port}") as server:
            time.sleep(3)
            report.equal("not before the minute is over", post.messages, [])
            letters.make_due()
            report.equal("then it is sent", len(post.wait(1)), 1)
            letters.wait_for("SELECT count(*) FROM notices_letter WHERE state = 'sent'", "1")
            letters.done_with(server)


def check_two_servers(letters, count=12):
    report = letters.report
    letters.sql("DELETE FROM notices_letter")
    with PostOffice() as post:
        url = f"smtp://127.0.0.1:{post.port}"
        with letters.serve(url) as one, letters.serve(url) as other:
            for number in range(count):
                letters.add(f"person{number}")
            post.wait(count)
            letters.wait_for("SELECT count(*) FROM notices_letter WHERE state = 'sent'", str(count))
            time.sleep(2.5)
            letters.done_with(one)
            letters.done_with(other)
        found = sorted(m["Message-ID"] for m in post.messages)
        report.equal("each letter once", (len(found), len(set(found))), (count, count))
        to = sorted(m["To"] for m in post.messages)
        report.equal("to each person", to, sorted(f"person{n}@stavanger.example" for n in range(count)))


def check_stop(letters):
    """SIGTERM while a letter is under way: it is handed over first."""
    report = letters.report
    letters.add("sist")
    with PostOffice() as post:
        post.go_on.clear()
        with letters.serve(f"smtp://127.0.0.1:{post.port}") as server:
            post.reached_data.wait(20)
            server.process.send_signal(signal.SIGTERM)
            time.sleep(0.5)
            report.equal("it waits for the answer", server.process.poll(), None)
            post.go_on.set()
            report.equal("then it stops", server.process.wait(30), 0)
            letters.said += server.said()
        report.equal("and has noted it", letters.sql("SELECT count(*) FROM notices_letter WHERE state = 'waiting' AND tries = 1 AND next_try_at > created_at"), "1")


def check_without_mail(letters):
    report = letters.report
    before = letters.sql("SELECT count(*) FROM notices_letter")
    for name, more in [("--no-mail", ["--no-mail"]), ("no server", [])]:
        run = letters.cli if more else letters.instance.cli
        done = run("user", "reset", "stavanger", "--email", "admin@stavanger.example", *more)
        report.check(f"{name}: the link is printed", done.returncode == 0 and "/invitasjon/ski_" in done.stdout, done)
        letters.secrets.append(done.stdout.strip().rsplit("/", 1)[1])
    report.equal("no letter", letters.sql("SELECT count(*) FROM notices_letter"), before)
    refused = letters.instance.cli("user", "list", "stavanger", SAMRAD_SMTP_URL="x")
    report.equal("other commands do not look at it", refused.returncode, 0)
    for name, words, more in [
        ("no key", [], {}),
        ("no sender", ["--secret-file", str(letters.key)], {}),
        ("no address", ["--secret-file", str(letters.key), "--mail-from", "x\r\ny"], {}),
        ("no server", ["--secret-file", str(letters.key), "--smtp-url", "smtp://a:hemmelig@"], {}),
    ]:
        words = words if "--smtp-url" in words else ["--smtp-url", "smtp://localhost", *words]
        done = letters.instance.cli("serve", "--listen", "127.0.0.1:0", *words)
        report.check(f"serve: {name}", done.returncode == 2 and "hemmelig" not in done.stderr, done)
    with Server(letters.instance) as server:
        page = Client(server.port, "stavanger").page("/glemt-passord").text
        report.check("the page says what to do", "Be kommunen om en ny lenke" in page, page[-800:])
        metrics = urllib.request.urlopen(f"http://127.0.0.1:{server.port}/metrics", timeout=5).read().decode()
        report.check("no metrics of letters", "letters" not in metrics)


def run_letters(report, instance):
    report.part(f"{instance.name}: letters")
    letters = Letters(report, instance.migrate())
    check_invitation(letters)
    check_what_is_not_safe(letters)
    check_forgotten(letters)
    check_refusals(letters)
    check_cut_off(letters)
    check_two_servers(letters)
    check_stop(letters)
    check_without_mail(letters)
    text = instance.text()
    report.check("links were made", len(letters.secrets) > 12)
    report.equal("no link in the database", [s for s in letters.secrets if s[4:] in text], [])
    hidden = [s for s in [*letters.secrets, PASSWORD, QUOTED, "s3cret", "@stavanger.example"] if s in letters.said]
    report.equal("nothing secret in the log", hidden, [])
