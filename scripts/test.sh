#!/usr/bin/env bash
# `make test`: installs what is missing and runs every test: pages, Rust, second opinions on the forms, and the real
# window on a virtual screen. Promises: goes on after a failure, names at the end what failed, and then ends nonzero.
set -uo pipefail
. "$(dirname "$0")/need.sh" test
failed=()
step() {
  local name=$1
  shift
  echo "== $name"
  "$@" || failed+=("$name")
}

step "pages: build" scripts/ui.sh
step "pages: types and lints" npm --prefix ui run --silent check
step "pages: tests" npm --prefix ui test --silent
step "judges: set up" tests/judges/setup.sh

# The program itself, for the tests that run it. With the whole workspace and its examples, as the tests: asked for
# alone, its libraries have other features, and all that WebKit hangs on is built twice.
step "program: build" cargo build --release --locked --workspace --bin weegschaal --examples
export WEEGSCHAAL_JUDGES=$PWD/build/judges
export WEEGSCHAAL_PROGRAM=${CARGO_TARGET_DIR:-$PWD/target}/release/weegschaal

# A screen, a message bus and a runtime folder of our own: nothing of the desktop that runs this is touched.
XDG_RUNTIME_DIR=$(mktemp -d)
export XDG_RUNTIME_DIR
trap 'rm -rf "$XDG_RUNTIME_DIR"' EXIT
export WEBKIT_DISABLE_DMABUF_RENDERER=1 NO_AT_BRIDGE=1
step "rust: every test" xvfb-run -a -s "-screen 0 1440x900x24" dbus-run-session -- \
  cargo test --workspace --release --locked --no-fail-fast

if [ ${#failed[@]} -gt 0 ]; then
  printf 'FAILED: %s\n' "${failed[@]}" >&2
  exit 1
fi
echo "Everything passed."
