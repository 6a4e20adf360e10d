#!/usr/bin/env bash
# `make bench`: measures what has a bar, in the release build, and ends nonzero when a bar is not met.
set -euo pipefail
. "$(dirname "$0")/need.sh" test
scripts/ui.sh
# With the whole workspace, as the tests: what WebKit hangs on is built once.
cargo build --release --locked --quiet --workspace --bin weegschaal --examples
export WEEGSCHAAL_PROGRAM=${CARGO_TARGET_DIR:-$PWD/target}/release/weegschaal
# What others take for the same, where they can be installed.
if ! cmp -s tests/benches/requirements.txt build/bench/installed; then
  rm -rf build/bench
  { python3 -m venv build/bench && build/bench/bin/pip install --quiet -r tests/benches/requirements.txt &&
    cp tests/benches/requirements.txt build/bench/installed; } || rm -rf build/bench
fi
[ -x build/bench/bin/python ] && export WEEGSCHAAL_PYTHON=$PWD/build/bench/bin/python
# A screen, a message bus and a runtime folder of our own, as for the tests.
XDG_RUNTIME_DIR=$(mktemp -d)
export XDG_RUNTIME_DIR
trap 'rm -rf "$XDG_RUNTIME_DIR"' EXIT
export WEBKIT_DISABLE_DMABUF_RENDERER=1 NO_AT_BRIDGE=1
xvfb-run -a -s "-screen 0 1440x900x24" dbus-run-session -- \
  cargo bench --locked --quiet --workspace --bench bars
