"""What keeps the kommuner apart, from outside: the gate, the doctor, and kommuner that leave."""

import json

from house import Client, Server


def expect(report, name, done, code, says):
    report.check(
        name, done.returncode == code and says in done.stdout + done.stderr
        and (code == 0 or done.stderr.startswith("samrad: ")),
        f"wanted exit {code} and «{says}»: exit {done.returncode}\n{done.stdout}\n{done.stderr}")


def add(instance, number, slug):
    done = instance.cli("tenant", "add", number, "--slug", slug, "--admin", f"a@{slug}.example")
    assert done.returncode == 0, done.stderr


def run_apart(report, instance):
    report.part(f"{instance.name}: what keeps the kommuner apart")
    instance.migrate()
    for number, slug in [("1103", "stavanger"), ("0301", "oslo"), ("4601", "bergen")]:
        add(instance, number, slug)
    check_doctor(report, instance)
    check_event_log(report, instance)
    check_leaving(report, instance)
    check_roles(report, instance)
    check_faults(report, instance)


def check_doctor(report, instance):
    expect(report, "a sound instance", instance.cli("doctor"), 0, "kept apart")
    done = instance.cli("doctor", "--deep", "--json", "--public-url", "https://rad.example")
    found = {line["check"]: line["state"] for line in json.loads(done.stdout)}
    asked = ["database", "clock", "migrations", "role", "isolation", "events", "links"]
    report.equal("every check is there", {found.get(check) for check in asked}, {"ok"})
    report.equal("no mail is no lie", found["mail"], "not-set-up")
    expect(report, "links without encryption",
           instance.cli("doctor", "--public-url", "http://rad.example"), 1, "not encrypted")


def check_event_log(report, instance):
    expect(report, "a whole log", instance.cli("tenant", "verify", "oslo"), 0, "is whole: ")
    record = json.loads(instance.cli("tenant", "verify", "oslo", "--json").stdout)
    report.equal("as JSON", (record["slug"], record["events"] > 0, record["brokenAt"]),
                 ("oslo", True, None))
    expect(report, "no such kommune", instance.cli("tenant", "verify", "by"), 1, "no kommune")
    trigger = "events_event_refuse_update"
    instance.owner_sql(
        1, "UPDATE events_event SET facts = 'x' WHERE number = 2", past=("events_event", trigger))
    broken = instance.cli("tenant", "verify", "stavanger", "--json")
    expect(report, "a log that was tampered with", broken, 1, "broken at event 2")
    report.equal("which event", json.loads(broken.stdout)["brokenAt"], 2)
    expect(report, "the others are whole", instance.cli("tenant", "verify", "bergen"), 0, "whole")
    expect(report, "the doctor says so", instance.cli("doctor", "--deep"), 1, "stavanger: broken")


def check_leaving(report, instance):
    """Two servers: what the operator does is so in both at once."""
    with Server(instance) as one, Server(instance) as two:
        def statuses(slug):
            return [Client(server.port, slug).page("/").status for server in (one, two)] + [
                Client(server.port, slug).get("/units").problem for server in (one, two)]

        def nothing(slug):
            never = Client(one.port, "har-aldri-vert-her").page("/")
            for server in (one, two):
                page = Client(server.port, slug).page("/")
                report.equal(f"/{slug}/ is as if it never was", (page.status, page.text),
                             (never.status, never.text))
            report.equal(f"/{slug}/ in the API", statuses(slug)[2:], ["there-is-no-such-record"] * 2)

        served = [200] * 4
        report.equal("served", [statuses(slug) for slug in ("oslo", "bergen")], [served] * 2)
        others = instance.digest_of(3)

        expect(report, "suspend", instance.cli("tenant", "suspend", "oslo"), 0, "suspended")
        report.equal("suspended", statuses("oslo"), [404, 404] + ["kommune-is-suspended"] * 2)
        instance.cli("tenant", "resume", "oslo")
        report.equal("resumed", statuses("oslo"), served)

        done = instance.cli("tenant", "rename", "oslo", "--slug", "kristiania", "--json")
        report.equal("rename", json.loads(done.stdout)["slug"], "kristiania")
        nothing("oslo")
        report.equal("under its new name", statuses("kristiania"), served)
        expect(report, "nothing to rename", instance.cli("tenant", "rename", "bergen"), 2, "--slug")
        expect(report, "a name of another's",
               instance.cli("tenant", "rename", "bergen", "--slug", "kristiania"), 1, "this slug")

        for words in [(), ("--confirm", "oslo"), ("--confirm", "Kristiania")]:
            expect(report, "not confirmed", instance.cli("tenant", "erase", "kristiania", *words),
                   1, "--confirm kristiania")
        report.equal("still there", statuses("kristiania"), served)
        done = instance.cli("tenant", "erase", "kristiania", "--confirm", "kristiania", "--json")
        record = json.loads(done.stdout)
        rows = {table["table"].split(".")[-1]: table["rows"] for table in record["tables"]}
        report.check("erase", rows["events_event"] > 0 and rows["tenant"] == 1, done)
        nothing("kristiania")
        report.equal("nothing is left", instance.rows_of(2), 0)
        report.equal("the neighbour's bytes", instance.digest_of(3), others)
        report.equal("the neighbour", statuses("bergen"), served)
        expect(report, "twice", instance.cli("tenant", "erase", "kristiania", "--confirm",
                                             "kristiania"), 1, "no kommune of that slug")
    add(instance, "0301", "oslo")
    report.equal("its number is not given again", instance.rows_of(2), 0)
    expect(report, "the gate after it", instance.cli("doctor"), 0, "kept apart")


def check_roles(report, instance):
    """Who may not: said up front, with who may."""
    if instance.engine != "postgresql":
        return
    app = {"SAMRAD_DATABASE": instance.address("SAMRAD_TEST_POSTGRES")}
    commands = [
        ("migrate",), ("tenant", "suspend", "bergen"), ("tenant", "resume", "bergen"),
        ("tenant", "rename", "bergen", "--slug", "bjorgvin"),
        ("tenant", "erase", "bergen", "--confirm", "bergen"),
        ("tenant", "add", "4204", "--slug", "kristiansand", "--admin", "a@b.example")]
    digest = instance.digest()
    for words in commands:
        expect(report, f"{words} as the app", instance.cli(*words, **app), 1,
               "Connect as samrad_owner")
    report.equal("nothing changed", instance.digest(), digest)


def check_faults(report, instance):
    """A server does not start on a database that would leak."""
    for name, plant, mend, says in instance.faults():
        plant()
        for words in [("serve", "--listen", "127.0.0.1:0"), ("doctor",)]:
            expect(report, f"{words[0]}: {name}", instance.cli(*words), 1, says)
        mend()
        expect(report, f"mended: {name}", instance.cli("doctor"), 0, "kept apart")
    if instance.engine == "postgresql":
        superuser = {"SAMRAD_DATABASE": instance.address("SAMRAD_TEST_SUPERUSER")}
        owner = {"SAMRAD_DATABASE": instance.address("SAMRAD_TEST_OWNER")}
        for role, says in [(superuser, "more power than serving takes"), (owner, "owns something")]:
            for words in [("serve", "--listen", "127.0.0.1:0"), ("doctor",)]:
                expect(report, f"{words[0]}: {says}", instance.cli(*words, **role), 1, says)
