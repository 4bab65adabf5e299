#!/bin/sh
# Installs specctl from a release archive whose checksum fits, or removes it again.
#
# usage: sh install.sh --from URL-OR-DIR [--prefix DIR] [--version V]
#        sh install.sh --uninstall [--prefix DIR]
#
#   --from URL-OR-DIR   where the archive and SHA256SUMS lie: a folder, or an address of https or file (of
#                       http on this machine only); else the variable SPECCTL_BASE_URL
#   --prefix DIR        where bin/ and share/ are (or will be); ~/.local unless given
#   --version V         the version; else SPECCTL_VERSION, else the one that SHA256SUMS lists
#   --uninstall         removes what an earlier run installed there
#
# Nothing is installed before the archive was checked, unpacked beside the target and its program has
# run. Files are put in place by renaming, the program last; if that fails half-way, what was there
# before comes back. Ends with 0 when done, 1 when it could not, 64 for wrong usage.
set -eu
umask 022

name=specctl
stage=
# What has to be taken back should the work be interrupted: nothing, or 'files'.
undo=

say() {
  printf 'install: %s\n' "$1" >&2
}

fail() {
  say "$1"
  exit 1
}

usage() {
  say "$1"
  say 'usage: install.sh --from URL-OR-DIR [--prefix DIR] [--version V] | --uninstall [--prefix DIR]'
  exit 64
}

# The last word in every case: an unfinished installation is taken back, and no traces are left.
finish() {
  status=$?
  trap '' HUP INT TERM
  trap - EXIT
  if [ "$undo" = files ]; then
    take_back || say "could not bring back all that was in '$prefix': see '$stage/former'"
  fi
  if [ -n "$stage" ] && [ "$undo" != kept ]; then
    rm -rf "$stage"
  fi
  exit "$status"
}
trap finish EXIT
trap 'exit 129' HUP
trap 'exit 130' INT
trap 'exit 143' TERM

need() {
  for tool; do
    command -v "$tool" >/dev/null 2>&1 || fail "'$tool' is missing"
  done
}

# --- Where from -------------------------------------------------------------------------------------

# Fetches a file of the release: fetch NAME TARGET.
fetch() {
  case $from in
  http://* | https://*)
    if command -v curl >/dev/null 2>&1; then
      # What was asked for over https must not come over anything else in the end.
      curl --fail --silent --show-error --location --retry 2 --proto "=${from%%:*},https" \
        --output "$2" -- "$from/$1"
    elif command -v wget >/dev/null 2>&1; then
      wget -q -O "$2" -- "$from/$1"
    else
      fail "neither 'curl' nor 'wget' is there to download with"
    fi
    ;;
  *) cp -- "$from/$1" "$2" ;;
  esac || fail "cannot get '$1' from '$from'"
}

# Prints the SHA-256 of a file in hexadecimal digits.
digest() {
  if command -v sha256sum >/dev/null 2>&1; then
    sha256sum <"$1" | cut -d ' ' -f 1
  elif command -v shasum >/dev/null 2>&1; then
    shasum -a 256 <"$1" | cut -d ' ' -f 1
  else
    fail "neither 'sha256sum' nor 'shasum' is there to check with"
  fi
}

# Prints the version that the checksums list; there must be just one.
listed_version() {
  versions=$(sed -n "s/^[0-9a-f]\{64\}  $name-\([0-9][0-9.]*\)-linux-$machine\.tar\.gz\$/\1/p" "$stage/SHA256SUMS")
  case $versions in
  '') fail "'$from' has no release for $machine" ;;
  *'
'*) fail "'$from' has several releases: name one with --version" ;;
  esac
  printf '%s\n' "$versions"
}

