#!/usr/bin/env bash
# Makes clients of a running catalogue with generators that this project did not write, compiles them, and does some tasks with each; then runs
# the examples of docs/api.md and docs/api.http against it.
#
#   run.sh BASE_URL
#
# Needs the .NET SDK 10, node 20 and curl. Whatever is made is in a temporary folder. Exit status: 0 when every task and example did as it should.
set -euo pipefail
base=${1:?usage: run.sh BASE_URL}
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 KIOTA_OFFLINE_ENABLED=true KIOTA_TUTORIAL_ENABLED=false
cp -r "$here/csharp" "$here/typescript" "$work"

curl -fsS -o "$work/csharp/description.yaml" "$base/openapi/v1-json.yaml"
curl -fsS -o "$work/typescript/description.json" "$base/openapi/v1-json.json"

# A warning of the generator is an error.
csharp() {
  cd "$work/csharp"
  dotnet tool install Microsoft.OpenApi.Kiota --version 1.38.0 --tool-path "$work/kiota"
  "$work/kiota/kiota" generate --language CSharp --openapi description.yaml --class-name CatalogClient --namespace-name DataCatalog.Client --output Generated | tee kiota.log
  if grep -E '^(warn|fail|crit):' kiota.log; then return 1; fi
  dotnet build --configuration Release --output built
  dotnet built/Client.dll "$base"
}

typescript() {
  cd "$work/typescript"
  npm install --no-package-lock --no-audit --no-fund --loglevel=error
  npm run --silent generate
  npm run --silent build
  npm run --silent start -- "$base"
}

# Each with `set -e` of its own, which a condition would switch off.
(set -e; csharp) > "$work/csharp.log" 2>&1 & first=$!
(set -e; typescript) > "$work/typescript.log" 2>&1 & second=$!
rc=0
wait "$first" && grep '^Kiota: ' "$work/csharp.log" || { rc=1; cat "$work/csharp.log"; }
wait "$second" && grep '^openapi-typescript: ' "$work/typescript.log" || { rc=1; cat "$work/typescript.log"; }

node "$here/examples.mjs" "$base" "$here/../../docs" || rc=1
exit "$rc"
