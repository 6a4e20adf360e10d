#!/usr/bin/env bash
# `make fuzz`: chance against every reader of foreign files, FUZZ_SECONDS each (60 unless said otherwise).
# Promises: works with stable Rust; begins from the kept corpus and keeps what it finds under build/fuzz, outside git;
# goes on after a failure and ends nonzero with the names of the targets that failed.
set -uo pipefail
. "$(dirname "$0")/need.sh" run
command -v cargo-fuzz >/dev/null || cargo install cargo-fuzz --locked --quiet || exit 1

failed=()
for target in $(cargo fuzz list --fuzz-dir tests/fuzz); do
  found=build/fuzz/$target
  mkdir -p "$found" "build/fuzz/artifacts/$target"
  echo "== $target"
  # Without a sanitizer, for that asks for a nightly compiler: readers are safe Rust, and what is looked for is a panic, a
  # hang or a heap without end.
  cargo fuzz run --fuzz-dir tests/fuzz -s none "$target" "$found" "tests/fuzz/corpus/$target" -- \
    -max_total_time="${FUZZ_SECONDS:-60}" -rss_limit_mb=512 -timeout=20 -max_len=20000 -print_final_stats=1 \
    -artifact_prefix="build/fuzz/artifacts/$target/" -verbosity=0 -print_pcs=0 || failed+=("$target")
done

if [ ${#failed[@]} -gt 0 ]; then
  printf 'FAILED: %s\n' "${failed[@]}" >&2
  exit 1
fi
echo "No reader gave way."
