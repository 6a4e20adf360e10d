#!/usr/bin/env bash
# Builds the window's pages into ui/dist, and does nothing when none of their sources changed since.
set -euo pipefail
cd "$(dirname "$0")/.."
stamp=build/ui.stamp
changed() {
  [ -e "$stamp" ] && [ -e ui/dist/index.html ] || return 0
  # A removed or added file changes its folder, so folders count too.
  [ -n "$(find ui -path ui/node_modules -prune -o -path ui/dist -prune -o -path ui/tests -prune -o ! -path ui -newer "$stamp" -print -quit)" ]
}
changed || exit 0
mkdir -p build
touch build/ui.started
(cd ui && npm run --silent build -- --logLevel warn)
mv build/ui.started "$stamp"
