#!/usr/bin/env bash
# Measures the council list beside pgbench running the same transaction, on a private PostgreSQL.
#
#   Tests/Benchmarks/run.sh [--rounds N] [--seconds N] [--kommuner N]
#
# Nothing else should run on the machine: the figures are ratios of what ran side by side.

set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
readonly here
root=$(cd "$here/../.." && pwd)
readonly root

"$root/deploy/install-packages.sh" swift build test bench >&2
cd "$root"
swift build -c release --product samrad --static-swift-stdlib >&2

folder=$(mktemp -d /tmp/samrad-bench.XXXXXX)
rmdir "$folder"
stop() { "$root/Tests/postgres.sh" stop "$folder" >&2 || true; }
trap stop EXIT
addresses=$("$root/Tests/postgres.sh" start "$folder" --durable)
eval "$addresses"
export SAMRAD_TEST_POSTGRES SAMRAD_TEST_OWNER SAMRAD_TEST_SUPERUSER

export SAMRAD_BINARY=$root/.build/release/samrad SAMRAD_SERVER_LOG=$folder/server.log
PYTHONDONTWRITEBYTECODE=1 python3 "$here/council_list.py" "$@"
