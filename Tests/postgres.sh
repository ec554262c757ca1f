#!/usr/bin/env bash
# A private PostgreSQL for tests: its own cluster in its own folder, seen by nobody else.
#
#   Tests/postgres.sh start FOLDER [--durable]    prints shell assignments, for eval
#   Tests/postgres.sh stop FOLDER                 ends that server and removes the folder
#
#   SAMRAD_TEST_OWNER       the role that migrates
#   SAMRAD_TEST_POSTGRES    the role that serves
#   SAMRAD_TEST_SUPERUSER   for tests that need a database of their own, or a cut connection
#
# The addresses name the Unix socket. Passwords and port in them work over 127.0.0.1 as well
# (not for the superuser). Without --durable nothing is flushed to disk: quick, and safe from
# kill -9 but not from a power cut.

set -euo pipefail

# Somebody's PGHOST or PGSERVICE must not lead us to their server.
unset "${!PG@}"

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
readonly here
readonly roles="$here/../deploy/postgresql/roles.sql"

refuse() {
  printf '%s\n' "$*" >&2
  exit 1
}

usage() {
  sed -n '2,/^$/s/^# \{0,1\}//p' "${BASH_SOURCE[0]}" >&2
  exit 2
}

newest_binaries() {
  local newest
  newest=$(printf '%s\n' /usr/lib/postgresql/*/bin | sort -V | tail -n 1)
  [ -x "$newest/initdb" ] ||
    refuse "PostgreSQL's server is not installed: run deploy/install-packages.sh test"
  echo "$newest"
}

# PostgreSQL refuses to run as root, so root hands over to the account Debian made for it.
# setpriv, unlike su and runuser, needs no PAM, which containers may lack.
server_user() {
  if [ "$(id -u)" -ne 0 ]; then
    id -un
  elif id postgres >/dev/null 2>&1; then
    echo postgres
  else
    echo nobody
  fi
}

as_server() { # in the folder, because the caller's own may be closed to that user
  (
    cd "$folder"
    if [ "$(id -u)" -eq 0 ]; then
      exec setpriv --reuid="$user" --regid="$(id -g "$user")" --clear-groups \
        env HOME="$folder" "$@"
    fi
    exec "$@"
  )
}

sql() { # sql DATABASE PSQL-ARGUMENT...
  local database=$1
  shift
  as_server "$binaries/psql" -X -q -v ON_ERROR_STOP=1 \
    -h "$folder" -p "$port" -U postgres -d "$database" "$@"
}

# The folder is closed to others, so whoever reaches the socket may use it. Loopback is open
# to everybody on the machine and asks for a password.
make_cluster() {
  as_server "$binaries/initdb" -D "$folder/data" -U postgres -N --no-instructions \
    --auth-local=trust --auth-host=scram-sha-256 --encoding=UTF8 --locale=C.UTF-8 \
    >"$folder/initdb.log" 2>&1 || {
    cat "$folder/initdb.log" >&2
    refuse "initdb failed in $folder: see its own words above."
  }
}

settings() { # settings DURABLE
  cat <<END
listen_addresses = '127.0.0.1'
unix_socket_directories = '$folder'
max_connections = 200
shared_buffers = 64MB
timezone = 'UTC'
END
  [ "$1" = yes ] || cat <<END
fsync = off
full_page_writes = off
END
}

free_port() {
  local port
  while :; do
    port=$((20000 + RANDOM % 12000))
    (: >"/dev/tcp/127.0.0.1/$port") 2>/dev/null || break
  done
  echo $port
}

# A port that is free now may be taken a moment later: try a few.
start_server() {
  local try
  for try in 1 2 3 4 5; do
    port=$(free_port)
    rm -f "$folder/server.log"
    as_server "$binaries/pg_ctl" start -w -t 60 -s -D "$folder/data" -l "$folder/server.log" \
      -o "-p $port" >"$folder/pg_ctl.log" 2>&1 && return 0
    grep -q 'Address already in use' "$folder/server.log" || break
  done
  cat "$folder/pg_ctl.log" "$folder/server.log" >&2
  refuse "PostgreSQL did not start in $folder (attempt $try): see its own words above."
}

secret() { od -An -N16 -tx1 /dev/urandom | tr -d ' \n'; }

start() {
  folder=$(realpath -m "$1")
  local durable=$2
  [ ! -e "$folder" ] || [ -z "$(ls -A "$folder")" ] ||
    refuse "$folder is not empty: choose a new folder, or stop the server that is there."
  # A Unix socket's path may have 107 bytes, and PostgreSQL adds a name of up to 20.
  [ ${#folder} -le 85 ] ||
    refuse "$folder is too long a path for a Unix socket: choose one of at most 85 characters."
  binaries=$(newest_binaries)
  user=$(server_user)

  mkdir -p "$folder"
  chmod 700 "$folder"
  [ "$(id -u)" -ne 0 ] || chown "$user:" "$folder"
  trap 'halt; rm -rf "$folder"' EXIT
  as_server test -w "$folder" ||
    refuse "The user $user can't reach $folder: choose a folder under /tmp."

  make_cluster
  as_server tee -a "$folder/data/postgresql.conf" >/dev/null < <(settings "$durable")
  start_server

  local owner app
  owner=$(secret)
  app=$(secret)
  sql postgres -c 'CREATE DATABASE samrad'
  sql samrad -v owner_password="$owner" -v app_password="$app" <"$roles"

  trap - EXIT
  local socket="@/samrad?host=$folder&port=$port"
  echo "SAMRAD_TEST_OWNER='postgres://samrad_owner:$owner$socket'"
  echo "SAMRAD_TEST_POSTGRES='postgres://samrad_app:$app$socket'"
  echo "SAMRAD_TEST_SUPERUSER='postgres://postgres$socket'"
}

# Ends the server whose data is in this folder and no other: a process id in an old file may
# belong to somebody else by now. Nothing in the folder is wanted any more, so at once.
halt() {
  local pid
  pid=$(head -n 1 "$folder/data/postmaster.pid" 2>/dev/null) || return 0
  [ "$(readlink "/proc/$pid/cwd")" = "$folder/data" ] || return 0
  kill -QUIT "$pid"
  local waited
  for ((waited = 0; waited < 100; waited++)); do
    [ -e "/proc/$pid" ] || return 0
    sleep 0.1
  done
  kill -KILL "$pid" 2>/dev/null || true
}

stop() {
  folder=$(realpath -m "$1")
  [ -e "$folder" ] || return 0
  [ -e "$folder/initdb.log" ] || refuse "$folder was not made by this script: left as it is."
  halt
  rm -rf "$folder"
}

main() {
  local durable=no
  case "$*" in *" --durable") durable=yes ;; esac
  case "$#:${1-}:${3---durable}" in
    [23]:start:--durable) start "$2" "$durable" ;;
    2:stop:*) stop "$2" ;;
    *) usage ;;
  esac
}

main "$@"
