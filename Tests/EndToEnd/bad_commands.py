"""Every wrong word on the command line: one clear sentence, the right code, nothing changed."""

import json
import re
import socket
import subprocess

from house import BINARY, Client, Server, environment, free_port, run

HEADER = "type,name,area,organisation_number,service_area\n"


class Refusals:
    def __init__(self, report, instance):
        self.report, self.instance = report, instance
        self.digest = instance.digest()

    def expect(self, code, says, *words, lines=(), **environment):
        """Runs a command that must be refused; `lines` are the lines of a file that it names."""
        done = self.instance.cli(*words, **environment)
        self.judge("samrad " + " ".join(words), done, code, says, lines)

    def judge(self, name, done, code, says, lines=()):
        first, *rest = done.stderr.splitlines() or [""]
        shown = f"exit {done.returncode}\nstdout: {done.stdout}\nstderr: {done.stderr}"
        self.report.check(
            name, done.returncode == code and done.stdout == "" and first.startswith("samrad: ")
            and says in done.stderr, f"wanted exit {code} and «{says}»\n{shown}")
        is_sentence = re.search(r"[.!?]$|(samrad|GET) \S.*$", first) and "?." not in first
        named = [int(n) for n in re.findall(r"^  line (\d+): .+\.$", done.stderr, flags=re.M)]
        self.report.check(
            f"{name}: one sentence, then its lines", is_sentence and named == list(lines)
            and all(line.startswith("  ") for line in rest), shown)
        digest = self.instance.digest()
        self.report.check(f"{name}: nothing changed", digest == self.digest)
        self.digest = digest


def refuse_onboarding(no):
    def add(code, says, number, slug, email="a@b.example", *more):
        no.expect(code, says, "tenant", "add", number, "--slug", slug, "--admin", email, *more)

    add(1, "No kommune has this number", "9999", "nowhere")
    add(1, "No kommune has this number", "0219", "baerum")  # Bærum's, until 2020
    add(1, "No kommune has this number", "oslo", "oslo")
    add(1, "already on this instance", "1103", "stavanger-2")
    for slug in ["Oslo", "os lo", "ås", "o", "api", "1oslo", "-oslo", "oslo-", "../oslo", "o" * 41]:
        add(1, "A slug has", "0301", slug)
    add(1, "has this slug", "0301", "stavanger")
    add(1, "e-mail address", "0301", "oslo", "ikke en adresse")
    add(1, "no such preset", "0301", "oslo", "a@b.example", "--preset", "atlantis")
    add(1, "A host is a name", "0301", "oslo", "a@b.example", "--host", "HTTP://OSLO")
    add(2, "nb or nn", "0301", "oslo", "a@b.example", "--language", "en")


def refuse_files(no):
    def file(says, text, *lines):
        path = no.instance.folder / "bad.csv"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        no.expect(1, says, "unit", "import", "stavanger", "--file", str(path), lines=lines)

    good = "skole,Solbakken skole,Øst,999000401,skole\n"
    file("The columns must be", "type,name,area,orgnr,service_area\n" + good, 1)
    file("stands on line 2 too", HEADER + good + good, 3, 3)
    file("The name is blank", HEADER + good + "skole,,Øst,,skole\nskole,  ,Øst,,skole\n", 3, 4)
    file("not UTF-8", (HEADER + good).encode("latin-1") + b"skole,B\xf8,b,,skole\n", 2)
    file("wrong check digit", HEADER + "skole,Nordlia skole,Nord,999000402,skole\n", 2)
    file("wrong check digit", HEADER + "skole,Nordlia skole,Nord,12,skole\n", 2)
    file("is unknown", HEADER + "romskip,Apollo,Nord,,skole\nskole,Apollo,Nord,,sport\n", 2, 3)
    file("columns, not 5", HEADER + "skole,Nordlia skole\n" + good, 2)
    file("never closed", HEADER + 'skole,"Nordlia skole,Nord,,skole\n', 2)
    file("is empty", "", 1)
    no.expect(1, "cannot be read", "unit", "import", "stavanger", "--file", "/nowhere/units.csv")
    no.expect(1, "cannot be read", "unit", "import", "stavanger", "--file", "/")