# Gets the archive and refuses it unless its checksum is the one that is listed.
get_archive() {
  fetch SHA256SUMS "$stage/SHA256SUMS"
  [ -n "$version" ] || version=$(listed_version)
  top=$name-$version-linux-$machine
  pattern=$(printf '%s\n' "$top.tar.gz" | sed 's/\./\\./g')
  wanted=$(sed -n "s/^\([0-9a-f]\{64\}\)  $pattern\$/\1/p" "$stage/SHA256SUMS")
  [ -n "$wanted" ] || fail "the checksums of '$from' do not list '$top.tar.gz'"
  fetch "$top.tar.gz" "$stage/archive.tar.gz"
  found=$(digest "$stage/archive.tar.gz")
  [ "$found" = "$wanted" ] || fail "'$top.tar.gz' is not what was released: its checksum is $found, not $wanted"
}

# Unpacks the archive and lists its files, below the top folder, in 'files'.
unpack() {
  tar -tzf "$stage/archive.tar.gz" >"$stage/listing" || fail 'the archive cannot be read'
  # Nothing may be unpacked elsewhere, and the lists of files have one name a line.
  if grep -v -q -E "^$top/[A-Za-z0-9_+./-]*\$" "$stage/listing" || grep -q -F '..' "$stage/listing"; then
    fail 'the archive has names that no release has'
  fi
  mkdir "$stage/new"
  # Files of root's belong to root, whoever made the archive.
  tar -xzof "$stage/archive.tar.gz" -C "$stage/new" || fail 'the archive cannot be unpacked'
  [ -z "$(find "$stage/new" ! -type f ! -type d)" ] || fail 'the archive has links, which no release has'
  # The program comes last, so that it is never there without the rest.
  (cd "$stage/new/$top" && find . -type f | sed 's,^\./,,' | sort | grep -v -x "bin/$name") >"$stage/files" ||
    fail 'the archive has nothing but a program'
  printf '%s\n' "$record" "bin/$name" >>"$stage/files"
  [ -f "$stage/new/$top/bin/$name" ] || fail 'the archive has no program'
  mkdir -p "$stage/new/$top/${record%/*}"
  cp "$stage/files" "$stage/new/$top/$record"
  printed=$("$stage/new/$top/bin/$name" --version 2>&1) ||
    fail "the program does not run here, is the C library older than the release needs? ($printed)"
  [ "$printed" = "$version" ] || fail "the archive has version '$printed', not '$version'"
}

# --- In place ---------------------------------------------------------------------------------------

# Puts the files in their places. What was there is kept aside until all is done.
put() {
  undo=files
  : >"$stage/done"
  while IFS= read -r file; do
    mkdir -p "$prefix/${file%/*}" || fail "cannot make '$prefix/${file%/*}'"
    [ ! -d "$prefix/$file" ] || fail "'$prefix/$file' is a folder"
    if [ -e "$prefix/$file" ] || [ -L "$prefix/$file" ]; then
      mkdir -p "$stage/former/${file%/*}"
      # A copy, since until the new one is there the old one shall be.
      cp -P -p "$prefix/$file" "$stage/former/$file" || fail "cannot keep '$prefix/$file' aside"
    fi
    printf '%s\n' "$file" >>"$stage/done"
    mv -f "$stage/new/$top/$file" "$prefix/$file" || fail "cannot write '$prefix/$file'"
  done <"$stage/files"
  undo=
}

take_back() {
  undo=kept
  while IFS= read -r file; do
    if [ -e "$stage/former/$file" ] || [ -L "$stage/former/$file" ]; then
      mv -f "$stage/former/$file" "$prefix/$file" || return 1
    else
      rm -f "$prefix/$file" || return 1
      remove_empty "${file%/*}"
    fi
  done <"$stage/done"
  undo=
}

