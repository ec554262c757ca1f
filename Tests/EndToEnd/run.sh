#!/usr/bin/env bash
# Walks through the real binary as an operator and as the people of a kommune would, on SQLite
# and, when the addresses are there, on PostgreSQL. Ends with `N passed, N failed`.
#
#   SAMRAD_BINARY          the release binary; .build/release/samrad when it is not named
#   SAMRAD_TEST_OWNER, SAMRAD_TEST_POSTGRES, SAMRAD_TEST_SUPERUSER
#                          what `Tests/postgres.sh start` prints; all three, or none

set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
readonly here
root=$(cd "$here/../.." && pwd)
readonly root
export SAMRAD_BINARY=${SAMRAD_BINARY:-$root/.build/release/samrad}

refuse() {
  printf '%s\n' "$*" >&2
  exit 1
}

[ -x "$SAMRAD_BINARY" ] ||
  refuse "There is no $SAMRAD_BINARY: swift build -c release --product samrad --static-swift-stdlib"
for tool in python3 curl sqlite3 psql strip readelf; do
  command -v $tool >/dev/null || refuse "'$tool' was not found: run deploy/install-packages.sh test"
done

# The servers that ours talks to are made of a few Python packages.
python=$("$root/Tests/House/python.sh" end-to-end "$here/requirements.txt")
exec env PYTHONDONTWRITEBYTECODE=1 PYTHONPATH="$root/Tests/House" "$python" "$here/end_to_end.py"
