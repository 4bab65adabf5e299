#!/bin/sh
# Builds everything that the checks need from nothing, tests included, in half the time of `swift build
# --build-tests`: each module as a whole, and nothing for a debugger. It has a folder of its own, since
# `swift build` is quicker after a change. Prints the folder on standard output, the rest on standard error.
set -eu
cd "$(dirname "$0")/.."
scratch=.build/checks
swift build --build-tests --scratch-path "$scratch" -debug-info-format none \
  -Xswiftc -whole-module-optimization -Xswiftc -num-threads -Xswiftc "$(nproc)" >&2
printf '%s\n' "$scratch"
