"""What the walks stand on: a report, an instance on either engine, and a client."""

import hashlib
import http.client
import json
import os
import pathlib
import re
import secrets
import signal
import socket
import subprocess
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
BINARY = os.environ["SAMRAD_BINARY"]


class Report:
    """Counts checks; says only what failed, and how many passed in each part."""

    def __init__(self):
        self.passed = 0
        self.failed = 0
        self._part = None
        self._began = 0.0
        self._before = 0

    def part(self, name):
        self.end_part()
        self._part, self._began, self._before = name, time.monotonic(), self.passed

    def end_part(self):
        if self._part is not None:
            seconds = time.monotonic() - self._began
            print(f"{self._part}: {self.passed - self._before} passed ({seconds:.1f} s)", flush=True)
        self._part = None

    def check(self, name, is_true, detail=""):
        if is_true:
            self.passed += 1
        else:
            self.failed += 1
            print(f"FAILED {self._part}: {name}\n       {str(detail)[:800]}", flush=True)
        return bool(is_true)

    def equal(self, name, found, wanted):
        return self.check(name, found == wanted, f"found {found!r}, wanted {wanted!r}")


def free_port():
    """A port of this machine that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def run(words, **options):
    """Runs a command to its end; nothing here may hang."""
    return subprocess.run(words, capture_output=True, text=True, timeout=60, **options)


def environment(**more):
    """Ours, without what would decide a command's options behind its back."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("SAMRAD_", "PG"))}
    # Everything here comes from one address; one check sets a limit of its own.
    return {**kept, "LC_ALL": "C.UTF-8", "SAMRAD_RATE_LIMIT": "0", **more}


class Instance:
    """A database of its own with the binary to work on it."""

    def __init__(self, scratch, name):
        self.name = name
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix=f"{self.engine}-", dir=scratch))

    def address_for(self, words):
        """Who a command connects as."""
        raise NotImplementedError

    def cli(self, *words, **more):
        return run(
            [BINARY, *words], env=environment(**{"SAMRAD_DATABASE": self.address_for(words), **more}),
            cwd=self.folder)

    def migrate(self):
        done = self.cli("migrate")
        assert done.returncode == 0, done.stderr
        return self

    def digest(self):
        """One sum over everything in the database but the event log.

        A refusal and a reading of what is shielded leave their trace there, and change nothing.
        """
        lines = [line for line in self.dump().splitlines() if "events_" not in line]
        return hashlib.sha256("\n".join(lines).encode()).hexdigest()


class SQLite(Instance):
    engine = "sqlite"

    def __init__(self, scratch, name, data_name="samrad-data"):
        super().__init__(scratch, name)
        self.data_name = data_name
        self.data = self.folder / data_name

    def address_for(self, words):
        return f"sqlite:{self.data}"

    def dump(self):
        files = sorted(self.data.glob("*.sqlite")) if self.data.is_dir() else []
        return "".join(f"{f.name}\n{run(['sqlite3', '-readonly', f, '.dump']).stdout}" for f in files)

    def text(self):
        """Every value in the database, to look for what must not be there."""
        return self.dump()

    def kommune_sql(self, text):
        """Raw SQL in the first kommune, as somebody with the file in hand."""
        return run(["sqlite3", self.data / "kommune-1.sqlite", f"PRAGMA foreign_keys=ON; {text}"])

    def catalog_sql(self, text):
        return run(["sqlite3", self.data / "catalog.sqlite", text.replace("catalog.", "")])

    def file(self, tenant):
        return self.data / f"kommune-{tenant}.sqlite"

    def owner_sql(self, tenant, text, past):
        """Raw SQL in a kommune, past a trigger, which is there again afterwards."""
        _, trigger = past
        made = run(["sqlite3", self.file(tenant),
                    f"SELECT sql FROM sqlite_master WHERE name = '{trigger}'"]).stdout
        done = run(["sqlite3", self.file(tenant), f"DROP TRIGGER {trigger}; {text}; {made};"])
        assert done.returncode == 0, done.stderr

    def digest_of(self, tenant):
        return hashlib.sha256(self.file(tenant).read_bytes()).hexdigest()

    def rows_of(self, tenant):
        """How much of a kommune there is: files, and lines of the catalog."""
        listed = self.catalog_sql(
            f"SELECT (SELECT count(*) FROM tenant WHERE tenant_id = {tenant})"
            f" + (SELECT count(*) FROM tenant_number WHERE tenant_id = {tenant})").stdout
        return len(list(self.data.glob(f"kommune-{tenant}.sqlite*"))) + int(listed)

    def faults(self):
        """Ways to break the isolation: a name, what does it, what mends it, and what is said."""
        def move(old, new):
            return lambda: self.file(old).rename(self.file(new))

        def sql(text):
            return lambda: run(["sqlite3", self.file(3), text])

        yield "a kommune's file is missing", move(3, 33), move(33, 3), "kommune-3.sqlite is missing"
        yield ("a table nobody knows", sql("CREATE TABLE notes (a TEXT)"), sql("DROP TABLE notes"),
               "table notes in kommune-3.sqlite")

    def remove(self):
        pass


