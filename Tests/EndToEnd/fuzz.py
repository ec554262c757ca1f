"""The API as its own description says it is: schemathesis sends what fits it, and what does not.

As nobody, as somebody with nearly every role, as a council's leader, and as somebody who leaves.
"""

import json
import re
import secrets
import subprocess
import sys
from datetime import date, timedelta

from bad_requests import PASSWORD
from house import ROOT, Client, Server, environment

HERE = ROOT / "Tests/EndToEnd"
# Seconds that one run may take, several times what it does.
LIMIT = 180
# How many cases an operation gets beyond those at the bounds of its fields.
EXAMPLES = {"sqlite": 10, "postgresql": 3}
COUNCILS = "^/(ballots|councils|elections|meetings|resolutions)"
LEAVING = "^/sessions(/current)?$"
# Once codes are demanded of everyone, whoever has none hears nothing but that.
DEMANDING = "^/settings/one-time-codes$"


def ids(walk, secretary):
    """The ids that are there: the walk's, and those of a meeting to come with a paper for it."""
    council = walk.variables["council"]
    meeting = secretary.post(
        f"/councils/{council}/meetings", {"startsAt": "2097-01-01T12:00:00Z", "place": "Her"})
    meeting = meeting.json["id"]
    item = secretary.post(f"/meetings/{meeting}/agenda", {
        "title": "Lekser", "kind": "discussion", "concernsNoSinglePerson": True}).json["id"]
    paper = secretary.send(
        "POST", f"/stavanger/api/v1/meetings/{meeting}/agenda/{item}/papers?name=lekser.txt"
        "&concernsNoSinglePerson=true", "Om lekser.").json["id"]
    there = {name: [walk.variables[name]] for name in (
        "ballot", "council", "meeting", "resolution", "unit")}
    there["meeting"].append(meeting)
    there |= {"item": [item], "paper": [paper], "userGroup": ["elev", "pasient"]}
    there |= {"ruleSet": ["trondheim-skole", "trondheim-omsorg"], "number": [1]}
    return there | election_ids(council, secretary)


def election_ids(council, secretary):
    """An election that is called, with somebody who stands and somebody who wants to take part."""
    days = [str(date.today() + timedelta(days=ahead)) for ahead in (7, 14, 30)]
    election = secretary.post(f"/councils/{council}/elections", {
        "group": "forelder", "places": 1, "nominateUntil": days[0], "heldOn": days[1],
        "termStart": days[2]}).json["id"]
    candidate = secretary.post(f"/elections/{election}/candidates", {
        "name": "Eva", "email": "eva@stavanger.example", "willing": True}).json["id"]
    secretary.post(f"/councils/{council}/interests", {
        "group": "forelder", "name": "Per", "email": "per@stavanger.example", "consent": True})
    interest = secretary.get(f"/councils/{council}/interests").json["data"][0]["id"]
    return {"election": [election], "candidate": [candidate], "interest": [interest]}


def configuration(instance, there):
    """fuzz.toml with the ids that are there, which are sent nine times of ten."""
    text = (HERE / "fuzz.toml").read_text().replace("fuzz_hooks.py", str(HERE / "fuzz_hooks.py"))
    known = {f"path.{name}": values for name, values in there.items()}
    known |= {f"body.{name}": there[name] for name in ("item", "meeting", "unit")}
    known["header.If-Match"] = [f'"{version}"' for version in range(1, 13)]
    parameters = "\n[parameters]\n"
    for place, values in known.items():
        name = re.sub(r"\W", "-", place)
        text += f"\n[dictionaries.{name}]\nvalues = {json.dumps(values)}\n"
        parameters += f'"{place}" = {{ dictionary = "{name}", probability = 0.9 }}\n'
    path = instance.folder / "schemathesis.toml"
    path.write_text(text + parameters)
    return path


def schemathesis(instance, server, config, token, words):
    """One run; its exit code and what it says. Killed when it takes too long."""
    url = f"http://127.0.0.1:{server.port}"
    if token:
        words = [*words, "--header", f"Authorization: Bearer {token}"]
    try:
        done = subprocess.run(
            [sys.executable, "-m", "schemathesis.cli", "--config-file", config, "run",
             f"{url}/api/v1/openapi.json", "--url", f"{url}/stavanger/api/v1", "--checks", "all",
             "--max-examples", str(EXAMPLES[instance.engine]), "--request-timeout", "20",
             "--warnings", "off", "--no-color", *words],
            cwd=instance.folder, env=environment(), stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=LIMIT)
    except subprocess.TimeoutExpired as late:
        return "killed", (late.stdout or b"").decode()
    return done.returncode, done.stdout


def shown(said):
    """What was found, with how to send it again, as short as it can be."""
    found = said.partition(" FAILURES ")[2] or said.partition(" ERRORS ")[2] or said
    lines = [line[:1000] for line in found.splitlines() if line.strip(" =_")]
    return "\n".join(lines[:60] + ["…", *lines[-20:]] if len(lines) > 80 else lines)


def run_fuzz(report, instance, walk):
    report.part(f"{instance.name}: an API fuzz")
    for role in (["kommune_administrator"], ["auditor"], ["unit_leader", "--unit", "Fjordgløtt skole"]):
        added = instance.cli(
            "user", "add", "stavanger", "--name", "Siv Sekretær", "--email", "siv@stavanger.example",
            "--role", *role)
        report.check(f"Siv as {role[0]}", added.returncode == 0, added)
    key = instance.folder / "fuzz.key"
    key.write_bytes(secrets.token_bytes(32))
    key.chmod(0o600)
    with Server(instance, "--secret-file", str(key)) as server:

        def sign_in(name):
            account = {"email": f"{name}@stavanger.example", "password": PASSWORD}
            return Client(server.port, "stavanger").post("/sessions", account).json["token"]

        siv = sign_in("siv")
        config = configuration(instance, ids(walk, Client(server.port, "stavanger", siv)))
        for name, token, words in [
            ("nobody", None, []),
            ("Siv, with nearly every role", siv,
             ["--exclude-path-regex", f"{LEAVING}|{DEMANDING}"]),
            ("the council's leader", sign_in("anne"), ["--include-path-regex", COUNCILS]),
            ("somebody who leaves", sign_in("lars"), ["--include-path-regex", LEAVING]),
            ("somebody who demands codes", sign_in("siv"), ["--include-path-regex", DEMANDING]),
        ]:
            code, said = schemathesis(instance, server, config, token, words)
            cases = int((re.findall(r"(\d+) generated", said) or ["0"])[0])
            print(f"{name}: {cases} cases")
            if not report.check(f"as {name}", code == 0, f"exit code {code}; it says:"):
                print(shown(said))
        done = len(re.findall(r'"status":20[01]\b', server.said()))
        print(f"let in: {done}")
        report.check("much of it is let in, so that more than refusals is tried", done > 200, done)
