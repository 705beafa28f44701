#!/usr/bin/env bash
# Runs the tests a second time, on PostgreSQL: installs Debian's server if it is missing, starts one and a standby of it in a temporary folder
# on loopback, and stops both by their process ids. The tests must be built. An argument chooses tests (a filter such as
# FullyQualifiedName~Storage); without it, all are run (half an hour on two cores).
set -euo pipefail
cd "$(dirname "$0")/../.."
port=${POSTGRES_PORT:-54330}

find_server() { ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -1; }
bin=$(find_server)
[ -n "$bin" ] || { apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends postgresql; bin=$(find_server); }

# PostgreSQL refuses to run as root: then the user of Debian's package runs it.
work=$(mktemp -d)
as=()
[ "$(id -u)" != 0 ] || { chown postgres "$work"; as=(setpriv --reuid=postgres --regid=postgres --clear-groups); }
pids=()
stop() {
  for pid in "${pids[@]}"; do kill -INT "$pid" 2>/dev/null || true; wait "$pid" 2>/dev/null || true; done
  rm -rf "$work"
}
trap stop EXIT

# Nothing here must outlive a power failure.
start() { # folder, port
  (cd "$work" && exec "${as[@]}" "$bin/postgres" -D "$work/$1" -p "$2" -c listen_addresses=127.0.0.1 -c unix_socket_directories= \
    -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=400 -c wal_keep_size=1GB) > "$work/$1.log" 2>&1 &
  pids=("$!" "${pids[@]}")
  for _ in $(seq 100); do
    "$bin/pg_isready" -q -h 127.0.0.1 -p "$2" && return
    kill -0 "${pids[0]}" 2>/dev/null || { cat "$work/$1.log"; exit 1; }
    sleep 0.2
  done
}

(cd "$work" && "${as[@]}" "$bin/initdb" -D "$work/data" -U postgres -A trust -E UTF8 --locale=C.UTF-8 > "$work/initdb.log") || { cat "$work/initdb.log"; exit 1; }
start data "$port"
(cd "$work" && "${as[@]}" "$bin/pg_basebackup" -h 127.0.0.1 -p "$port" -U postgres -D "$work/standby" -R -c fast) || exit 1
start standby $((port + 1))

filter=${1:-FullyQualifiedName~DataCatalog.Tests}
# Tests of what only a file does have the trait.
POSTGRES="Host=127.0.0.1;Port=$port;Username=postgres;Database=postgres" POSTGRES_STANDBY="127.0.0.1:$((port + 1))" \
  dotnet test --project tests/DataCatalog.Tests -c "${CONFIGURATION:-Debug}" --no-build --filter "($filter)&Engine!=SQLite"
