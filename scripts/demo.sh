#!/bin/sh
# Shows what specctl does, on a copy of Fixtures/trading-dashboard that is removed at the end.
#
# usage: scripts/demo.sh [BINARY]
set -eu
cd "$(dirname "$0")/.."
specctl=$(readlink -f "${1:-.build/dist/specctl/specctl}")

[ -x "$specctl" ] || {
  printf "demo: there is no '%s': run make release\n" "$specctl" >&2
  exit 1
}

place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
trap 'exit 130' INT TERM
cp -R Fixtures/trading-dashboard "$place/workspace"
cd "$place/workspace"

bold='' plain=''
if [ -t 1 ] && [ -z "${NO_COLOR:-}" ]; then
  bold=$(printf '\033[1m') plain=$(printf '\033[0m')
fi

heading() {
  printf '\n%s== %s%s\n' "$bold" "$1" "$plain"
}

# Prints a command as one would type it.
typed() {
  printf '%s$ specctl' "$bold"
  for argument; do
    case $argument in
    *' '*) printf " '%s'" "$argument" ;;
    *) printf ' %s' "$argument" ;;
    esac
  done
  printf '%s\n' "$plain"
}

# Shows a command and what it prints, as far as its first lines: show LINES ARGUMENT…
# The demo ends when a command fails, with all that it printed.
show() {
  lines=$1
  shift
  typed "$@"
  "$specctl" "$@" >"$place/output" 2>&1 || {
    status=$?
    cat "$place/output"
    printf 'demo: that should not have failed, with status %s\n' "$status" >&2
    exit "$status"
  }
  head -n "$lines" "$place/output"
  rest=$(($(wc -l <"$place/output") - lines))
  [ "$rest" -le 0 ] || printf '… and %s more lines\n' "$rest"
}

heading 'A workspace: sixteen features, forty-five agents'
show 24 status

heading 'A new feature: three documents and an entry in the registry'
show 24 init feature price-alerts --title 'Price alerts'

heading 'Everything is checked in one go'
show 40 validate

heading 'From tasks to waves to agents'
show 60 plan

heading 'Who works where, and who is never used'
show 24 agents

heading 'Next'
printf '%s\n' \
  "The binary: $specctl" \
  'In a project of your own: specctl init, specctl init feature NAME, specctl validate, specctl plan' \
  'Every command explains itself: specctl help, specctl plan --help'
