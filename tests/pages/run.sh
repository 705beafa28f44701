#!/usr/bin/env bash
# Has the pages of a running catalogue judged by software that this project did not write.
#
#   run.sh BASE_URL
#
# Needs node 20.19 and a Chromium: the one that CHROMIUM names, otherwise /usr/bin/chromium. Whatever is made is in a temporary folder.
# Exit status: 0 when no page has a fault.
set -euo pipefail
base=${1:?usage: run.sh BASE_URL}
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cp "$here"/*.{mjs,txt,json} "$work"
cd "$work"
npm install --no-package-lock --no-audit --no-fund --loglevel=error
node html.mjs "$base"
node lighthouse.mjs "$base"
node crawl.mjs "$base" 30 10 6
