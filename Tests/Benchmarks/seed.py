"""Kommuner with 60 units and 40 councils each, made through the command line and the API."""

import json
import os
import socket
import subprocess
import tempfile
import time
import urllib.request

UNITS = 60
COUNCILS = 40


class Server:
    """`samrad serve` on a free port of the loopback address."""

    def __init__(self, workers):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.url = f"http://127.0.0.1:{port}"
        self.process = subprocess.Popen(
            [os.environ["SAMRAD_BINARY"], "serve", "--listen", f"127.0.0.1:{port}",
             "--workers", str(workers), "--rate-limit", "0", "--database", os.environ["SAMRAD_TEST_POSTGRES"]],
            stderr=subprocess.DEVNULL)
        for _ in range(100):
            try:
                urllib.request.urlopen(self.url + "/readyz")
                return
            except OSError:
                time.sleep(0.05)
        raise SystemExit("The server did not start.")

    def send(self, method, path, token=None, body=None):
        request = urllib.request.Request(self.url + path, method=method)
        if token:
            request.add_header("Authorization", f"Bearer {token}")
        data = None
        if body is not None:
            request.add_header("Content-Type", "application/json")
            data = json.dumps(body).encode()
        with urllib.request.urlopen(request, data) as response:
            return json.load(response)

    def get(self, path, token=None):
        return self.send("GET", path, token)

    def stop(self):
        self.process.terminate()
        self.process.wait()


def samrad(*words, database="SAMRAD_TEST_POSTGRES"):
    return subprocess.run(
        [os.environ["SAMRAD_BINARY"], *words, "--database", os.environ[database]],
        check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True).stdout.strip()


def fill(kommuner):
    """Gives a token of the first kommune and that kommune's number in the database."""
    samrad("migrate", database="SAMRAD_TEST_OWNER")
    numbers = kommune_numbers(kommuner)
    server = Server(workers=4)
    try:
        for index, number in enumerate(numbers, 1):
            fill_one(server, f"k{index}", number)
    finally:
        server.stop()
    return samrad("token", "create", "k1", "--name", "bench", "--role", "visitor"), 1


def kommune_numbers(count):
    folder = os.path.dirname(os.path.abspath(__file__))
    list_of_all = os.path.join(folder, "../../Modules/Tenancy/Resources/kommuner.csv")
    with open(list_of_all, encoding="utf-8") as file:
        return [line.split(",")[0] for line in file.readlines()[1:count + 1]]


def fill_one(server, slug, number):
    added = json.loads(samrad(
        "tenant", "add", number, "--slug", slug, "--preset", "baerum", "--admin", "a@b.example",
        "--json", database="SAMRAD_TEST_OWNER"))
    with tempfile.NamedTemporaryFile("w", suffix=".csv") as file:
        file.write("type,name,area,organisation_number,service_area\n")
        for unit in range(UNITS):
            file.write(f"barnehage,Barnehage nummer {unit},Område {unit % 7},,barnehage\n")
        file.flush()
        samrad("unit", "import", slug, "--file", file.name)
    secret = added["invitation"]["link"].rsplit("/", 1)[1]
    base = f"/{slug}/api/v1"
    token = server.send(
        "POST", f"{base}/invitations/{secret}", body={"password": "et langt passord"})["token"]
    for unit in server.get(f"{base}/units?limit=100")["data"][:COUNCILS]:
        constitute(server, base, token, unit["id"])


def constitute(server, base, token, unit):
    def seat(group, number, leads=False):
        person = f"{group}{number}.{unit}"
        return {"group": group, "name": f"Navn {number}", "email": f"{person}@b.example",
                "leader": leads}

    seats = [seat("bruker", 1, True), seat("bruker", 2), seat("representant", 1),
             seat("representant", 2), seat("ansatt", 1)]
    today = time.strftime("%Y-%m-%d")
    server.send(
        "POST", f"{base}/councils", token, {"unit": unit, "termStart": today, "seats": seats})
