#!/usr/bin/env bash
# `make bench`: measures what has a bar, in the release build, and ends nonzero when a bar is not met.
set -euo pipefail
. "$(dirname "$0")/need.sh" run
scripts/ui.sh
cargo build --release --locked --quiet -p weegschaal
export WEEGSCHAAL_PROGRAM=${CARGO_TARGET_DIR:-$PWD/target}/release/weegschaal
# What others take to read the same workbook, where it can be installed.
if [ ! -x build/bench/bin/python ]; then
  python3 -m venv build/bench && build/bench/bin/pip install --quiet openpyxl==3.1.5 || rm -rf build/bench
fi
[ -x build/bench/bin/python ] && export WEEGSCHAAL_PYTHON=$PWD/build/bench/bin/python
cargo bench --locked --quiet -p weegschaal-tests --bench bars
