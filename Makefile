# `make` explains the targets. They are short names for cargo commands.

# A name from `cargo run -p gen -- --list-boards`.
BOARD ?= ulx3s

# The steps of `make test` to run, by name; empty means all.
STEPS ?=

.DEFAULT_GOAL := help

.PHONY: help
help: ## Show this list
	@echo 'Targets:'
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/\1|\2/p' $(firstword $(MAKEFILE_LIST)) \
	    | awk -F'|' '{ printf "  make %-12s %s\n", $$1, $$2 }'
	@echo 'Some steps only: make test STEPS="format clippy"'

.PHONY: test
test: ## Run everything that continuous integration runs
	@tools/test.sh tools/steps.txt $(STEPS)

SEED ?= 1
COUNT ?= 1000

.PHONY: fuzz-python
fuzz-python: ## Compare COUNT (1000) random Python programs from SEED (1) with CPython
	cargo run --quiet --release --package pyxl-conformance -- --seed $(SEED) --count $(COUNT)

FILE ?= examples/fib.py

.PHONY: profile
profile: ## Show where the cycles of FILE (examples/fib.py) go
	cargo run --quiet --release --package pyxl -- run --profile $(FILE)

# A Python program, or an image.
PROGRAM ?= examples/blink.py

.PHONY: bitstream
bitstream: ## Build the bitstream of BOARD (ulx3s) with PROGRAM (examples/blink.py)
	cargo run --quiet --package gen -- --board $(BOARD) --program $(PROGRAM) --build

.PHONY: bench
bench: ## Measure the model and the generated hardware
	cargo bench --workspace --bench '*'

.PHONY: bless
bless: ## Regenerate the generated pages and the snapshots of the tests
	PYXL_BLESS=1 INSTA_UPDATE=always cargo test --workspace --quiet
	@git status --short

.PHONY: docs
docs: ## Build the book into build/book (needs mdbook)
	@command -v mdbook >/dev/null || { \
	    echo 'mdbook is not installed; the pages in docs/src are readable as they are.'; \
	    echo 'help: cargo install mdbook'; exit 1; }
	mdbook build docs

.PHONY: clean
clean: ## Delete what was built; the installed tools in .venv stay
	cargo clean
	rm -rf build
