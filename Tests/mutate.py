#!/usr/bin/env python3
"""Takes away, one at a time, what keeps kommuner apart in the program itself, and demands that the
sweep fails each time. What keeps them apart in the database, the tests take away by themselves.

  Tests/mutate.py            every mutation: some ten minutes on a quiet machine
  Tests/mutate.py cookie     those whose name has the word

It works on a copy of the project under TMPDIR, with a PostgreSQL of its own. A mutation whose text
is no longer in the program is a fault of this file: mend it here.
"""

import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[1]
LONGEST = 1800

DIRECTORY = "Sources/Gateway/TenantDirectory.swift"
VISIT = "Sources/Gateway/Visit.swift"
SQLITE = "Sources/Database/Engines/SQLiteEngine.swift"
POSTGRES = "Sources/Database/Engines/PostgreSQLEngine.swift"
NAMES_MATCH = "place.name.isOf(arrival.tenant)"

# Each with its name and what is replaced: file, old text, new text.
MUTATIONS = [
    ("cookies are for every kommune of the host", [
        ("Sources/Web/Routes/Cookies.swift", 'path = base.isEmpty ? "/" : base', 'path = "/"')]),
    ("a remembered name is believed though the kommune has another by now", [
        (VISIT, NAMES_MATCH, "!arrival.tenant.slug.isEmpty")]),
    ("the directory of kommuner has one entry for all names", [
        (DIRECTORY, "ids.withLock { $0[name] }", "ids.withLock { $0.first?.value }")]),
    ("the directory of kommuner has one entry, and is believed", [
        (DIRECTORY, "ids.withLock { $0[name] }", "ids.withLock { $0.first?.value }"),
        (VISIT, NAMES_MATCH, "!arrival.tenant.slug.isEmpty")]),
    ("the words of one kommune are kept for all", [
        ("Modules/Tenancy/Sources/Presets/Word.swift",
         "  package static func load(in work: borrowing Work) throws -> Words {\n",
         "  nonisolated(unsafe) private static var kept: Words?\n"
         "  package static func load(in work: borrowing Work) throws -> Words {\n"
         "    if let kept = unsafe kept { return kept }\n"
         "    defer { unsafe kept = try? read(in: work) }\n"
         "    return try read(in: work)\n"
         "  }\n"
         "  private static func read(in work: borrowing Work) throws -> Words {\n")]),
    ("on SQLite an open file serves every kommune", [
        (SQLITE, "if let file = open[scope] { return file }",
         "if let file = open[scope] ?? open.first(where: { $0.key != .catalog && scope != .catalog })"
         "?.value { return file }")]),
    ("on PostgreSQL a connection keeps the kommune it had first", [
        (POSTGRES, "if case .kommune(let tenant) = scope {",
         "if case .kommune(let tenant) = scope, !isTenantSet {\n        isTenantSet = true"),
        (POSTGRES, '"SET LOCAL app.tenant = ', '"SET app.tenant = '),
        (POSTGRES, "  private var state = State.idle\n",
         "  private var state = State.idle\n  private var isTenantSet = false\n")]),
]


def main() -> int:
    wanted = " ".join(sys.argv[1:])
    chosen = [mutation for mutation in MUTATIONS if wanted in mutation[0]]
    for name, edits in MUTATIONS:
        for file, old, _ in edits:
            if (ROOT / file).read_text().count(old) != 1:
                print(f"«{name}»: not once in {file}: {old.strip()}")
                return 2
    with tempfile.TemporaryDirectory(prefix="samrad-mutate-") as folder:
        return run(pathlib.Path(folder), chosen)


def run(folder: pathlib.Path, chosen: list) -> int:
    project = copy(folder)
    # The server runs as another user than root and must pass through.
    folder.chmod(0o711)
    database = start_postgresql(project, folder)
    try:
        if not (build(project) and sweep(project, database)):
            print("The sweep fails before anything is taken away.")
            return 2
        survivors = [name for name, edits in chosen if survives(project, database, name, edits)]
    finally:
        call(["Tests/postgres.sh", "stop", str(folder / "postgres")], project)
    print(f"{len(chosen)} mutations of the program, {len(survivors)} not seen")
    for name in survivors:
        print(f"not seen: {name}")
    return 1 if survivors else 0


def copy(folder: pathlib.Path) -> pathlib.Path:
    project = folder / "project"
    for name in ["Package.swift", "Sources", "Modules", "Tests", "deploy", "docs"]:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, project / name)
        else:
            project.mkdir(exist_ok=True)
            shutil.copy2(source, project / name)
    return project


def survives(project: pathlib.Path, database: dict, name: str, edits: list) -> bool:
    originals = {file: (project / file).read_text() for file, _, _ in edits}
    try:
        for file, old, new in edits:
            path = project / file
            path.write_text(path.read_text().replace(old, new))
        if not build(project):
            print(f"«{name}» does not build: mend it in {__file__}")
            return True
        seen = not sweep(project, database)
        print(f"{'seen' if seen else 'NOT SEEN'}: {name}", flush=True)
        return not seen
    finally:
        for file, text in originals.items():
            (project / file).write_text(text)


def build(project: pathlib.Path) -> bool:
    done = call(["swift", "build", "--build-tests"], project)
    if done.returncode != 0:
        print("\n".join(line for line in done.stdout.splitlines() if "error" in line))
    return done.returncode == 0


def sweep(project: pathlib.Path, database: dict) -> bool:
    tests = ["RouteSweepTests", "CrossingTests", "NonInterferenceTests"]
    words = ["swift", "test", "--skip-build", "--disable-xctest"]
    for test in tests:
        words += ["--filter", f"IsolationTests.{test}"]
    return call(words, project, database).returncode == 0


def start_postgresql(project: pathlib.Path, folder: pathlib.Path) -> dict:
    done = call(["Tests/postgres.sh", "start", str(folder / "postgres")], project)
    if done.returncode != 0:
        sys.exit(done.stdout)
    pairs = (line.split("=", 1) for line in done.stdout.splitlines())
    return {name: value.strip("'") for name, value in pairs}


def call(words: list, project: pathlib.Path, more: dict | None = None):
    return subprocess.run(
        words, cwd=project, env=os.environ | (more or {}), text=True, timeout=LONGEST,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)


if __name__ == "__main__":
    sys.exit(main())
