"""What was confirmed stays: through kill -9, and through a graceful stop under load."""

import datetime
import http.client
import threading
import time

from house import Client, Server

WRITERS = 4


class Load:
    """Several people adding to one agenda as fast as they can, noting what was confirmed."""

    def __init__(self, server, walk, meeting):
        self.confirmed, self.refused, self.cut = [], [], 0
        self._lock = threading.Lock()
        self._stop = threading.Event()
        self._threads = [
            threading.Thread(target=self._write, args=(server, walk, meeting, number))
            for number in range(WRITERS)]

    def __enter__(self):
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *_):
        self._stop.set()
        for thread in self._threads:
            thread.join(30)

    def wait_for(self, count):
        """Until that many are confirmed, so that the stop comes in the middle of work."""
        deadline = time.monotonic() + 15
        while len(self.confirmed) < count and time.monotonic() < deadline:
            time.sleep(0.002)

    def _write(self, server, walk, meeting, number):
        client = Client(server.port, "stavanger", walk.variables["token.anne"])
        body = {"title": f"Sak fra {number}", "kind": "discussion", "concernsNoSinglePerson": True}
        while not self._stop.is_set():
            try:
                answer = client.post(f"/meetings/{meeting}/agenda", body)
                text = answer.json
            except (OSError, http.client.HTTPException):
                self.cut += 1
                return
            with self._lock:
                if answer.status == 201:
                    self.confirmed.append(text["id"])
                else:
                    self.refused.append((answer.status, answer.text))


def plan(client, council):
    soon = datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(days=60)
    body = {"startsAt": soon.strftime("%Y-%m-%dT16:00:00Z"), "place": "Aulaen"}
    return client.post(f"/councils/{council}/meetings", body).json["id"]


def run_crashes(report, instance, walk):
    report.part(f"{instance.name}: kill -9 and SIGTERM under load")
    council = walk.variables["council"]
    with Server(instance) as server:
        anne = Client(server.port, "stavanger", walk.variables["token.anne"])
        meeting = plan(anne, council)
        confirmed = set()
    for round_number in range(1, 4):
        with Server(instance) as server, Load(server, walk, meeting) as load:
            load.wait_for(15 * round_number)
            server.kill()
        confirmed |= set(load.confirmed)
        report.check(f"round {round_number} was killed at work", load.confirmed and load.cut, load)
        report.equal(f"round {round_number}: no other answer", load.refused, [])

    with Server(instance) as server:
        with Load(server, walk, meeting) as load:
            load.wait_for(20)
            began = time.monotonic()
            code = server.terminate()
            seconds = time.monotonic() - began
        report.equal("SIGTERM: exit code", code, 0)
        report.check("SIGTERM: soon", seconds < 10, seconds)
        report.check("SIGTERM: says so", "Stopping." in server.said(), server.said()[-300:])
        report.equal(
            "SIGTERM: whoever was answered was served", [r for r in load.refused if r[0] != 503], [])
        confirmed |= set(load.confirmed)

    with Server(instance) as server:
        anne = Client(server.port, "stavanger", walk.variables["token.anne"])
        agenda = anne.get(f"/meetings/{meeting}").json["agenda"]
        there = {item["id"] for item in agenda}
        report.equal("everything confirmed is there", confirmed - there, set())
        report.equal(
            "in order, without a gap", [i["position"] for i in agenda],
            list(range(1, len(agenda) + 1)))
        report.check(
            "and next to nothing else: one per writer and stop was under way",
            len(there) - len(confirmed) <= 4 * WRITERS, (len(there), len(confirmed)))
