#!/bin/sh
# Talks to the language server with a client that is not ours, reads the reports with readers that are
# not ours, and looks at pages with Chromium where it is installed. The readers come from PyPI, into
# .build/venv.
#
# usage: scripts/test_clients.sh [BINARY [PYTEST ARGUMENT…]]
#        scripts/test_clients.sh --install                     the readers, and no test
set -eu
cd "$(dirname "$0")/.."

wanted=Tests/Clients/requirements.txt
venv=.build/venv
# What was installed is kept beside it: the same list is not installed again.
if ! cmp -s "$wanted" "$venv/installed.txt"; then
  rm -rf "$venv"
  python3 -m venv "$venv"
  "$venv/bin/pip" install --quiet --disable-pip-version-check --retries 3 -r "$wanted"
  cp "$wanted" "$venv/installed.txt"
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
