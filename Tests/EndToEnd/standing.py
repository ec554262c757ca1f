"""Migrations from two machines at once, and databases that a server must not touch."""

import subprocess

from house import BINARY, environment


def check_two_at_once(report, instance):
    words = [BINARY, "migrate"]
    env = environment(SAMRAD_DATABASE=instance.address_for(("migrate",)))
    both = [
        subprocess.Popen(words, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        for _ in range(2)]
    said = [process.communicate(timeout=60) for process in both]
    report.equal("two at once", [process.returncode for process in both], [0, 0])
    applied = [line for _, problems in said for line in problems.splitlines()]
    report.check(
        "every step once, by one or the other", len(applied) == len(set(applied)) > 0
        and all(line.startswith("applied ") for line in applied), said)
    digest = instance.digest()
    third = instance.cli("migrate")
    report.check(
        "a third has nothing to do", third.stdout == "The database was up to date.\n"
        and third.stderr == "" and instance.digest() == digest, third)


def run_standing(report, instance):
    report.part(f"{instance.name}: databases that are not up to date")

    def refused(name, says, *words):
        done = instance.cli(*words)
        report.check(
            name, done.returncode == 1 and done.stdout == ""
            and done.stderr.startswith("samrad: ") and says in done.stderr, done)

    for words in [("serve", "--listen", "127.0.0.1:0"), ("tenant", "list")]:
        refused(f"{words[0]} before the first migration", "samrad migrate", *words)
    check_two_at_once(report, instance)
    added = instance.catalog_sql(
        "INSERT INTO catalog.migration (module, name, checksum, applied_at)"
        " VALUES ('meetings', '9999-from-tomorrow', '', 1)")
    report.equal("a step from tomorrow", (added.returncode, added.stderr), (0, ""))
    for words in [("serve", "--listen", "127.0.0.1:0"), ("migrate",), ("tenant", "list")]:
        refused(f"{words[0]} on a newer database", "meetings/9999-from-tomorrow", *words)
