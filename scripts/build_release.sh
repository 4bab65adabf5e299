#!/bin/sh
# Builds the release: one folder, .build/dist/specctl, that runs where it is unpacked and needs
# nothing but the C library. Prints the folder's path on standard output, everything else on
# standard error.
#
# usage: scripts/build_release.sh [--archive]     also makes the .tar.gz beside the folder
#
# Swift's runtime, libyaml and libstdc++ are linked statically.
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
}

build() {
  PKG_CONFIG_PATH=$links${PKG_CONFIG_PATH:+:$PKG_CONFIG_PATH} \
    swift build -c release --static-swift-stdlib -Xswiftc -cross-module-optimization \
      --product "$1" >&2
}

# Copies the licence of what is linked in, where this machine has it: licence NAME FILE.
licence() {
  [ ! -r "$2" ] || cp "$2" "$dist/licenses/$1.txt"
}

pack() {
  rm -rf "$dist"
  mkdir -p "$dist/licenses"
  strip -o "$dist/specctl" .build/release/specctl
  cp LICENSE "$dist/LICENSE"
  licence libyaml /usr/share/doc/libyaml-dev/copyright
  licence swift "$(dirname "$(readlink -f "$(command -v swift)")")/../share/swift/LICENSE.txt"
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
build specctl
# The benchmarks are run from .build/release and are no part of what is shipped.
if grep -q '"specctl-benchmark"' Package.swift; then
  build specctl-benchmark
fi
pack
check
if [ "${1:-}" = --archive ]; then
  # Same input, same bytes: sorted, no owner, and the time of the last commit.
  tar -C .build/dist --sort=name --owner=0 --group=0 --numeric-owner \
    --mtime="@$(git log -1 --format=%ct 2>/dev/null || echo 0)" \
    -cf - specctl | gzip -9n >".build/dist/specctl-linux-$(uname -m).tar.gz"
fi
printf '%s\n' "$dist"
