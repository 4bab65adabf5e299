#!/bin/sh
# Talks to the language server with a client that is not ours, reads the reports with readers that are
# not ours, and looks at pages with Chromium where it is installed. The readers come from PyPI, into
# .build/venv, and so do the scripts of others that judge pages and diagrams.
#
# usage: scripts/test_clients.sh [BINARY [PYTEST ARGUMENT…]]
#        scripts/test_clients.sh --install                     the readers, and no test
set -eu
cd "$(dirname "$0")/.."

lists=Tests/Clients
venv=.build/venv
# What was installed is kept beside it: the same lists are not installed again.
wanted=$(cat "$lists/requirements.txt" "$lists/scripts.txt")
if [ "$wanted" != "$(cat "$venv/installed.txt" 2>/dev/null)" ]; then
  rm -rf "$venv"
  python3 -m venv "$venv"
  "$venv/bin/pip" install --quiet --disable-pip-version-check --retries 3 -r "$lists/requirements.txt"
  "$venv/bin/pip" install --quiet --disable-pip-version-check --retries 3 --no-deps -r "$lists/scripts.txt"
  printf '%s\n' "$wanted" >"$venv/installed.txt"
fi
[ "${1:-}" != --install ] || exit 0
SPECCTL=$(realpath "${1:-.build/debug/specctl}")
export SPECCTL
[ $# -eq 0 ] || shift
PYTHONDONTWRITEBYTECODE=1
export PYTHONDONTWRITEBYTECODE
python=$PWD/$venv/bin/python
cd Tests/Clients
exec "$python" -m pytest "$@"
