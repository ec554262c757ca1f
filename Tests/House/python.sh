#!/usr/bin/env bash
# Prints the Python of an environment of its own with the packages that are pinned in a file, and
# makes it first when it is missing or the file has changed.
#
#   Tests/House/python.sh NAME REQUIREMENTS

set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
readonly home=$root/.build/$1-python requirements=$2

if ! cmp -s "$requirements" "$home/installed.txt"; then
  rm -rf "$home"
  python3 -m venv "$home"
  "$home/bin/python" -m pip install -q --disable-pip-version-check --no-deps -r "$requirements" >&2
  cp "$requirements" "$home/installed.txt"
fi
echo "$home/bin/python"
