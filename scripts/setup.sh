#!/bin/sh
# Makes sure that everything the build needs is on this machine: a Swift toolchain, which is
# looked for, and a few Debian packages, of which the missing ones are installed.
# Silent when nothing is missing. Otherwise says in one line what is missing, and exits 1.
#
# usage: scripts/setup.sh [fuzz|browser|packages]
#
# fuzz also asks for libFuzzer's runtime, browser also for Chromium and its driver, with which pages are
# looked at, packages also for what judges Debian packages and manual pages.
set -eu

fail() {
  printf 'setup: %s\n' "$1" >&2
  exit 1
}

# The first version of Swift that reads Package.swift.
least_major=6
least_minor=2

check_swift() {
  command -v swift >/dev/null 2>&1 ||
    fail "Swift $least_major.$least_minor or later is missing: see https://www.swift.org/install/linux"
  version=$(swift --version 2>/dev/null | sed -n 's/.*Swift version \([0-9][0-9.]*\).*/\1/p')
  [ -n "$version" ] || fail "'swift --version' does not work: the toolchain is not whole"
  major=${version%%.*}
  minor=${version#"$major"}
  minor=${minor#.}
  minor=${minor%%.*}
  if [ "$major" -lt "$least_major" ] ||
    { [ "$major" -eq "$least_major" ] && [ "${minor:-0}" -lt "$least_minor" ]; }; then
    fail "Swift $least_major.$least_minor or later is missing: this is $version, see https://www.swift.org/install/linux"
  fi
}

# Prints the Debian packages that are missing, by looking for what they hold and not for their
# names: so a tool from elsewhere counts, and other distributions can be looked at as well.
missing_packages() {
  # Static linking of the release wants libstdc++.a, the benchmark's floor wants a C compiler.
  if ! command -v cc >/dev/null 2>&1 || [ "$(cc -print-file-name=libstdc++.a)" = libstdc++.a ]; then
    echo g++
  fi
  if ! command -v pkg-config >/dev/null 2>&1; then
    echo pkg-config
    [ -e /usr/include/yaml.h ] || echo libyaml-dev
    [ -e /usr/include/md4c.h ] || echo libmd4c-dev
    [ -e /usr/include/expat.h ] || echo libexpat1-dev
  else
    pkg-config --exists yaml-0.1 || echo libyaml-dev
    pkg-config --exists md4c || echo libmd4c-dev
    pkg-config --exists expat || echo libexpat1-dev
  fi
  command -v python3 >/dev/null 2>&1 || echo python3
  # Debian's python3 cannot make an environment of its own without it.
  python3 -c 'import ensurepip, venv' >/dev/null 2>&1 || echo python3-venv
  # The tests of plans for ninja run them.
  command -v ninja >/dev/null 2>&1 || echo ninja-build
  # The tests of --staged and --since make repositories.
  command -v git >/dev/null 2>&1 || echo git
  if [ "${1:-}" = packages ]; then
    command -v lintian >/dev/null 2>&1 || echo lintian
    command -v dpkg-shlibdeps >/dev/null 2>&1 || echo dpkg-dev
    command -v man >/dev/null 2>&1 || echo man-db
    command -v mandoc >/dev/null 2>&1 || echo mandoc
  fi
  [ "${1:-}" != browser ] || command -v chromedriver >/dev/null 2>&1 || echo chromium chromium-driver
}

is_debian() {
  [ -r /etc/os-release ] || return 1
  # shellcheck source=/dev/null
  ids=$(. /etc/os-release && printf '%s %s' "${ID:-}" "${ID_LIKE:-}")
  case " $ids " in
  *' debian '*) command -v apt-get >/dev/null 2>&1 ;;
  *) return 1 ;;
  esac
}

distribution() {
  if [ -r /etc/os-release ]; then
    # shellcheck source=/dev/null
    (. /etc/os-release && printf '%s' "${PRETTY_NAME:-${ID:-this system}}")
  else
    uname -s
  fi
}

as_root() {
  if [ "$(id -u)" -eq 0 ]; then
    "$@"
  elif [ -t 0 ]; then
    sudo "$@"
  else
    sudo -n "$@"
  fi
}

apt() {
  as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -y \
    -o Acquire::Retries=1 -o Acquire::http::Timeout=20 -o DPkg::Lock::Timeout=60 \
    "$@" >>"$log" 2>&1
}

install_packages() {
  is_debian || fail "missing: $* (Debian's names); $(distribution) is not Debian, so install them yourself"
  if [ "$(id -u)" -ne 0 ] && ! command -v sudo >/dev/null 2>&1; then
    fail "missing: $*; there is no sudo, so run as root: apt-get install $*"
  fi
  log=$(mktemp)
  trap 'rm -f "$log"' EXIT
  # The package lists may be absent or stale: they are fetched only when the first try fails.
  if ! apt install --no-install-recommends "$@"; then
    apt update || true
    : >"$log"
    apt install --no-install-recommends "$@" ||
      fail "missing: $*; apt-get could not install them, is there a network? ($(grep -m 1 -E '^(E|sudo): ' "$log" || tail -n 1 "$log"))"
  fi
  printf 'setup: installed %s\n' "$*" >&2
}

# libFuzzer's runtime comes with the toolchain of swift.org; smaller toolchains leave it out.
check_fuzzer() {
  root=$(dirname "$(dirname "$(readlink -f "$(command -v swift)")")")
  for library in "$root"/lib/clang/*/lib/*/libclang_rt.fuzzer*.a "$root"/lib/swift/clang/lib/*/libclang_rt.fuzzer*.a; do
    [ -e "$library" ] && return 0
  done
  fail "libclang_rt.fuzzer is missing from the Swift toolchain in $root: use the toolchain of swift.org"
}

check_swift
packages=$(missing_packages "${1:-}")
if [ -n "$packages" ]; then
  # Package names hold no spaces: one argument each.
  # shellcheck disable=SC2086
  install_packages $packages
fi
if [ "${1:-}" = fuzz ]; then
  check_fuzzer
fi
