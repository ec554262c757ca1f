"""The demo's three kommuner, served with what the demo itself leaves out: letters and a login."""

import json
import subprocess

from house import BINARY, SQLite, Server, environment, free_port


class Demo(SQLite):
    """A server with the demo's data; gone when the block ends, however it ends."""

    def __init__(self, scratch):
        super().__init__(scratch, "the demo", data_name="samrad-demo")
        self.accounts = self._build()
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self._key = str(self.data / "instance.key")
        self._add_login()

    def _build(self):
        """Has the demo make its data; gives who can sign in."""
        demo = subprocess.Popen(
            [BINARY, "demo", "--json", "--port", "0", "--data", self.data],
            env=environment(), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        try:
            return json.loads(demo.stdout.readline())["accounts"]
        finally:
            demo.terminate()
            demo.wait(30)
            demo.stdout.close()

    def _add_login(self):
        """A login whose issuer never answers: what is looked at are our own pages."""
        secret = self.folder / "client.secret"
        secret.write_text("hemmelig\n")
        secret.chmod(0o600)
        self.command(
            "login", "add", "baerum", "--profile", "oidc", "--name", "porten", "--label",
            "Ansattporten", "--issuer", "http://127.0.0.1:1", "--test", "--client-id", "samrad",
            "--client-secret-file", str(secret))

    def command(self, *words):
        """Runs a command on the demo's data; gives what it printed."""
        done = self.cli(*words, SAMRAD_SECRET_FILE=self._key, SAMRAD_PUBLIC_URL=self.url)
        assert done.returncode == 0, (words, done.stderr)
        return done.stdout

    def invitation(self, account):
        """The path of a fresh link to choose a password."""
        link = json.loads(self.command(
            "user", "reset", account["slug"], "--email", account["email"], "--json"))["link"]
        return link.removeprefix(f"{self.url}/{account['slug']}")

    def account(self, name):
        """Who can sign in, by name, or in Trondheim by role."""
        return next(a for a in self.accounts if name in (a["name"], a["role"]))

    def __enter__(self):
        self.server = Server(
            self, "--listen", f"127.0.0.1:{self.port}", "--public-url", self.url, "--secret-file",
            self._key, "--smtp-url", "smtp://127.0.0.1:1", "--mail-from", "samrad@eksempel.example")
        self.server.__enter__()
        return self

    def __exit__(self, *problem):
        self.server.__exit__(*problem)
