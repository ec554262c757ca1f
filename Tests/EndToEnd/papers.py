"""Papers through the real server: a large file in and out, one that is too large, bounded memory."""

import hashlib
import http.client
import re
import socket
import threading

from house import Client, Server

MIB = 1024 * 1024


def pdf(size):
    """A PDF of exactly that size."""
    head, end = b"%PDF-1.7\n1 0 obj << /Type /Catalog >> endobj\n", b"\n%%EOF\n"
    return head + b" " * (size - len(head) - len(end)) + end


def peak(server):
    """The most memory the server has had so far, in MiB."""
    with open(f"/proc/{server.process.pid}/status") as status:
        return int(re.search(r"VmHWM:\s+(\d+)", status.read())[1]) // 1024


def send(client, path, body):
    """Sends a body; gives the status and the answer, also when it comes before all is sent."""
    connection = http.client.HTTPConnection("127.0.0.1", client.port, timeout=60)
    connection.request("POST", f"/{client.slug}/api/v1{path}", body,
                       {"Authorization": f"Bearer {client.token}"})
    answer = connection.getresponse()
    return answer.status, answer.read().decode()


def fetch(client, path):
    connection = http.client.HTTPConnection("127.0.0.1", client.port, timeout=60)
    connection.request("GET", f"/{client.slug}/api/v1{path}",
                       headers={"Authorization": f"Bearer {client.token}"})
    answer = connection.getresponse()
    return answer.status, answer.headers, answer.read()


def at_once(count, work):
    found = []
    threads = [threading.Thread(target=lambda: found.append(work())) for _ in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(120)
    return found


def run_papers(report, instance, walk):
    report.part(f"papers, {instance.name}")
    with Server(instance) as server:
        client = Client(server.port, "stavanger", walk.variables["token.anne"])
        meeting = client.post(f"/councils/{walk.variables['council']}/meetings",
                              {"startsAt": "2098-01-01T12:00:00Z", "place": "Aulaen"}).json["id"]
        item = client.post(f"/meetings/{meeting}/agenda", {
            "title": "Budsjettet", "kind": "discussion", "concernsNoSinglePerson": True}).json["id"]
        path = f"/meetings/{meeting}/agenda/{item}/papers"
        query = "?name=stor.pdf&concernsNoSinglePerson=true"
        before = peak(server)
        large = pdf(19 * MIB)
        status, text = send(client, path + query, large)
        if not report.equal("19 MiB are taken", status, 201):
            print(text)
            return
        paper = re.search(r'"id":"([^"]+)"', text)[1]
        status, headers, body = fetch(client, f"{path}/{paper}")
        report.equal("and come back as they were", hashlib.sha256(body).hexdigest(),
                     hashlib.sha256(large).hexdigest())
        report.equal("to be saved", headers["Content-Disposition"],
                     "attachment; filename*=UTF-8''stor.pdf")
        report.equal("and not to be run", headers["Content-Security-Policy"],
                     "sandbox; default-src 'none'")
        status, text = send(client, path + query, pdf(21 * MIB))
        report.equal("21 MiB are refused", status, 413)
        report.check("with a sentence", "at most 20 MiB" in text, text)
        statuses = sorted(s for s, _ in at_once(6, lambda: send(client, path + query, large)))
        report.check("six at once are taken or told to wait",
                     set(statuses) <= {201, 503} and 201 in statuses, statuses)
        fetched = at_once(6, lambda: fetch(client, f"{path}/{paper}")[0])
        report.equal("six come out at once", fetched, [200] * 6)
        report.check("memory stays bounded", peak(server) - before < 64, peak(server))
        print(f"  memory: {before} MiB before, {peak(server)} MiB at most; at once: {statuses}")
        slow = socket.create_connection(("127.0.0.1", server.port), 5)
        slow.sendall(f"POST /{client.slug}/api/v1{path} HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\n"
                     f"Authorization: Bearer x\r\nContent-Length: {65 * MIB}\r\n\r\n".encode())
        report.check("far too much is refused at once", b" 413 " in slow.recv(100))
        slow.close()
