#!/bin/sh
# Builds the release: one folder, .build/dist/specctl, that runs where it is unpacked and needs
# nothing but the C library. Prints the folder's path on standard output, everything else on
# standard error.
#
# usage: scripts/build_release.sh [--benchmark]     also builds what is measured in process
#
# The same commit gives the same bytes, wherever the sources lie; docs/install.md says what must be
# equal. Swift's runtime, libyaml, expat and libstdc++ are linked statically.
#
# How: SwiftPM takes the linker's search path from .pc files, and puts it in front of the
# system's. So .build/links holds links to the static archives and .pc files that point there;
# with no shared library of that name in the folder, the linker takes the archive. (`-Xlinker
# -Bstatic` and `-Xlinker -L` come too late on the command line to have an effect.)
set -eu
cd "$(dirname "$0")/.."

fail() {
  printf 'release: %s\n' "$1" >&2
  exit 1
}

links=$PWD/.build/links
# A folder of its own: a debug build and its tests can run at the same time.
scratch=.build/release-build
dist=$PWD/.build/dist/specctl

# Prints the path of a library, or fails: library NAME.
library() {
  path=$(cc -print-file-name="$1")
  [ "$path" != "$1" ] || fail "'$1' is missing: run make setup"
  readlink -f "$path"
}

# Makes a library known to SwiftPM from the links: pkg_config PACKAGE LIBRARY.
pkg_config() {
  # SwiftPM splits these lines at spaces that no backslash precedes.
  escaped=$(printf '%s' "$links" | sed 's/ /\\ /g')
  cat >"$links/$1.pc" <<END
Name: $1
Description: $2 as the release links it
Version: $(pkg-config --modversion "$1")
Cflags: $(pkg-config --cflags "$1")
Libs: -L$escaped -l$2
END
}

make_links() {
  mkdir -p "$links"
  ln -sf "$(library libstdc++.a)" "$links/libstdc++.a"
  ln -sf "$(library libyaml.a)" "$links/libyaml.a"
  pkg_config yaml-0.1 yaml
  ln -sf "$(library libexpat.a)" "$links/libexpat.a"
  pkg_config expat expat
}

# Prints what git calls the revision, with '-dirty' behind it where files were changed; nothing in
# sources that are no repository of their own.
revision() {
  [ ! -e .git ] || git describe --always --dirty --abbrev=40 --exclude '*' 2>/dev/null || :
}

# Tells the binary what only the build knows. Sources/CBuild takes it up.
tell_build() {
  SPECCTL_SWIFT=$(swift --version 2>/dev/null | sed -n 's/.*Swift version \([0-9][0-9.]*\).*/\1/p')
  export SPECCTL_SWIFT
  unset SPECCTL_COMMIT
  commit=$(revision)
  [ -z "$commit" ] || export SPECCTL_COMMIT="$commit"
}

# No path of this machine comes into the binary. Debugging information is left out, since it would be
# stripped, and names caches whose names depend on the folder: the linker makes the build's number of it.
# The compiler's number of its input, for recompiling less, depends on the folder too. And libraries are
# not looked for beside the binary, where there are none.
build() {
  PKG_CONFIG_PATH=$links${PKG_CONFIG_PATH:+:$PKG_CONFIG_PATH} \
    swift build -c release --scratch-path "$scratch" -debug-info-format none --static-swift-stdlib --disable-local-rpath \
      -Xswiftc -file-prefix-map -Xswiftc "$PWD=." \
      -Xswiftc -Xfrontend -Xswiftc -disable-incremental-llvm-codegen \
      -Xcc "-ffile-prefix-map=$PWD=." -Xlinker -z -Xlinker now \
      --product "$1" >&2
}

# Copies the licence of what is linked in, where this machine has it: licence NAME FILE.
licence() {
  [ ! -r "$2" ] || cp "$2" "$dist/licenses/$1.txt"
}

pack() {
  rm -rf "$dist"
  mkdir -p "$dist/licenses"
  strip --remove-section=.comment -o "$dist/specctl" "$scratch/release/specctl"
  cp LICENSE "$dist/LICENSE"
  licence libyaml /usr/share/doc/libyaml-dev/copyright
  licence expat /usr/share/doc/libexpat1-dev/copyright
  licence libstdc++ "/usr/share/doc/libstdc++-$(cc -dumpversion | cut -d . -f 1)-dev/copyright"
  list_materials >.build/dist/materials
  licence swift "$(dirname "$(readlink -f "$(command -v swift)")")/../share/swift/LICENSE.txt"
}

# Prints the libraries of others that are in the binary, one a line with its version and where it
# comes from: known by a function of each in the binary that has its symbols still.
list_materials() {
  nm "$scratch/release/specctl" | sed -n 's/^[0-9a-f]* [TtWw] //p' | sort -u >"$links/symbols"
  material swift swift_retain "swift-$SPECCTL_SWIFT-RELEASE" swiftlang/swift
  material libdispatch dispatch_async "swift-$SPECCTL_SWIFT-RELEASE" swiftlang/swift-corelibs-libdispatch
  debian_material libyaml yaml_parser_parse libyaml.a
  debian_material expat XML_Parse libexpat.a
  debian_material md4c md_parse libmd4c.a
  debian_material sqlite sqlite3_open libsqlite3.a
  debian_material libstdc++ __cxa_throw libstdc++.a
}

# material NAME SYMBOL VERSION SOURCE
material() {
  ! is_linked "$2" || printf '%s %s %s\n' "$1" "$3" "$4"
}

is_linked() {
  grep -q -x -F "$1" "$links/symbols"
}

# debian_material NAME SYMBOL ARCHIVE: the version is that of the package which has the archive.
debian_material() {
  is_linked "$2" || return 0
  origin=$(dpkg-query -S "$(library "$3")" 2>/dev/null | cut -d : -f 1) || origin=
  # shellcheck disable=SC2016
  facts=$(dpkg-query -W -f '${source:Version} debian:${source:Package}' "${origin:-none}" 2>/dev/null) ||
    facts='unknown unknown'
  printf '%s %s\n' "$1" "$facts"
}

# Proves what the folder promises: it needs no other library, and stays under 25 MB.
check() {
  strangers=$(LC_ALL=C readelf -d "$dist/specctl" |
    sed -n 's/.*(NEEDED).*\[\(.*\)\]/\1/p' |
    grep -v -E '^(libc|libm|libgcc_s|ld-linux[-a-z0-9_]*)\.so\.[0-9]+$' | tr '\n' ' ') || true
  [ -z "$strangers" ] || fail "the binary needs libraries that are not beside it: $strangers"
  bytes=$(du -s -b "$dist" | cut -f 1)
  [ "$bytes" -le 26214400 ] || fail "the release has $bytes bytes, which is over 25 MB"
}

make_links
tell_build
build specctl
# The benchmarks are run from there and are no part of what is shipped.
if [ "${1:-}" = --benchmark ]; then
  build specctl-benchmark
fi
pack
check
printf '%s\n' "$dist"
