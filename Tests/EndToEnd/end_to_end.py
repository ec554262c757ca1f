"""Runs every walk on every engine that is there."""

import os
import shutil
import signal
import sys
import tempfile

from apart import run_apart
from bad_bytes import run_bad_bytes
from bad_commands import run_bad_commands, run_twice
from bad_requests import run_bad_requests
from crash import run_crashes
from facts import run_facts
from fuzz import run_fuzz
from house import PostgreSQL, Report, SQLite
from logins import run_logins
from letters import run_letters
from papers import run_papers
from standing import run_standing
from walk import run_walk


def engines():
    addresses = [os.environ.get(f"SAMRAD_TEST_{n}") for n in ("OWNER", "POSTGRES", "SUPERUSER")]
    if all(addresses):
        return [SQLite, PostgreSQL]
    print("SAMRAD_TEST_OWNER, _POSTGRES and _SUPERUSER are not set: SQLite only.")
    return [SQLite]


def walk_everything(report, scratch, made):
    def make(kind):
        made.append(kind(scratch, "SQLite" if kind is SQLite else "PostgreSQL"))
        return made[-1]

    walked = []
    for kind in engines():
        instance = make(kind)
        walked.append(instance)
        walk = run_walk(report, instance)
        run_bad_requests(report, instance, walk)
        run_bad_bytes(report, instance, walk)
        run_bad_commands(report, instance)
        run_papers(report, instance, walk)
        run_crashes(report, instance, walk)
        run_twice(report, instance)
        run_fuzz(report, instance, walk)
        run_standing(report, make(kind))
        run_logins(report, make(kind))
        run_letters(report, make(kind))
        run_apart(report, make(kind))
    beside_the_demo(report, scratch)
    run_facts(report, walked, scratch)


def beside_the_demo(report, scratch):
    """The walk once more, with the demo's three kommuner in the same instance."""
    demo = SQLite(scratch, "the demo", data_name="samrad-demo")
    run_walk(report, demo, skipped="serve")
    listed = {line.split()[0] for line in demo.cli("tenant", "list").stdout.splitlines()[1:]}
    report.equal("the fourth kommune", listed, {"trondheim", "baerum", "ringebu", "stavanger"})


def main():
    # Whoever stops us gets the tidying up, too.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    report = Report()
    scratch = tempfile.mkdtemp(prefix="samrad-e2e-")
    made = []
    try:
        walk_everything(report, scratch, made)
    finally:
        report.end_part()
        for instance in made:
            instance.remove()
        shutil.rmtree(scratch, ignore_errors=True)
    print(f"{report.passed} passed, {report.failed} failed")
    return 1 if report.failed else 0


if __name__ == "__main__":
    sys.exit(main())
