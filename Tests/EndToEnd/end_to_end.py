"""Runs every walk on every engine that is there."""

import os
import shutil
import sys
import tempfile

from house import PostgreSQL, Report, SQLite
from walk import run_walk


def engines():
    addresses = [os.environ.get(f"SAMRAD_TEST_{n}") for n in ("OWNER", "POSTGRES", "SUPERUSER")]
    if all(addresses):
        return [SQLite, PostgreSQL]
    print("SAMRAD_TEST_OWNER, _POSTGRES and _SUPERUSER are not set: SQLite only.")
    return [SQLite]


def main():
    report = Report()
    scratch = tempfile.mkdtemp(prefix="samrad-e2e-")
    made = []

    def make(kind):
        made.append(kind(scratch, "SQLite" if kind is SQLite else "PostgreSQL"))
        return made[-1]

    try:
        for kind in engines():
            instance = make(kind)
            walk = run_walk(report, instance)
    finally:
        report.end_part()
        for instance in made:
            instance.remove()
        shutil.rmtree(scratch, ignore_errors=True)
    print(f"{report.passed} passed, {report.failed} failed")
    return 1 if report.failed else 0


if __name__ == "__main__":
    sys.exit(main())
