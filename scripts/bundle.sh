#!/usr/bin/env bash
# `make bundle`: the Debian package of the program, built with the profile for shipping.
set -euo pipefail
. "$(dirname "$0")/need.sh" run
scripts/ui.sh
cd src-tauri
../ui/node_modules/.bin/tauri build --bundles deb -- --profile dist --locked
find ../target/dist/bundle/deb -name '*.deb'
