# Two commands matter: `make run` opens the window on the example partnership, `make test` runs every test.
# The work is in scripts/; each script installs what it misses, or says in one line who must install what.
.PHONY: run test check bench bundle fuzz
run:
	@scripts/run.sh
test:
	@scripts/test.sh
check:
	@scripts/check.sh
bench:
	@scripts/bench.sh
bundle:
	@scripts/bundle.sh
fuzz:
	@scripts/fuzz.sh
