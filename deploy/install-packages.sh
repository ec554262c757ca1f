#!/usr/bin/env bash
# Installs the Debian packages that a task needs, and only those that are missing.
#
#   deploy/install-packages.sh GROUP...      GROUP: swift, build, test, browser, bench
#
# `swift` installs nothing: it checks that the toolchain is there. `build` does so too.

set -euo pipefail

readonly swift_needed=6.2

# package, then why it is wanted
packages_of() {
  case $1 in
    swift) ;;
    build)
      cat <<'END'
pkg-config           finds the C libraries for the Swift package manager
libc6-dev            headers of the C library, which Swift builds against
g++                  start files and C++ library that Swift links with
libpq-dev            speaks to PostgreSQL
libsqlite3-dev       the embedded database
libmicrohttpd-dev    the HTTP server
libsodium-dev        passwords, tokens, hashes
libjansson-dev       reads JSON
libssl-dev           checks signatures, makes one-time codes
zlib1g-dev           looks into PDF files
libcurl4-openssl-dev asks the issuers of logins, sends letters
libqrencode-dev      draws the code that a phone's camera reads
END
      ;;
    test)
      cat <<'END'
postgresql           a private server for the tests, and psql; none is left running
curl                 walks through the real binary
python3              checks that talk to raw sockets
python3-venv         the OpenID provider that logins are tried against, the browser's driver
sqlite3              looks into a database past our own code
binutils             looks into the release binary
END
      ;;
    browser)
      cat <<'END'
chromium             looks at every page as people do
fonts-liberation     letters to write the pages with
END
      ;;
    bench)
      cat <<'END'
postgresql           a private server to measure, and pgbench to compare with
wrk                  puts load on the server
END
      ;;
    *)
      echo "Unknown group '$1': choose among swift, build, test, browser and bench." >&2
      exit 2
      ;;
  esac
}

say() { printf '%s\n' "$*" >&2; }

refuse() {
  say "$*"
  exit 1
}

at_least() { # at_least VERSION NEEDED
  [ "$(printf '%s\n%s\n' "$1" "$2" | sort -V | head -n 1)" = "$2" ]
}

readonly advice="install it from https://www.swift.org/install/linux and put its usr/bin in PATH, then run this again."

check_swift_is_there() {
  command -v swift >/dev/null ||
    refuse "Swift $swift_needed or newer is needed and 'swift' was not found: $advice"
}

check_swift_runs() {
  local answer version
  answer=$(swift --version 2>&1) || true
  version=$(sed -n 's/.*Swift version \([0-9.]*\).*/\1/p' <<<"$answer" | head -n 1)
  [ -n "$version" ] ||
    refuse "Swift $swift_needed or newer is needed and $(command -v swift) answers '$(head -n 1 <<<"$answer")': $advice"
  at_least "$version" "$swift_needed" ||
    refuse "Swift $swift_needed or newer is needed and $(command -v swift) is $version: $advice"
}

# The wanted packages that are not installed, one a line, in the order they are listed.
missing() { # missing PACKAGE...
  local installed
  # dpkg-query fails when any one package is unknown; what it printed still counts.
  # shellcheck disable=SC2016  # dpkg's own field syntax
  installed=$(dpkg-query -W -f '${db:Status-Status} ${Package}\n' "$@" 2>/dev/null) || true
  local package
  for package in "$@"; do
    grep -qxF "installed $package" <<<"$installed" || echo "$package"
  done
}

as_root() {
  if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo "$@"; fi
}

apt() { as_root env DEBIAN_FRONTEND=noninteractive apt-get -q "$@" >&2; }

known_to_apt() { # every package has a version that apt could install
  ! LC_ALL=C apt-cache policy "$@" | grep -q 'Candidate: (none)' &&
    [ "$(LC_ALL=C apt-cache policy "$@" | grep -c 'Candidate:')" -eq $# ]
}

# Debian's PostgreSQL package makes a cluster of its own and starts it. Nobody asked for that
# one, and it would take port 5432. While we install, and only then, a file beside the
# packages' own settings says not to: no conffile is touched, and a later `apt install` of
# PostgreSQL behaves as the machine's owner expects.
readonly no_cluster=/etc/postgresql-common/createcluster.d/samrad-installing.conf

keep_postgresql_quiet() {
  as_root mkdir -p "${no_cluster%/*}"
  trap 'as_root rm -f "$no_cluster"' EXIT
  echo 'create_main_cluster = off' | as_root tee "$no_cluster" >/dev/null
}

install() {
  known_to_apt "$@" || apt update
  case " $* " in *" postgresql "*) keep_postgresql_quiet ;; esac
  # Package lists that are too old name files that are gone: refresh them and try once more.
  apt install -y --no-install-recommends "$@" || {
    apt update
    apt install -y --no-install-recommends "$@"
  }
}

check_can_install() {
  { command -v dpkg-query && command -v apt-get; } >/dev/null ||
    refuse "This machine is not Debian or Ubuntu: install what they call $* yourself, then run this again."
}

check_may_install() {
  [ "$(id -u)" -eq 0 ] || command -v sudo >/dev/null ||
    refuse "Missing: $*. Install with 'apt-get install $*' as root (this user is not root and there is no sudo), then run this again."
}

install_what_is_missing() { # install_what_is_missing REASONS
  local wanted lacking package
  mapfile -t wanted < <(awk 'NF && !seen[$1]++ { print $1 }' <<<"$1")
  [ ${#wanted[@]} -gt 0 ] || return 0
  check_can_install "${wanted[@]}"
  mapfile -t lacking < <(missing "${wanted[@]}")
  [ ${#lacking[@]} -gt 0 ] || return 0
  check_may_install "${lacking[@]}"

  say "Installing with apt-get:"
  for package in "${lacking[@]}"; do
    say "  $(grep -m 1 "^$package " <<<"$1")"
  done
  install "${lacking[@]}" ||
    refuse "apt-get could not install ${lacking[*]}: see its own words above."
}

main() {
  [ $# -gt 0 ] || {
    say "Usage: ${0##*/} GROUP...   (swift, build, test, browser, bench)"
    exit 2
  }
  local reasons="" swift=no group
  for group in "$@"; do
    reasons+=$(packages_of "$group")$'\n'
    case $group in swift | build) swift=yes ;; esac
  done

  # Whether it runs is asked last: the toolchain itself links some of the libraries.
  [ $swift = no ] || check_swift_is_there
  install_what_is_missing "$reasons"
  [ $swift = no ] || check_swift_runs
}

main "$@"
