"""The list of 20 councils, signed in and row-level secured, beside pgbench's four statements.

Rounds of both follow each other, so that a busy machine slows both. What pgbench runs is the
server's own query, taken from PostgreSQL's log, inside BEGIN, SET LOCAL and COMMIT.
"""

import argparse
import os
import re
import signal
import statistics
import subprocess
import tempfile
import time

import seed

CLIENTS = 32


def arguments():
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seconds", type=int, default=5)
    parser.add_argument("--kommuner", type=int, default=10)
    return parser.parse_args()


def psql(statement):
    return subprocess.run(
        ["psql", "-XAtq", os.environ["SAMRAD_TEST_SUPERUSER"], "-c", statement],
        check=True, capture_output=True, text=True).stdout.strip()


def statements_of(request):
    """Every statement PostgreSQL saw for one request, with its parameters filled in."""
    psql("ALTER ROLE samrad_app SET log_statement = 'all'")
    log = os.environ["SAMRAD_SERVER_LOG"]
    server = seed.Server(workers=1)
    try:
        request(server)
        time.sleep(0.3)
        start = os.path.getsize(log)
        request(server)
        time.sleep(0.3)
    finally:
        server.stop()
        psql("ALTER ROLE samrad_app RESET log_statement")
    with open(log, encoding="utf-8") as file:
        file.seek(start)
        text = file.read()
    found = re.findall(
        r"LOG:  execute [^:]+: (.*?)(?=\n[^\t]*(?:LOG|DETAIL):|\Z)(?:\n[^\n]*DETAIL:  parameters: ([^\n]*))?",
        text, re.S)
    return [fill(statement.replace("\n\t", "\n"), detail) for statement, detail in found]


def fill(statement, detail):
    values = dict(re.findall(r"\$(\d+) = ('(?:[^']|'')*'|NULL)", detail))
    return re.sub(r"\$(\d+)", lambda match: values[match.group(1)], statement)


def pgbench(script, seconds):
    binaries = subprocess.run(
        ["bash", "-c", "ls -d /usr/lib/postgresql/*/bin | sort -V | tail -1"],
        check=True, capture_output=True, text=True).stdout.strip()
    output = subprocess.run(
        [f"{binaries}/pgbench", "-n", "-M", "prepared", "-c", str(CLIENTS), "-j", "1",
         "-T", str(seconds), "-f", script, os.environ["SAMRAD_TEST_POSTGRES"]],
        check=True, capture_output=True, text=True).stdout
    return float(re.search(r"tps = ([\d.]+)", output).group(1))


def wrk(url, token, seconds):
    output = subprocess.run(
        ["wrk", "-t1", f"-c{CLIENTS}", f"-d{seconds}", "--latency",
         "-H", f"Authorization: Bearer {token}", url],
        check=True, capture_output=True, text=True).stdout
    if "Non-2xx" in output:
        raise SystemExit(f"The server refused requests:\n{output}")
    rate = float(re.search(r"Requests/sec:\s+([\d.]+)", output).group(1))
    return rate, milliseconds(output, "50%"), milliseconds(output, "99%")


def milliseconds(output, share):
    number, unit = re.search(rf"{share}\s+([\d.]+)(us|ms|s)", output).groups()
    return float(number) * {"us": 0.001, "ms": 1, "s": 1000}[unit]


def peak_memory(pid):
    with open(f"/proc/{pid}/status", encoding="ascii") as file:
        return int(re.search(r"VmHWM:\s+(\d+)", file.read()).group(1)) / 1024


def main():
    signal.signal(signal.SIGTERM, lambda *_: exit(1))
    options = arguments()
    token, tenant = seed.fill(options.kommuner)
    path = "/k1/api/v1/councils"
    seen = statements_of(lambda server: server.get(path, token))
    query = next(text for text in seen if "councils_council" in text)
    with tempfile.NamedTemporaryFile("w", suffix=".sql") as script:
        script.write(f"BEGIN;\nSET LOCAL app.tenant = {tenant};\n{query};\nCOMMIT;\n")
        script.flush()
        os.chmod(script.name, 0o644)
        server = seed.Server(workers=8)
        try:
            wrk(server.url + path, token, 2)
            measure(options, server, path, token, script.name, len(seen))
        finally:
            server.stop()


def measure(options, server, path, token, script, statements):
    ratios, tails = [], []
    print(f"{'round':>5} {'list/s':>9} {'pgbench/s':>9} {'ratio':>6} {'p50 ms':>7} {'p99 ms':>7}")
    for number in range(1, options.rounds + 1):
        base = pgbench(script, options.seconds)
        rate, middle, tail = wrk(server.url + path, token, options.seconds)
        ratios.append(rate / base)
        tails.append(tail / middle)
        print(f"{number:>5} {rate:>9.0f} {base:>9.0f} {rate / base:>6.2f} {middle:>7.2f} {tail:>7.2f}",
              flush=True)
    print(f"""
ratio to pgbench, median of {options.rounds} rounds   {statistics.median(ratios):.2f}   goal at least 1.0
p99 of the median                     {statistics.median(tails):.1f} x goal at most 5 x
peak memory of the server             {peak_memory(server.process.pid):.0f} MB  goal at most 64 MB
statements for one list               {statements}     BEGIN, SET LOCAL, who comes, the list, COMMIT""")


main()
