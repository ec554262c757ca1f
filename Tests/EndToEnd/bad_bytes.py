"""Requests that no client would make: each gets a problem of 4xx from the binary, and never 5xx."""

import http.client
import json
import re
import socket

from bad_requests import PASSWORD
from house import Answer, Client, Server

MIB = 1024 * 1024


class Wire:
    """Bytes to the server as they are, past every library that would mend them."""

    def __init__(self, report, server, token):
        self.report, self.server, self.token = report, server, token

    def send(self, first, *fields, body=b"", host=None):
        host = host or f"127.0.0.1:{self.server.port}"
        head = [first, f"Host: {host}", f"Authorization: Bearer {self.token}",
                "Content-Type: application/json", f"Content-Length: {len(body)}", *fields, "", ""]
        with socket.create_connection(("127.0.0.1", self.server.port), 20) as wire:
            try:
                wire.sendall("\r\n".join(head).encode("utf-8", "surrogateescape") + body)
            except (BrokenPipeError, ConnectionResetError):
                pass  # refused before all of it was sent
            answer = http.client.HTTPResponse(wire, method=first.split()[0])
            answer.begin()
            return Answer(answer)

    def expect(self, name, problem, *words, **more):
        answer = self.send(*words, **more)
        self.report.check(
            name, 400 <= answer.status < 500 and problem in (answer.problem, answer.status)
            and len(answer.json["title"]) > 15, f"{answer.status} {answer.text}")
        return answer


def send_odd_headers(wire):
    path = "/stavanger/api/v1/units"
    get = f"GET {path} HTTP/1.1"
    for name, field in {
        "a line's end without CR": "X-A: b\nX-C: d", "CR alone": "X-A: b\rX-C: d",
        "a folded line": "X-A: b\r\n c", "NUL": "X-A: b\0c", "a space before the colon": "X-A : b",
    }.items():
        wire.expect(f"a header with {name}", 400, get, field)
    wire.expect("a host nobody has here", "host-is-not-served-here", get, host="ond.example")
    wire.expect("two hosts", 400, get, "Host: ond.example")
    wire.expect("a header of 20 000 bytes", 431, get, "X-A: " + "b" * 20_000)
    answer = wire.expect(
        "a line's end in the address", "there-is-no-such-record",
        f"GET {path}/%0d%0aX-Smuggled:%20yes HTTP/1.1")
    wire.report.check("makes no header", "X-Smuggled" not in answer.headers, answer.headers)


def send_odd_queries(wire):
    path = "GET /stavanger/api/v1/units?"
    for query in ["limit=-1", "limit=0", "limit=1.5", "limit=", "limit=9223372036854775808",
                  "cursor=x", "limit=1&cursor=%07"]:
        wire.expect(f"?{query}", "invalid-input", f"{path}{query} HTTP/1.1")
    for query in ["limit=%FF", "cursor=%C3%28", "limit=1&limit=2", "a.b.c.d.e=1"]:
        wire.expect(f"?{query}", "query-is-not-readable", f"{path}{query} HTTP/1.1")


def send_odd_json(wire, council):
    first = f"POST /stavanger/api/v1/councils/{council}/meetings HTTP/1.1"
    deep = b"[" * 10_000 + b"]" * 10_000
    for name, body in {
        "nested 10 000 deep": b'{"place":' + deep + b"}", "a list nested so": deep,
        "invalid UTF-8": b'{"startsAt":"2099-01-01T12:00:00Z","place":"\xff\xfe"}',
        "half a character": b'{"place":"\\ud800"}', "NUL in a text": b'{"place":"a\\u0000b"}',
        "a field twice": b'{"startsAt":"2099-01-01T12:00:00Z","place":"A","place":"B"}',
        "a number without end": b'{"place":' + b"9" * 5000 + b"}", "a fraction": b'{"place":1.5}',
        "a byte order mark": b'\xef\xbb\xbf{"place":"A"}', "two objects": b"{}{}",
    }.items():
        wire.expect(f"JSON with {name}", "body-is-not-json", first, body=body)
    for name, body in {
        "a field missing": {"place": "A"}, "null": {"startsAt": None, "place": None},
        "lists": {"startsAt": [], "place": {}},
        "a text too long": {"startsAt": "2099-01-01T12:00:00Z", "place": "æ" * 100_000},
    }.items():
        wire.expect(f"JSON with {name}", "invalid-input", first, body=json.dumps(body).encode())
    padding = b" " * (10 * MIB)
    wire.expect("10 MiB of JSON, nested", 413, first, body=b'{"place":' + deep + padding + b"}")


