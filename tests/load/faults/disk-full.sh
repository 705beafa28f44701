#!/usr/bin/env bash
# Fills the disk under a running service: a small file system in memory, so it needs root and Linux. Ends by itself, within three minutes.
#
#   dotnet publish src/DataCatalog -c Release -o FOLDER
#   tests/load/faults/disk-full.sh FOLDER [PORT, 5295]
#
# Exit status 1: reading stopped, a load or a backup said that it had succeeded, something acknowledged was lost, or the service did not heal when there was space again.
set -euo pipefail
app=$(realpath "$1") port=${2:-5295}
base=http://127.0.0.1:$port
work=$(mktemp -d)
server=
trap '[ -z "$server" ] || { kill "$server" 2>/dev/null && wait "$server" 2>/dev/null; } || true; umount "$work/disk" 2>/dev/null || true; rm -rf "$work"' EXIT
mkdir "$work/disk"
mount -t tmpfs -o size=400m tmpfs "$work/disk"
cp -r "$app/seed-data" "$work/seed"

run() { dotnet "$app/DataCatalog.dll" "$@" --Catalog:Database="$work/disk/catalog.db" --Catalog:SeedData="$work/seed" --Catalog:PublicBaseUrl="$base"; }
fail() { echo "WRONG: $*"; exit 1; }
status() { curl -sS -o "$work/answer" -w '%{http_code}' "$@"; }
edit() { sed -i -E "s/(\([a-z]+\) )?Arbres/($1) Arbres/" "$work/seed/datasets.csv"; }
read_all() {
  for path in / /datasets "/datasets?q=$1" /catalog.ttl /changes "/territories/commune:35238/mapping" /health/live /health/ready; do
    [ "$(status "$base$path")" = 200 ] || fail "$path answers $(cat "$work/answer") while the disk is full"
  done
}

run seed > "$work/first.log"
# `exec` makes the background job the server itself
(cd "$work" && exec dotnet "$app/DataCatalog.dll" --urls "$base" --Catalog:Database="$work/disk/catalog.db" --Catalog:SeedData="$work/seed" --Catalog:PublicBaseUrl="$base" \
  --Catalog:DumpMinutes=1) > "$work/server.log" 2>&1 &
server=$!
for _ in $(seq 300); do [ "$(status "$base/dumps" 2>/dev/null)" = 200 ] && break; sleep 0.4; done
edit quartz && run seed > "$work/seed.log"
[ "$(status "$base/datasets.json?q=quartz")" = 200 ] && grep -q '(quartz) Arbres' "$work/answer" || fail 'the first change is not shown'

dd if=/dev/zero of="$work/disk/filler" bs=64k 2>/dev/null || true
df -h "$work/disk" | tail -n 1
edit basalte
run seed > "$work/seed.log" 2>&1 && fail 'a load on a full disk said that it had succeeded'
echo "seed, exit 1: $(tail -n 1 "$work/seed.log")"
run backup "$work/disk/copy.db" > "$work/backup.log" 2>&1 && fail 'a backup on a full disk said that it had succeeded'
echo "backup, exit 1: $(tail -n 1 "$work/backup.log")"
[ ! -e "$work/disk/copy.db" ] || fail 'a part of a backup has its name'
read_all budget
grep -q warning "$work/answer" || fail '/health/ready does not warn'
echo "reading goes on; /health/ready: $(tr -d '\n' < "$work/answer" | cut -c1-300)"
[ "$(status "$base/datasets.json?q=quartz")" = 200 ] && grep -q '(quartz) Arbres' "$work/answer" || fail 'what was acknowledged is lost'

rm "$work/disk/filler"
run seed > "$work/seed.log"
for _ in $(seq 20); do status "$base/datasets.json?q=basalte" > "$work/code"; grep -q '(basalte) Arbres' "$work/answer" && break; sleep 0.5; done
grep -q '(basalte) Arbres' "$work/answer" || fail 'the change after the full disk is not shown'
for _ in $(seq 240); do curl -fsS "$base/dumps/catalog.csv" -o "$work/answer" && grep -q '(basalte) Arbres' "$work/answer" && break; sleep 0.5; done
grep -q '(basalte) Arbres' "$work/answer" || fail "the dumps have not healed: $(curl -sS "$base/dumps" | cut -c1-300)"
kill "$server" && wait "$server" || true
server=
run backup "$work/copy.db" > "$work/backup.log" && echo 'with space again: the load, the dumps and a backup that was read through'