class PostgreSQL(Instance):
    engine = "postgresql"

    def __init__(self, scratch, name):
        super().__init__(scratch, name)
        self.database = f"samrad_e2e_{secrets.token_hex(4)}"
        self._on("SAMRAD_TEST_SUPERUSER", "samrad", f"CREATE DATABASE {self.database}")
        roles = (ROOT / "deploy/postgresql/roles.sql").read_text()
        made = self.psql("SAMRAD_TEST_SUPERUSER", roles)
        assert made.returncode == 0, made.stderr

    def address(self, variable, database=None):
        return re.sub(r"/samrad\b", f"/{database or self.database}", os.environ[variable], count=1)

    def address_for(self, words):
        # These make or change tables that the app may only read.
        is_owner = words[0] == "migrate" or words[:2] in [
            ("tenant", "add"), ("tenant", "suspend"), ("tenant", "resume"), ("tenant", "rename"),
            ("tenant", "erase")]
        return self.address("SAMRAD_TEST_OWNER" if is_owner else "SAMRAD_TEST_POSTGRES")

    def _on(self, variable, database, text):
        done = run(
            ["psql", "-X", "-q", "-v", "ON_ERROR_STOP=1", "-d", self.address(variable, database)],
            input=text, env=environment())
        assert done.returncode == 0, done.stderr

    def psql(self, variable, text):
        return run(
            ["psql", "-X", "-q", "-At", "-v", "ON_ERROR_STOP=1", "-d", self.address(variable)],
            input=text, env=environment())

    def dump(self):
        # What pg_dump would say of the data, in a tenth of its time. Only a superuser sees it all.
        dumped = self.psql("SAMRAD_TEST_SUPERUSER", r"""
            SELECT format('SELECT %L, md5(string_agg(t::text, chr(10) ORDER BY t::text)) FROM %s t',
              c.oid::regclass, c.oid::regclass)
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relkind = 'r' AND n.nspname IN ('samrad', 'catalog') ORDER BY 1 \gexec
            """)
        assert dumped.returncode == 0, dumped.stderr
        return dumped.stdout

    def text(self):
        """Every value in the database, to look for what must not be there."""
        read = self.psql("SAMRAD_TEST_SUPERUSER", r"""
            SELECT format('SELECT t::text FROM %s t', c.oid::regclass)
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relkind = 'r' AND n.nspname IN ('samrad', 'catalog') \gexec
            """)
        assert read.returncode == 0, read.stderr
        return read.stdout

    def kommune_sql(self, text):
        """Raw SQL in the first kommune, as the app itself, past all our code."""
        return self.psql("SAMRAD_TEST_POSTGRES", f"BEGIN; SET LOCAL app.tenant = 1; {text}; COMMIT;")

    def catalog_sql(self, text):
        return self.psql("SAMRAD_TEST_OWNER", text)

    def owner_sql(self, tenant, text, past):
        """Raw SQL in a kommune, past a trigger, which is on again afterwards."""
        table, trigger = past
        done = self.psql("SAMRAD_TEST_OWNER", f"""
            BEGIN; SET LOCAL app.tenant = {tenant};
            ALTER TABLE samrad.{table} DISABLE TRIGGER {trigger}; {text};
            ALTER TABLE samrad.{table} ENABLE TRIGGER {trigger}; COMMIT;""")
        assert done.returncode == 0, done.stderr

    def _each_table(self, what, tenant):
        done = self.psql("SAMRAD_TEST_SUPERUSER", f"""
            SELECT format('SELECT %L, {what} FROM %s t WHERE tenant_id = {tenant}',
              c.oid::regclass, c.oid::regclass)
            FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'tenant_id'
            WHERE c.relkind = 'r' AND c.relname <> 'erased_tenant' ORDER BY 1 \\gexec
            """)
        assert done.returncode == 0, done.stderr
        return [line.split("|", 1)[1] for line in done.stdout.splitlines()]

    def digest_of(self, tenant):
        return self._each_table("md5(string_agg(t::text, chr(10) ORDER BY t::text))", tenant)

    def rows_of(self, tenant):
        """How many rows of a kommune there are, of all tables, seen past the policies."""
        return sum(map(int, self._each_table("count(*)", tenant)))

    def faults(self):
        """Ways to break the isolation: a name, what does it, what mends it, and what is said."""
        def sql(text):
            return lambda: self.psql("SAMRAD_TEST_SUPERUSER", text)

        table = "samrad.tenancy_unit"
        yield ("row-level security is not forced", sql(f"ALTER TABLE {table} NO FORCE ROW LEVEL SECURITY"),
               sql(f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY"), f"not forced on {table}")
        yield ("set_config may be called",
               sql("GRANT EXECUTE ON FUNCTION set_config(text, text, boolean) TO PUBLIC"),
               sql((ROOT / "deploy/postgresql/roles.sql").read_text()), "set_config")

    def remove(self):
        self._on(
            "SAMRAD_TEST_SUPERUSER", "samrad", f"DROP DATABASE {self.database} WITH (FORCE)")


class Server:
    """A server on a port that was free; gone when the block ends, however it ends."""

    def __init__(self, instance, *words):
        self.instance = instance
        self.words = words

    def __enter__(self):
        self.log = tempfile.TemporaryFile("w+", dir=self.instance.folder)
        self.process = subprocess.Popen(
            [BINARY, "serve", "--listen", "127.0.0.1:0", *self.words],
            env=environment(SAMRAD_DATABASE=self.instance.address_for(("serve",))),
            stdout=subprocess.DEVNULL, stderr=self.log)
        deadline = time.monotonic() + 15
        while not (found := re.search(r"Serving on http://127\.0\.0\.1:(\d+)", self.said())):
            assert self.process.poll() is None and time.monotonic() < deadline, self.said()
            time.sleep(0.005)
        self.port = int(found[1])
        return self

    def said(self):
        self.log.seek(0)
        return self.log.read()

    def __exit__(self, *_):
        if self.process.poll() is None:
            self.kill()
        self.log.close()

    def kill(self):
        """As the kernel would, with no time to tidy up."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait(10)

    def terminate(self):
        """As systemd would."""
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(30)


class Answer:
    def __init__(self, response):
        self.status = response.status
        self.headers = response.headers
        self.body = response.read()

    @property
    def text(self):
        return self.body.decode()

    @property
    def json(self):
        return json.loads(self.text)

    @property
    def problem(self):
        """The last part of a problem's type; the status when it is none."""
        if "problem+json" not in (self.headers["Content-Type"] or ""):
            return self.status
        return self.json["type"].rsplit("/", 1)[-1]


class Client:
    """One person, or nobody, with one connection."""

    def __init__(self, port, slug, token=None):
        self.port, self.slug, self.token = port, slug, token
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
        self.cookies = {}

    def send(self, method, path, body=None, **headers):
        if self.token:
            headers["Authorization"] = f"Bearer {self.token}"
        if self.cookies:
            headers["Cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        self.connection.request(method, path, body, {k.replace("_", "-"): v for k, v in headers.items()})
        answer = Answer(self.connection.getresponse())
        for line in answer.headers.get_all("Set-Cookie") or []:
            name, value = line.split(";")[0].split("=", 1)
            self.cookies[name] = value
            if "Max-Age=0" in line:
                del self.cookies[name]
        return answer

    def api(self, method, path, body=None, version=None, **headers):
        if version is not None:
            headers["If_Match"] = f'"{version}"'
        text = None if body is None else json.dumps(body)
        return self.send(
            method, f"/{self.slug}/api/v1{path}", text, Content_Type="application/json", **headers)

    def get(self, path):
        return self.api("GET", path)

    def post(self, path, body=None, version=None, **headers):
        return self.api("POST", path, body, version, **headers)

    def page(self, path):
        return self.send("GET", f"/{self.slug}{path}", Accept="text/html")

    def form(self, path, fields, page=None):
        """Sends a form as a browser does, with the hidden fields of the page it stands on."""
        from urllib.parse import urlencode

        hidden = {}
        if page is not None:
            html = self.page(page).text
            hidden = dict(re.findall(r'<input type="hidden" name="(_\w+)" value="([^"]*)"', html))
        return self.send(
            "POST", f"/{self.slug}{path}", urlencode({**hidden, **fields}, doseq=True),
            Content_Type="application/x-www-form-urlencoded", Accept="text/html",
            Origin=f"http://127.0.0.1:{self.port}")

    def sign_in_by_form(self, email, password):
        answer = self.form("/logg-inn", {"email": email, "password": password}, "/logg-inn")
        assert answer.status == 303, (answer.status, answer.text[:500])
        self.token = None
        return self
