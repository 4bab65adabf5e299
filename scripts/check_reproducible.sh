#!/bin/sh
# Builds the release twice from the last commit, in clones that lie in different folders, with another
# time zone, language and umask, and compares every package byte by byte. Takes as long as two release
# builds.
#
# usage: scripts/check_reproducible.sh [--against DIR]     builds once, and compares with what
#                                                          `make dist` left in DIR
set -eu
cd "$(dirname "$0")/.."

fail() {
  printf 'reproducible: %s\n' "$1" >&2
  exit 1
}

against=
case "${1:-}" in
'') ;;
--against)
  [ -f "${2:-}/SHA256SUMS" ] || fail "there are no packages in '${2:-}': run make dist"
  against=$(cd "$2" && pwd)
  ;;
*) fail "'$1' is not known" ;;
esac

[ -z "$(git status --porcelain --untracked-files=no)" ] ||
  printf 'reproducible: files were changed; what is compared is the last commit\n' >&2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# make_packages FOLDER [VARIABLE=VALUE…]: clones, builds and packages there.
make_packages() {
  folder=$1
  shift
  printf 'reproducible: building in %s\n' "$folder" >&2
  git clone -q --no-local . "$folder"
  (cd "$folder" && env "$@" scripts/build_release.sh >/dev/null &&
    env "$@" python3 -B Packaging/make_packages.py >/dev/null) >"$folder.log" 2>&1 || {
    tail -n 20 "$folder.log" >&2
    fail "the build in '$folder' failed"
  }
}

# Says in which part of two programs the first difference lies: explain FIRST SECOND.
explain() {
  readelf --sections --wide "$1" >"$work/first.sections"
  readelf --sections --wide "$2" >"$work/second.sections"
  if ! cmp -s "$work/first.sections" "$work/second.sections"; then
    printf '  sections differ in place or size:\n' >&2
    diff "$work/first.sections" "$work/second.sections" | head -n 10 >&2
  fi
  sed -n 's/^ *\[ *[0-9]*\] \(\.[^ ]*\) .*/\1/p' "$work/first.sections" | while IFS= read -r section; do
    readelf --hex-dump="$section" "$1" >"$work/first.dump" 2>/dev/null
    readelf --hex-dump="$section" "$2" >"$work/second.dump" 2>/dev/null
    if ! cmp -s "$work/first.dump" "$work/second.dump"; then
      printf '  %s differs\n' "$section" >&2
    fi
  done
}

if [ -z "$against" ]; then
  make_packages "$work/a" TZ=UTC LC_ALL=C
  against=$work/a/.build/dist
fi
umask 077
make_packages "$work/folder-with-a-longer-name/b" TZ=Asia/Kathmandu LC_ALL=C.UTF-8
found=$work/folder-with-a-longer-name/b/.build/dist

if cmp -s "$against/SHA256SUMS" "$found/SHA256SUMS"; then
  (cd "$found" && sha256sum --check --quiet SHA256SUMS) || fail 'the checksums do not fit the packages'
  cat "$found/SHA256SUMS"
  printf 'reproducible: all packages are the same, byte for byte\n' >&2
else
  diff "$against/SHA256SUMS" "$found/SHA256SUMS" >&2 || :
  cmp "$against/specctl/specctl" "$found/specctl/specctl" >&2 || explain "$against/specctl/specctl" "$found/specctl/specctl"
  fail 'two builds of one commit differ'
fi
