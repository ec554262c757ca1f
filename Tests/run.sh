#!/usr/bin/env bash
# Builds and runs every test, on SQLite and on a private PostgreSQL that comes and goes with it.
#
#   Tests/run.sh                        all of it, then the release binary, with curl and in a browser
#   Tests/run.sh --quick                without the release binary
#   Tests/run.sh --filter Minutes       what follows goes to `swift test`; implies --quick

set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
readonly root
cd "$root"

phase="starting"
phase_began=$SECONDS
durations=""
scratch=""

end_phase() {
  durations+=$(printf '%5d s  %s' $((SECONDS - phase_began)) "$phase")$'\n'
}

begin_phase() {
  [ "$phase" = starting ] || end_phase
  phase=$1
  phase_began=$SECONDS
  printf '\n== %s\n' "$phase"
}

# What failed stands last, where whoever reads the end of a long log sees it.
repeat_failures() {
  [ ! -f "$scratch/tests.log" ] || grep -A 12 'recorded an issue' "$scratch/tests.log" | head -200 ||
    true
}

finish() {
  local code=$?
  trap - EXIT
  trap '' INT TERM
  if [ -n "$scratch" ]; then
    repeat_failures
    Tests/postgres.sh stop "$scratch/postgres" || true
    rm -rf "$scratch"
  fi
  end_phase
  printf '\n%s' "$durations"
  if [ "$code" -ne 0 ]; then
    echo "FAILED in the phase: $phase (exit code $code)"
  fi
  exit "$code"
}

install_packages() {
  begin_phase "packages and toolchain"
  local groups=(build test)
  # Whoever names a browser has one; only the release binary is looked at.
  [ "$1" = yes ] || [ -n "${SAMRAD_CHROMIUM-}" ] || groups+=(browser)
  deploy/install-packages.sh "${groups[@]}"
}

build_everything() {
  begin_phase "build with tests"
  # The check of imports says what is wrong first and "Build complete!" last, and then exits 1.
  swift build --build-tests --explicit-target-dependency-import-check error || {
    local code=$?
    echo "The build exited with $code, whatever it says last: look for 'error:' above."
    return $code
  }
}

start_postgresql() {
  begin_phase "private PostgreSQL"
  scratch=$(mktemp -d "${TMPDIR:-/tmp}/samrad-tests.XXXXXX")
  # The server runs as another user than root and must pass through.
  chmod 711 "$scratch"
  local addresses
  addresses=$(Tests/postgres.sh start "$scratch/postgres")
  eval "$addresses"
  export SAMRAD_TEST_OWNER SAMRAD_TEST_POSTGRES SAMRAD_TEST_SUPERUSER
}

run_tests() {
  begin_phase "tests"
  # Swift Testing runs side by side by itself; there is no XCTest here to run.
  mkdir "$scratch/files"
  if [ $# -gt 0 ]; then
    swift_test "$@"
  else
    # What is cut off after half a second is watched where nothing else wants the processor.
    swift_test --filter "^(TransportTests|HTTPClientTests)\\."
    swift_test --skip "^(TransportTests|HTTPClientTests)\\."
  fi
}

swift_test() {
  TMPDIR="$scratch/files" swift test --skip-build --disable-xctest "$@" 2>&1 |
    tee -a "$scratch/tests.log"
}

build_release() {
  begin_phase "release binary"
  swift build -c release --product samrad --static-swift-stdlib
}

walk_through() {
  [ -x Tests/EndToEnd/run.sh ] || return 0
  begin_phase "end to end, with the release binary"
  SAMRAD_BINARY="$root/.build/release/samrad" Tests/EndToEnd/run.sh
}

look_at_pages() {
  begin_phase "in the browser, with the release binary"
  SAMRAD_BINARY="$root/.build/release/samrad" Tests/Browser/run.sh
}

main() {
  local quick=no
  if [ "${1-}" = --quick ]; then
    quick=yes
    shift
  fi
  [ $# -eq 0 ] || quick=yes

  trap finish EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM

  install_packages $quick
  build_everything
  start_postgresql
  run_tests "$@"
  if [ $quick = no ]; then
    build_release
    walk_through
    look_at_pages
  fi
}

main "$@"
