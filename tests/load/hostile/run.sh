#!/usr/bin/env bash
# Lets 200 hostile clients of each kind loose on the published service, one kind after the other, and writes one Markdown table of what one normal client
# saw meanwhile. The service has core 0 and is started anew for each kind, on 127.0.0.1 only; the clients have core 1. Needs Linux, two cores and Node 20.
#
#   dotnet publish src/DataCatalog -c Release -o FOLDER
#   tests/load/hostile/run.sh FOLDER REPORT.md [SECONDS, 15] [DATABASE, an empty one] [KIND...]
#
# PORT (5239) and FILES (1024, the limit of open files of the service) are taken from the environment; so are settings of the service, such as
# DOTNET_GCHeapHardLimit. Exit status 1: the service died, or the normal client got no answer at all while a kind was at work.
set -euo pipefail
app=$(realpath "$1") report=$(realpath -m "$2") seconds=${3:-15} database=${4:-} port=${PORT:-5239} files=${FILES:-1024}
here=$(cd "$(dirname "$0")" && pwd)
kinds=("${@:5}")
[ ${#kinds[@]} -gt 0 ] || mapfile -t kinds < <(node "$here/hostile.mjs" list)
work=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill "$server" 2>/dev/null || true; rm -rf "$work"' EXIT

start() {
  (ulimit -n "$files"; cd "$work"; exec env Catalog__Database="${database:-$work/catalog.db}" taskset -c 0 dotnet "$app/DataCatalog.dll" --urls "http://127.0.0.1:$port") > "$work/server.log" 2>&1 &
  server=$!
  for _ in $(seq 300); do
    curl -fsS -o "$work/answer" "http://127.0.0.1:$port/dumps" 2>/dev/null && return
    kill -0 "$server" 2>/dev/null || break
    sleep 0.4
  done
  cat "$work/server.log" >&2
  return 1
}

node "$here/hostile.mjs" head > "$report"
rc=0
for kind in "${kinds[@]}"; do
  start
  taskset -c 1 node "$here/hostile.mjs" attack "$kind" "$port" "$server" "$seconds" >> "$report" || rc=1
  kill "$server" 2>/dev/null || { echo "$kind:" >&2; tail -n 3 "$work/server.log" | cut -c1-400 >&2; }
  wait "$server" 2>/dev/null || true
  server=
done
cat "$report"
exit "$rc"
