#!/usr/bin/env bash
# Validates a running catalogue against the official shapes of DCAT-AP, first its entries, then the pages that harvesters walk through.
#
#   shapes.sh FOLDER BASE_URL SHAPES
#
# FOLDER is a copy of this folder in which `npm install` was run; SHAPES has the official files. Exit status: 0 when what falls short is
# what full-warnings.txt, hvd-unknown.txt and geonetwork-known.txt list and explain.
set -euo pipefail
usage='usage: shapes.sh FOLDER BASE_URL SHAPES'
folder=${1:?$usage} base=${2:?$usage} shapes=${3:?$usage}
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
shacl() { node "$folder/check.mjs" shacl "$@" --shapes "$shapes"; }

node "$folder/documents.mjs" "$base" merge "$work/merged.nt"
for profile in base full codelists; do
  shacl "$work/merged.nt" --profile "$profile" --detail 1
done
for profile in base full codelists; do
  shacl "$base/catalog.ttl" --walk --profile "$profile" --detail 1 | tee "$work/$profile.txt"
done
awk '$2 == "Warning" {print $3, $4, $5}' "$work/full.txt" | LC_ALL=C sort > "$work/full-found"
sed 's/ *#.*//' "$here/full-warnings.txt" | diff - "$work/full-found"
echo 'full: warnings as full-warnings.txt explains, and no others'
shacl "$base/catalog.ttl?hvd=true" --walk --profile hvd --detail 1000 > "$work/hvd.txt" || true
grep -q '^hvd: ' "$work/hvd.txt"
awk -v base="$base/" '$2 == "Violation" {property = $4} $2 == "->" {sub(base, "", $1); print property, $1}' "$work/hvd.txt" | LC_ALL=C sort > "$work/hvd-found"
sed 's/ *#.*//' "$here/hvd-unknown.txt" | diff - "$work/hvd-found"
echo 'hvd: as hvd-unknown.txt lists and explains, and nothing else'
curl -fsS -o "$work/geonetwork.rdf" "$base/dumps/catalog-geonetwork.rdf"
shacl "$work/geonetwork.rdf" --profile base --detail 0 > "$work/geonetwork.txt" || true
grep -q '^base: ' "$work/geonetwork.txt"
awk '$2 == "Violation" || $2 == "Warning" {sub(/^d[0-9]+_.*/, "(path)", $4); print $2, $3, $4, $5}' "$work/geonetwork.txt" | LC_ALL=C sort -u > "$work/geonetwork-found"
sed 's/ *#.*//' "$here/geonetwork-known.txt" | diff - "$work/geonetwork-found"
echo 'dump for GeoNetwork: as geonetwork-known.txt lists and explains, and nothing else'
