# The two that a person needs: `make demo` and `make test`. Both set the machine up first.

SWIFT_SOURCES = Package.swift Sources Tests Plugins Fuzz
DIR ?=
# Real documents of other people, where a checkout of them lies beside the project; tests that read
# them skip without it.
SPECCTL_CORPUS ?= $(abspath $(wildcard ../shared/corpus))
export SPECCTL_CORPUS
# Official schemas of report formats, where a checkout of them lies beside the project.
SPECCTL_SCHEMAS ?= $(abspath $(wildcard ../shared/schemas))
export SPECCTL_SCHEMAS
SECONDS ?= 60

# What the checks are built into, apart from what `swift build` leaves.
CHECKS = .build/checks

.PHONY: help demo test test-debug test-release build docc release dist reproducible bench corpus format lint setup fuzz clean

help:
	@echo 'make demo      build the release and show what it does'
	@echo 'make test      every check there is'
	@echo 'make build     debug build of everything, tests included'
	@echo 'make release   static release in .build/dist/specctl'
	@echo 'make dist      archive, .deb, wheel, list of materials and checksums of it, in .build/dist'
	@echo 'make bench     the table of speed and memory; RECORD=1 writes Benchmarks/RESULTS.md'
	@echo 'make corpus    rates over real workspaces: DIR=folder of workspaces [RECORD=1]'
	@echo 'make reproducible   whether two builds in different folders give the same bytes'
	@echo 'make format    lay the Swift sources out'
	@echo 'make lint      layout, shell and Python checks'
	@echo 'make setup     install the Debian packages that are missing'
	@echo 'make docc      the documentation of the libraries in .build/docc'
	@echo 'make fuzz      hostile input for SECONDS=60 a target'
	@echo 'make clean     remove everything that was built'

demo: setup
	@scripts/build_release.sh >/dev/null
	@scripts/demo.sh

# The layout is checked first since it is quick; each configuration is built once. The compiler uses one
# processor for most of a release build, so what can be tested without the release is tested meanwhile.
test: setup lint
	@scripts/build_checks.sh >/dev/null
	@scripts/setup.sh packages || echo 'test: some checks of packages are left out'
	@scripts/test_clients.sh --install
	@$(MAKE) --no-print-directory --jobs=2 --output-sync=line test-debug test-release

test-debug:
	@echo 'test: the tests in Swift'
	@swift test --scratch-path $(CHECKS) --skip-build --disable-xctest
	@echo 'test: the documentation of the libraries'
	@scripts/build_docc.sh $(CHECKS)
	@echo 'test: the tests with other programs'
	@scripts/test_clients.sh $(CHECKS)/debug/specctl -m 'not release'
	@cd Benchmarks && python3 -B -m unittest discover -q -s tests -t .
	@echo 'test: hostile input'
	@if scripts/setup.sh fuzz 2>/dev/null; then FUZZ_CONFIGURATION=debug scripts/fuzz.sh 5; \
	else echo 'test: this toolchain has no libFuzzer, so nothing was fuzzed'; fi

test-release:
	@echo 'test: the release'
	@scripts/build_release.sh
	@scripts/check_self.sh
	@echo 'test: the packages'
	@python3 -B Packaging/make_packages.py >/dev/null
	@scripts/test_clients.sh .build/dist/specctl/specctl packages -n 0
	@echo 'test: what needs the speed of the release'
	@scripts/test_clients.sh .build/dist/specctl/specctl -m release -n 0

build: setup
	swift build --build-tests

docc: build
	scripts/build_docc.sh

release: setup
	scripts/build_release.sh

dist: setup
	@scripts/build_release.sh >/dev/null
	@python3 -B Packaging/make_packages.py

reproducible: setup
	scripts/check_reproducible.sh

bench: setup
	scripts/build_release.sh --benchmark >/dev/null
	python3 -B Benchmarks/bench.py $(if $(RECORD),--record)

corpus: setup
	@test -n "$(DIR)$(SPECCTL_CORPUS)" || { echo 'corpus: name a folder of workspaces: make corpus DIR=…' >&2; exit 1; }
	scripts/build_release.sh >/dev/null
	@dir="$(DIR)"; if [ -z "$$dir" ]; then dir=.build/corpus; rm -rf $$dir; "$(SPECCTL_CORPUS)/materialize" --all $$dir; fi; \
	python3 -B Benchmarks/corpus.py $(if $(RECORD),--record) "$$dir"

format:
	swift format --in-place --recursive --parallel $(SWIFT_SOURCES)

lint: setup
	swift format lint --strict --recursive --parallel $(SWIFT_SOURCES)
	@if command -v shellcheck >/dev/null; then shellcheck scripts/*.sh .ci/run; fi

setup:
	@scripts/setup.sh

fuzz:
	@scripts/setup.sh fuzz
	scripts/fuzz.sh $(SECONDS)

clean:
	rm -rf .build
