#!/usr/bin/env bash
# Looks at every page of the real binary in a real browser, and walks through it as people would, on
# the demo's data. Ends with `N passed, N failed`.
#
#   Tests/Browser/run.sh                    all of it
#   Tests/Browser/run.sh --shots FOLDER     and keeps a picture of every page, narrow and wide
#
#   SAMRAD_BINARY          the release binary; .build/release/samrad when it is not named
#   SAMRAD_CHROMIUM        the browser; Debian's when it is not named

set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
readonly here
root=$(cd "$here/../.." && pwd)
readonly root
export SAMRAD_BINARY=${SAMRAD_BINARY:-$root/.build/release/samrad}
export SAMRAD_CHROMIUM=${SAMRAD_CHROMIUM:-chromium}

refuse() {
  printf '%s\n' "$*" >&2
  exit 1
}

[ -x "$SAMRAD_BINARY" ] ||
  refuse "There is no $SAMRAD_BINARY: swift build -c release --product samrad --static-swift-stdlib"
for tool in python3 "$SAMRAD_CHROMIUM"; do
  command -v "$tool" >/dev/null ||
    refuse "'$tool' was not found: run deploy/install-packages.sh test browser"
done

python=$("$root/Tests/House/python.sh" browser "$here/requirements.txt")
# It takes a minute or two; a browser that hangs does not hang us.
exec env PYTHONDONTWRITEBYTECODE=1 PYTHONPATH="$root/Tests/House" \
  timeout --kill-after 20 900 "$python" "$here/browser.py" "$@"