def refuse_people(no):
    def add(code, says, *more, email="x@y.example"):
        no.expect(code, says, "user", "add", "stavanger", "--name", "Xi", "--email", email, *more)

    add(1, "Write an e-mail address", email="x")
    add(1, "Choose one of", "--role", "king")
    add(1, "no unit of that name", "--role", "unit_leader", "--unit", "Atlantis skole")
    add(2, "which unit", "--role", "unit_leader")
    for command in ["reset", "disable"]:
        no.expect(1, "no such", "user", command, "stavanger", "--email", "nobody@y.example")
    for words in [("user", "list"), ("tenant", "show"), ("tenant", "suspend"), ("token", "list")]:
        no.expect(1, "no kommune of that slug", *words, "atlantis")
    no.expect(1, "Choose one of", "token", "create", "stavanger", "--name", "n", "--role", "king")
    no.expect(
        1, "1 to 730", "token", "create", "stavanger", "--name", "n", "--role", "secretary",
        "--expires", "0")
    no.expect(1, "no such", "token", "revoke", "stavanger", "--name", "nothing")


def refuse_usage(no):
    no.expect(2, "See: samrad --help", "")
    no.expect(2, "no command «fly»", "fly")
    no.expect(2, "Say which", "tenant")
    no.expect(2, "Say which", "tenant", "fly")
    no.expect(2, "samrad tenant add NUMBER", "tenant", "add")
    no.expect(2, "samrad tenant show SLUG", "tenant", "show", "a", "b")
    no.expect(2, "--slug is missing", "tenant", "add", "0301")
    no.expect(2, "There is no option «--fly»", "serve", "--fly")
    no.expect(2, "--listen needs a value", "serve", "--listen")
    no.expect(2, "HOST:PORT", "serve", "--listen", "here")
    no.expect(1, "from 0 to 65535", "serve", "--listen", "127.0.0.1:70000")
    no.expect(2, "1 to 256", "serve", "--workers", "many")
    no.expect(2, "without a path", "serve", "--public-url", "https://example.no/x")
    no.expect(2, "--database is missing", "migrate", SAMRAD_DATABASE="")
    no.expect(2, "sqlite:FOLDER or postgres", "migrate", SAMRAD_DATABASE="mysql://here")
    no.judge("samrad", run([BINARY], env=environment()), 2, "See: samrad --help")


def refuse_places(no):
    plain = no.instance.folder / "a-file"
    plain.write_text("not a folder")
    absent = no.instance.folder / "absent"
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        no.expect(1, str(port), "serve", "--listen", f"127.0.0.1:{port}")
        for command in ["migrate", "serve"]:
            no.expect(
                1, "cannot be reached", command,
                SAMRAD_DATABASE=f"postgres://samrad_app@127.0.0.1:{free_port()}/samrad")
            # Below a plain file not even root may write.
            no.expect(1, "cannot be written", command, SAMRAD_DATABASE=f"sqlite:{plain}/below")
            no.expect(1, "cannot be written", command, SAMRAD_DATABASE=f"sqlite:{plain}")
    for words in [("serve",), ("tenant", "list")]:
        no.expect(1, "samrad migrate", *words, SAMRAD_DATABASE=f"sqlite:{absent}")
    no.report.check("no folder is left behind", not absent.exists())


def check_help(report, instance):
    overview = instance.cli("--help").stdout
    commands = re.findall(r"^  samrad ((?:[a-z]+ )+)", overview, flags=re.M)
    report.check("--help names the commands", len(commands) >= 18, overview)
    for command in commands + ["tenant", "user", "token", "unit"]:
        done = instance.cli(*command.split(), "--help")
        report.check(
            f"samrad {command} --help", done.returncode == 0 and "samrad" in done.stdout
            and done.stderr == "", done)
    version = [instance.cli(word).stdout for word in ("version", "--version")]
    report.check("the version", version[0] == version[1] and version[0].startswith("samrad "))


