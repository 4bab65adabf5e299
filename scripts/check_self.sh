#!/bin/sh
# Validates and plans the project's own .claude with the binary given, or the release.
#
# usage: scripts/check_self.sh [BINARY]
set -eu
cd "$(dirname "$0")/.."
specctl=${1:-.build/dist/specctl/specctl}

fail() {
  printf 'check_self: %s\n' "$1" >&2
  exit 1
}

[ -x "$specctl" ] || fail "there is no '$specctl': run make release"
[ -d .claude ] || fail "there is no '.claude' in $PWD"

"$specctl" validate --root . --fail-on warning || fail "the project's own specs have findings"

# A plan is a function of its input: twice the same bytes.
plans=$(mktemp -d)
trap 'rm -rf "$plans"' EXIT
"$specctl" plan --root . --format json >"$plans/first" || fail "the project's own plan cannot be made"
"$specctl" plan --root . --format json >"$plans/second"
cmp "$plans/first" "$plans/second" || fail 'the same input gave two different plans'
[ -s "$plans/first" ] || fail 'the plan is empty'
