"""The figures of the release binary, and the goals they have to meet."""

import http.client
import os
import re
import shutil
import socket
import statistics
import subprocess
import time

from house import BINARY, environment, run

LARGEST_MIB = 25
SLOWEST_MS = 150
# What fails the check: three times the goal, so that a busy machine is not taken for a slow program.
TOO_SLOW_MS = 3 * SLOWEST_MS
STARTS = 10


def time_to_first_answer(instance):
    """Milliseconds from exec to the first answer of /healthz."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    env = environment(SAMRAD_DATABASE=instance.address_for(("serve",)))
    began = time.monotonic()
    process = subprocess.Popen(
        [BINARY, "serve", "--listen", f"127.0.0.1:{port}"], env=env, stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL)
    try:
        while time.monotonic() - began < 15:
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
            try:
                connection.request("GET", "/healthz")
                if connection.getresponse().status == 200:
                    return (time.monotonic() - began) * 1000
            except OSError:
                time.sleep(0.001)
            finally:
                connection.close()
        return float("inf")
    finally:
        process.terminate()
        process.wait(30)


def run_facts(report, instances, scratch):
    report.part("the binary")
    stripped = os.path.join(scratch, "stripped")
    shutil.copy(BINARY, stripped)
    run(["strip", stripped])
    size = os.path.getsize(stripped) / 2**20
    print(f"size after strip: {size:.1f} MiB (goal: at most {LARGEST_MIB})")
    report.check("size", size <= LARGEST_MIB, f"{size:.1f} MiB")

    libraries = re.findall(r"NEEDED.*\[(.+)\]", run(["readelf", "-d", BINARY]).stdout)
    print(f"libraries: {' '.join(libraries)}")
    report.check("no Foundation", libraries and not any("Foundation" in l for l in libraries))
    # Nor one that came in with the rest of the standard library.
    with open(BINARY, "rb") as binary:
        report.check("no Foundation inside", b"$s10Foundation" not in binary.read())

    for instance in instances:
        times = [time_to_first_answer(instance) for _ in range(STARTS)]
        median = statistics.median(times)
        print(
            f"{instance.name}: start to first answer, median of {STARTS}: {median:.0f} ms"
            f" ({min(times):.0f} to {max(times):.0f}; goal: at most {SLOWEST_MS})")
        report.check(f"{instance.name}: start", median <= TOO_SLOW_MS, f"{median:.0f} ms")