def check_that_output_matters(report, instance):
    """What cannot be told must not look like success: the secret of a token is shown only once."""
    with open("/dev/full", "w") as full:
        done = subprocess.run(
            [BINARY, "routes"], stdout=full, stderr=subprocess.PIPE, text=True, timeout=60)
    report.check(
        "a full disk behind standard output", done.returncode == 1
        and done.stderr.startswith("samrad: "), done)


def run_bad_commands(report, instance):
    report.part(f"{instance.name}: wrong words on the command line")
    no = Refusals(report, instance)
    for part in [refuse_onboarding, refuse_files, refuse_people, refuse_usage, refuse_places]:
        part(no)
    check_help(report, instance)
    check_that_output_matters(report, instance)


def run_twice(report, instance):
    """Every command a second time: nothing is doubled, and nobody is locked out."""
    report.part(f"{instance.name}: every command twice")
    table = {
        "migrate": ("migrate",), "list": ("tenant", "list"), "show": ("tenant", "show", "stavanger"),
        "suspend": ("tenant", "suspend", "stavanger"), "resume": ("tenant", "resume", "stavanger"),
        "people": ("user", "list", "stavanger"), "tokens": ("token", "list", "stavanger"),
        "routes": ("routes",), "openapi": ("openapi",), "version": ("version",),
    }
    for name, words in table.items():
        first = instance.cli(*words)
        digest = instance.digest()
        second = instance.cli(*words)
        report.check(
            f"samrad {' '.join(words)}", first.returncode == second.returncode == 0
            and first.stdout == second.stdout and instance.digest() == digest, (first, second))

    units = str(instance.folder / "units.csv")
    again = instance.cli("unit", "import", "stavanger", "--file", units)
    report.equal("units again", again.stdout, "0 added, 0 changed, 3 as they were.\n")

    before = json.loads(instance.cli("user", "list", "stavanger", "--json").stdout)
    links = []
    for _ in range(2):
        done = instance.cli(
            "user", "add", "stavanger", "--name", "Siv Sekretær", "--email", "siv@stavanger.example",
            "--role", "secretary", "--json")
        links.append(json.loads(done.stdout)["link"].rsplit("/", 1)[-1])
    after = json.loads(instance.cli("user", "list", "stavanger", "--json").stdout)
    report.equal("a person added again is the same person", after, before)
    with Server(instance) as server:
        nobody = Client(server.port, "stavanger")
        password = {"password": "en annen lang setning"}
        report.equal(
            "the first link is dead", nobody.post(f"/invitations/{links[0]}", password).problem,
            "link-is-used-or-too-old")
        siv = Client(
            server.port, "stavanger", nobody.post(f"/invitations/{links[1]}", password).json["token"])
        report.equal("one role", siv.get("/account").json["roles"], ["secretary"])
        report.equal(
            "the second link works once", nobody.post(f"/invitations/{links[1]}", password).problem,
            "link-is-used-or-too-old")
        made = [
            instance.cli("token", "create", "stavanger", "--name", "kart", "--role", "secretary")
            for _ in range(2)]
        kart = Client(server.port, "stavanger", made[0].stdout.strip())
        report.check("a token of that name is there already", made[1].returncode == 1, made)
        report.equal("its secret is alone on stdout", made[0].stdout.count("\n"), 1)
        report.equal("and works", kart.get("/account").status, 200)
        for _ in range(2):
            done = instance.cli("token", "revoke", "stavanger", "--name", "kart")
        report.check("a token revoked twice is refused in a sentence", done.returncode == 1
                     and done.stderr.startswith("samrad: "), done)
        report.equal("does not work", kart.get("/account").status, 401)
        for _ in range(2):
            done = instance.cli("user", "disable", "stavanger", "--email", "berit@stavanger.example")
            report.equal("a person disabled", done.returncode, 0)
        second = instance.cli("serve", "--listen", f"127.0.0.1:{server.port}")
        report.check(
            "a second server on that port", second.returncode == 1
            and str(server.port) in second.stderr, second)
        report.equal("the first still serves", nobody.get("/kommune").status, 200)
