#!/bin/sh
# Builds the fuzzing targets with the toolchain's libFuzzer and runs each for a while. Inputs
# that grow the coverage are kept in .build/fuzz/corpus/<target>, a crash in .build/fuzz/crashes.
#
# usage: scripts/fuzz.sh [SECONDS [TARGET…]]     60 seconds for each target by default
#
# FUZZ_CONFIGURATION=debug builds sooner and runs slower, which is right for a short time.
#
# The targets are executables of Package.swift named specctl-fuzz-*, which stand there only when
# SPECCTL_FUZZ is set: libFuzzer brings its own main, so an ordinary build cannot link them.
set -eu
cd "$(dirname "$0")/.."

fail() {
  printf 'fuzz: %s\n' "$1" >&2
  exit 1
}

# Fuzzes one target: fuzz TARGET SECONDS.
fuzz() {
  # shellcheck disable=SC2086
  SPECCTL_FUZZ=1 swift build -c "$configuration" --sanitize fuzzer \
    --scratch-path .build/fuzz/build -debug-info-format "$debugging" $whole_modules --product "$1" >&2
  printf 'fuzz: %s for %s s\n' "$1" "$2" >&2
  mkdir -p ".build/fuzz/corpus/$1" .build/fuzz/crashes
  # libFuzzer writes to the first folder and only reads the others: the fixtures are its seeds. The
  # backtraces of Swift would come before it, and it would not keep the input.
  SWIFT_BACKTRACE=enable=no ".build/fuzz/build/$configuration/$1" -max_total_time="$2" -timeout=5 -rss_limit_mb=2048 \
    -artifact_prefix=.build/fuzz/crashes/ ".build/fuzz/corpus/$1" Fixtures ||
    fail "$1 found an input that it cannot take: see .build/fuzz/crashes"
}

seconds=${1:-60}
configuration=${FUZZ_CONFIGURATION:-release}
debugging=dwarf
whole_modules=
if [ "$configuration" = debug ]; then
  debugging=none
  whole_modules="-Xswiftc -whole-module-optimization -Xswiftc -num-threads -Xswiftc $(nproc)"
fi
[ $# -eq 0 ] || shift
targets=$*
[ -n "$targets" ] ||
  targets=$(grep -o '"specctl-fuzz-[a-z-]*"' Package.swift | tr -d '"' | sort -u) ||
  fail "Package.swift names no executable 'specctl-fuzz-…'"
for target in $targets; do
  fuzz "$target" "$seconds"
done
