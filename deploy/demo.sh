#!/usr/bin/env bash
# Builds Samråd and starts its demo: three kommuner on http://127.0.0.1:8080.
# What follows is for `samrad demo`: --port, --data, --json.

set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
readonly root

say() { printf '%s\n' "$*" >&2; }

"$root/deploy/install-packages.sh" build

if [ ! -x "$root/.build/release/samrad" ]; then
  say "Building Samråd. The first time takes a few minutes, afterwards seconds."
fi
# Standard output belongs to the demo, which may print JSON there. The standard library goes
# into the binary, as in the one that Tests/run.sh tries: neither rebuilds the other's.
swift build --package-path "$root" -c release --product samrad --static-swift-stdlib >&2 || {
  say "The build failed: see the compiler's words above."
  exit 1
}

# Not from the root folder: --data means what it says where you stand.
exec "$root/.build/release/samrad" demo "$@"