# Removes a folder below the prefix and those above it, as long as they are empty.
remove_empty() {
  folder=$1
  while [ "$folder" != . ] && rmdir "$prefix/$folder" 2>/dev/null; do
    case $folder in
    */*) folder=${folder%/*} ;;
    *) folder=. ;;
    esac
  done
}

# Removes files below the prefix that a list names, and the folders that this empties: remove LIST.
remove() {
  while IFS= read -r file; do
    # A list that somebody changed must not lead elsewhere.
    case $file in
    '' | /* | *..* | *[!A-Za-z0-9_+./-]*) fail "'$prefix/$record' has a name that is none: '$file'" ;;
    esac
  done <"$1"
  while IFS= read -r file; do
    rm -f "$prefix/$file" || fail "cannot remove '$prefix/$file'"
    remove_empty "${file%/*}"
  done <"$1"
}

# Makes the folder in which everything is prepared, on the file system of the prefix.
make_stage() {
  mkdir -p "$prefix" || fail "cannot make '$prefix'"
  prefix=$(cd "$prefix" && pwd)
  stage=$(mktemp -d "$prefix/.$name-install.XXXXXX") || fail "cannot write in '$prefix'"
}

install() {
  [ "$(uname -s)" = Linux ] || fail "releases are for Linux, this is $(uname -s)"
  machine=$(uname -m)
  case $machine in
  x86_64) ;;
  amd64) machine=x86_64 ;;
  *) fail "there is no release for '$machine', only for x86_64: build it from the sources" ;;
  esac
  need tar gzip sed grep find sort mktemp cut
  make_stage
  get_archive
  unpack
  if [ -f "$prefix/$record" ]; then
    grep -v -x -F -f "$stage/files" "$prefix/$record" >"$stage/outdated" || :
  else
    : >"$stage/outdated"
  fi
  put
  remove "$stage/outdated"
  say "specctl $version is in '$prefix/bin'"
  case :$PATH: in
  *:"$prefix/bin":*) ;;
  *) say "put '$prefix/bin' on your PATH" ;;
  esac
}

uninstall() {
  need sed mktemp
  [ -f "$prefix/$record" ] || fail "there is no specctl in '$prefix' that this script installed"
  make_stage
  cp "$prefix/$record" "$stage/installed"
  remove "$stage/installed"
  say "specctl was removed from '$prefix'"
}

# --- Command line -----------------------------------------------------------------------------------

from=${SPECCTL_BASE_URL:-}
version=${SPECCTL_VERSION:-}
prefix=
action=install
# The list of what was installed, for removing it.
record=share/doc/$name/installed-files.txt

while [ $# -gt 0 ]; do
  case $1 in
  --from | --prefix | --version)
    [ -n "${2:-}" ] || usage "'$1' needs a value"
    case $1 in
    --from) from=$2 ;;
    --prefix) prefix=$2 ;;
    --version) version=${2#v} ;;
    esac
    shift
    ;;
  --uninstall) action=uninstall ;;
  -h | --help)
    sed -n '2,/^set /s/^# \{0,1\}//p' "$0"
    exit 0
    ;;
  *) usage "'$1' is not known" ;;
  esac
  shift
done

if [ -z "$prefix" ]; then
  [ -n "${HOME:-}" ] || usage 'there is no HOME: name a folder with --prefix'
  prefix=$HOME/.local
fi
case $prefix in
/*) ;;
*) prefix=$PWD/$prefix ;;
esac
case $version in
*[!0-9.]*) usage "'$version' is no version" ;;
esac
if [ "$action" = uninstall ]; then
  uninstall
else
  [ -n "$from" ] || usage 'say where the release lies: --from URL-OR-DIR'
  case $from in
  file://*) from=${from#file://} ;;
  esac
  case $from in
  https://*) ;;
  http://*@*) usage "'$from' has a name in front of the host" ;;
  # The checksums come from there too, so nothing would tell what somebody changed on the way.
  http://localhost | http://localhost[:/]* | http://127.0.0.1 | http://127.0.0.1[:/]*) ;;
  http://*) usage "'$from' is not encrypted, so that anybody on the way could change it: use https" ;;
  *://*) usage "'$from' is neither a folder nor an address of https or file" ;;
  *) [ -d "$from" ] || fail "there is no folder '$from'" ;;
  esac
  from=${from%/}
  install
fi
