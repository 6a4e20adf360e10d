#!/usr/bin/env bash
# `make bench`: measures what has a bar, in the release build, and ends nonzero when a bar is not met.
set -euo pipefail
. "$(dirname "$0")/need.sh" run
scripts/ui.sh
cargo build --release --locked --quiet -p weegschaal
export WEEGSCHAAL_PROGRAM=${CARGO_TARGET_DIR:-$PWD/target}/release/weegschaal
cargo bench --locked --quiet -p weegschaal-tests --bench bars
