#!/usr/bin/env bash
# What the tests take from npm, exactly as the lock file says: installed into FOLDER/node_modules when that is possible.
# usage: npm.sh FOLDER CACHE
set -euo pipefail
folder=$1 cache=$2
if ! command -v npm >/dev/null && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  echo "Installing Node and npm for the tests with Slack's JavaScript SDK…"
  (apt-get update && apt-get install --yes --no-install-recommends nodejs npm) >/tmp/tally-npm.log 2>&1 ||
    tail -n 5 /tmp/tally-npm.log >&2
fi
if ! command -v npm >/dev/null; then
  echo "No npm here: the tests with Slack's JavaScript SDK and with axe-core are skipped (apt-get install nodejs npm)." >&2
  exit 0
fi
for attempt in 1 2 3; do
  if (cd "$folder" && npm ci --cache "$cache" --prefer-offline --ignore-scripts --no-audit --no-fund --loglevel=error); then
    touch "$folder/node_modules/.ready"
    exit 0
  fi
done
echo "npm could not install: the tests with Slack's JavaScript SDK and with axe-core are skipped." >&2
