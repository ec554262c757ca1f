"""The walk of README.md, taken from it word for word and run."""

import re
import subprocess
import textwrap

from house import BINARY, ROOT, environment, free_port

# curl as the walk calls it, with every status on a line of a log besides.
PROLOGUE = """
set -u
curl() {
  command curl "$@" -w '\\n%{stderr}%{http_code} %{method} %{url_effective}\\n' 2>>statuses
}
trap 'kill $! 2>/dev/null; wait' EXIT
"""
MARK = "@@@ "
EPILOGUE = f"""
echo; echo "{MARK}variables"
for who in "${{!token[@]}}"; do echo "token.$who=${{token[$who]}}"; done
for who in "${{!person[@]}}"; do echo "person.$who=${{person[$who]}}"; done
for name in api unit council meeting item ballot resolution; do echo "$name=${{!name}}"; done
"""


def blocks():
    """The marked blocks of README.md by name, in order."""
    readme = (ROOT / "README.md").read_text()
    return dict(re.findall(r"^```bash walk=(\S+)\n(.*?)^```", readme, flags=re.M | re.S))


class Walk:
    """What came of it: each block's output and statuses, and the variables at its end."""

    def __init__(self, instance, skipped):
        self.port = free_port()
        self.folder = instance.folder
        script = PROLOGUE
        for name, text in blocks().items():
            if name == skipped:
                continue
            script += f'echo; echo "{MARK}{name}"; echo "{MARK}{name}" >>statuses\n'
            script += text.replace("8080", str(self.port))
        (self.folder / "walk.sh").write_text(script + EPILOGUE)
        self._lay_out(instance)
        done = subprocess.run(
            ["bash", "walk.sh"], cwd=self.folder, env=environment(), capture_output=True, text=True,
            timeout=60)
        self.problems = done.stderr
        self.output = self._by_block(done.stdout)
        self.statuses = {
            block: [line.split()[:2] for line in text.splitlines() if line]
            for block, text in self._by_block((self.folder / "statuses").read_text()).items()}
        self.variables = dict(
            line.split("=", 1) for line in self.output.get("variables", "").splitlines())

    def _lay_out(self, instance):
        """The walk finds the binary where a build leaves it."""
        place = self.folder / ".build/release"
        place.mkdir(parents=True)
        if instance.engine == "sqlite":
            instance.data = self.folder / instance.data_name
            (place / "samrad").symlink_to(BINARY)
            return
        # On PostgreSQL the owner migrates and onboards, and the app does the rest, as
        # docs/operations.md says; the walk itself stays as it is.
        (place / "samrad").write_text(textwrap.dedent(f"""\
            #!/usr/bin/env bash
            case "$1 ${{2-}}" in
              migrate* | "tenant add") export SAMRAD_DATABASE='{instance.address_for(("migrate",))}' ;;
              *) export SAMRAD_DATABASE='{instance.address_for(("serve",))}' ;;
            esac
            exec '{BINARY}' "$@"
            """))
        (place / "samrad").chmod(0o755)

    @staticmethod
    def _by_block(text):
        parts = re.split(rf"^{MARK}(\S+)\n", text, flags=re.M)
        return dict(zip(parts[1::2], parts[2::2]))

    def codes(self, block):
        """The statuses of a block's calls that change something."""
        return [int(code) for code, method in self.statuses.get(block, []) if method != "GET"]


def run_walk(report, instance, skipped="demo"):
    """Walks through all but the skipped one of the two ways to start."""
    report.part(f"{instance.name}: the walk of README.md")
    walk = Walk(instance, skipped)
    output = walk.output
    wanted = {
        "serve": [], "demo": [], "onboard": [], "helpers": [200, 200], "sign-in": [200],
        "constitute": [201] + [200] * 7, "agenda": [201, 201, 200, 200],
        "meeting": [200, 200, 201] + [200] * 5 + [403, 200, 200],
        "minutes": [200, 200] + [200] * 7 + [200], "answer": [422, 200],
    }
    report.equal("the blocks of the walk", list(blocks()), list(wanted))
    for block, codes in wanted.items():
        report.equal(f"statuses of «{block}»", walk.codes(block), codes)
    reads = [c for calls in walk.statuses.values() for c, method in calls if method == "GET"]
    report.equal("everything that is read is there", set(reads) - {"000", "503"}, {"200"})
    report.check("three units", "3 added" in output["onboard"], output["onboard"])
    report.check(
        "three invitations", output["onboard"].count("/stavanger/invitasjon/ski_") == 3, output)
    report.check("the secretary", '"roles":["secretary"]' in output["sign-in"], output["sign-in"])
    report.check(
        "six seats, five of them vote, for two years",
        output["constitute"].count('"votes":true') == 5
        and output["constitute"].count('"votes":false') == 1, output["constitute"])
    report.check(
        "the agenda is set by the second approval",
        re.findall(r'"status":"(\w+)"', output["agenda"]) == ["planned", "agenda_approved"],
        output["agenda"])
    report.check(
        "the deputy steps in with the vote",
        re.search(r'"name":"Emil Vara","capacity":"personal_deputy","seat":"[^"]+","mayVote":true',
                  output["meeting"]), output["meeting"])
    report.check(
        "only user representatives vote", "/problems/only-user-representatives-vote"
        in output["meeting"], output["meeting"])
    report.check(
        "the meeting ends", output["meeting"].rstrip().endswith("Z\"}")
        and '"status":"ended"' in output["meeting"], output["meeting"])
    states = re.findall(r'"status":"(\w+)"', output["minutes"])
    report.equal(
        "the last approval makes the minutes final", states,
        ["draft"] + ["circulated"] * 7 + ["approved"] * 2)
    report.check(
        "the public page", "Brukerrådet ber om lys i akebakken." in output["minutes"]
        and re.search(r"Vara: Elev \d, personlig vara", output["minutes"])
        and "Emil" not in output["minutes"].partition("<!doctype")[2]
        and "4 for, 1 mot, 0 blankt" in output["minutes"], output["minutes"])
    report.check(
        "without reasons it is refused", "/problems/give-reasons" in output["answer"],
        output["answer"])
    report.check(
        "with reasons it is public", output["answer"].count('"number":1,') == 2
        and output["answer"].count('"state":"not_followed"') == 2
        and "Strøm til bakken" in output["answer"], output["answer"])
    report.equal("the walk says nothing on stderr but invitations", [
        line for line in walk.problems.splitlines()
        if not re.match(r"applied |\S+@stavanger.example chooses|Stavanger is onboarded", line)], [])
    return walk
