#!/usr/bin/env bash
# Chromium for the browser tests: there already, or installed from the system's packages when we may, else said so.
set -euo pipefail
command -v chromium >/dev/null || command -v chromium-browser >/dev/null && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  echo "Installing Chromium for the browser tests…"
  (apt-get update && apt-get install --yes --no-install-recommends chromium) >/tmp/tally-chromium.log 2>&1 ||
    { tail -n 5 /tmp/tally-chromium.log >&2; echo "Chromium could not be installed: the browser tests are skipped." >&2; }
else
  echo "No Chromium here, and no right to install it: the browser tests are skipped (apt-get install chromium)." >&2
fi
