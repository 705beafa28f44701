#!/usr/bin/env bash
# Runs the tests that depend on the database a second time, on PostgreSQL: installs Debian's server if it is missing, starts one in a
# temporary folder on loopback, and stops it by its process id. The tests must be built. An argument chooses tests (a filter such as
# FullyQualifiedName~Storage); without it, the parts below are run.
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
pid=
stop() {
  if [ -n "$pid" ]; then kill -INT "$pid" 2>/dev/null || true; wait "$pid" 2>/dev/null || true; fi
  rm -rf "$work"
}
trap stop EXIT

(cd "$work" && "${as[@]}" "$bin/initdb" -D "$work/data" -U postgres -A trust -E UTF8 --locale=C.UTF-8 > "$work/initdb.log") || { cat "$work/initdb.log"; exit 1; }
# Nothing here must outlive a power failure.
(cd "$work" && exec "${as[@]}" "$bin/postgres" -D "$work/data" -p "$port" -c listen_addresses=127.0.0.1 -c unix_socket_directories= \
  -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=400) > "$work/server.log" 2>&1 &
pid=$!
for _ in $(seq 100); do
  "$bin/pg_isready" -q -h 127.0.0.1 -p "$port" && break
  kill -0 "$pid" 2>/dev/null || { cat "$work/server.log"; exit 1; }
  sleep 0.2
done

filter=${1:-}
if [ -z "$filter" ]; then
  for part in Concepts Harvesting Http.Hot Index Models Obligations Reports Search Seeding Storage Territories Cli.CopyVerb; do
    filter="$filter${filter:+|}FullyQualifiedName~DataCatalog.Tests.$part"
  done
fi
# Tests of what only a file does have the trait.
POSTGRES="Host=127.0.0.1;Port=$port;Username=postgres;Database=postgres" \
  dotnet test --project tests/DataCatalog.Tests -c "${CONFIGURATION:-Debug}" --no-build --filter "($filter)&Engine!=SQLite"
