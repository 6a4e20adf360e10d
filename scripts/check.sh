#!/usr/bin/env bash
# `make check`: format, lints and types of both halves. Changes nothing.
set -euo pipefail
. "$(dirname "$0")/need.sh" run
cargo fmt --all --check
cargo clippy --workspace --all-targets --release --locked --quiet -- -D warnings
npm --prefix ui run --silent check
