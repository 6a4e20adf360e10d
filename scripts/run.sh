#!/usr/bin/env bash
# `make run`: installs what is missing, builds, makes the example partnership once, and opens the window on it.
# Without a display it does the main job on the example at the command line and says where the signed forms are.
set -euo pipefail
. "$(dirname "$0")/need.sh" run
scripts/ui.sh
cargo build --release --locked --quiet -p weegschaal
program=${CARGO_TARGET_DIR:-target}/release/weegschaal
example=build/voorbeeld
workspace=$example/voorbeeld.weegschaal

if [ ! -e "$workspace" ]; then
  rm -rf "$example.new"
  "$program" demo --out "$example.new" >/dev/null
  rm -rf "$example"
  mv "$example.new" "$example"
fi

if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
  echo "Het voorbeeld opent met de wachtzin: voorbeeld"
  exec "$program" "$workspace"
fi

echo "Geen beeldscherm gevonden: het voorbeeld wordt op de opdrachtregel doorlopen."
export WEEGSCHAAL_PASSPHRASE=voorbeeld
forms=$example/formulieren
set -x
"$program" check "$workspace"
"$program" weigh "$workspace" --student 9000001
"$program" sign "$workspace" --all --out "$forms"
"$program" verify "$forms"/*.pdf | grep -v '^ '
{ set +x; } 2>/dev/null
echo
echo "De ondertekende formulieren staan in $PWD/$forms:"
find "$forms" -name '*.pdf' | sort