def guess_passwords(report, server):
    """A thousand tries, from an address of their own, as a proxy would say."""
    client = Client(server.port, "stavanger")
    wrong = {"email": "emil@stavanger.example", "password": "en annen setning 4711"}
    answers = [
        client.post("/sessions", wrong, X_Forwarded_For="203.0.113.9") for _ in range(1000)]
    report.equal(
        "a thousand wrong passwords", {answer.problem for answer in answers},
        {"email-or-password-is-wrong", "too-many-tries"})
    report.check("the last one says when", int(answers[-1].headers["Retry-After"]) > 0)


def disable_somebody(report, instance, server):
    email = "nils@stavanger.example"
    added = instance.cli(
        "user", "add", "stavanger", "--name", "Nils Nå", "--email", email, "--role", "secretary")
    link = re.search(r"/invitasjon/(ski_\w+)", added.stdout)[1]
    nobody = Client(server.port, "stavanger")
    accepted = nobody.post(f"/invitations/{link}", {"password": PASSWORD})
    nils = Client(server.port, "stavanger", accepted.json["token"])
    report.equal("somebody new", nils.get("/account").status, 200)
    report.equal(
        "their invitation once more",
        nobody.post(f"/invitations/{link}", {"password": PASSWORD}).problem,
        "link-is-used-or-too-old")
    done = instance.cli("user", "disable", "stavanger", "--email", email)
    report.equal("is disabled", done.returncode, 0)
    for path in ["/account", "/units"]:
        report.equal(f"their session at {path}", nils.get(path).problem, "token-is-not-valid")


def send_too_many(report, instance, token):
    """One a second: a token may send ten at once, an address forty."""
    with Server(instance, "--trusted-proxy", "127.0.0.1", "--rate-limit", "1") as server:
        for name, allowed, who in [("a token", 10, token), ("an address", 40, None)]:
            client = Client(server.port, "stavanger", who)
            came_from = {"X_Forwarded_For": f"203.0.113.{allowed}"}
            answers = [client.api("GET", "/units", **came_from) for _ in range(allowed + 20)]
            served = [answer.status for answer in answers].count(200)
            report.check(f"{name} is served {allowed} times", served in range(allowed, allowed + 9), served)
            report.equal(f"{name} is then told to wait", answers[-1].problem, "too-many-requests")
            report.equal(f"{name} is told how long", answers[-1].headers["Retry-After"], "1")
        other = Client(server.port, "stavanger").api("GET", "/units", X_Forwarded_For="203.0.113.9")
        report.equal("others are served", other.status, 200)


def run_bad_bytes(report, instance, walk):
    report.part(f"{instance.name}: requests no client makes")
    with Server(instance, "--trusted-proxy", "127.0.0.1") as server:
        wire = Wire(report, server, walk.variables["token.anne"])
        report.equal("a request", wire.send("GET /stavanger/api/v1/units HTTP/1.1").status, 200)
        send_odd_headers(wire)
        send_odd_queries(wire)
        send_odd_json(wire, walk.variables["council"])
        guess_passwords(report, server)
        disable_somebody(report, instance, server)
        report.check("no word of a fault in the log", "internal-error" not in server.said()
                     and '"status":5' not in server.said(), server.said()[-800:])
    send_too_many(report, instance, walk.variables["token.anne"])
