#!/bin/sh
# Makes a DocC archive of each library, from the comments of everything that other targets see; a
# warning is an error. It takes what a debug build left: swift build, then this.
#
# usage: scripts/build_docc.sh [FOLDER OF THE BUILD [FOLDER OF THE ARCHIVES]]
set -eu
cd "$(dirname "$0")/.."
build=${1:-.build}/debug
out=${2:-.build/docc}
if ! command -v docc >/dev/null; then
  echo 'build_docc: this toolchain has no docc, so nothing was built'
  exit 0
fi
graphs=.build/docc-symbols
rm -rf "$graphs" "$out"
mkdir -p "$graphs" "$out"
headers=''
for folder in Sources/C* "$build"/C*.build; do headers="$headers -I $folder"; done
count=0
failed=''
for folder in Sources/*; do
  module=${folder#Sources/}
  case $module in
  # C has no comments of ours, and programs have nothing that others see.
  C* | EmbedTemplates | SpecctlBenchmark | specctl) continue ;;
  esac
  mkdir "$graphs/$module"
  # shellcheck disable=SC2086
  swift symbolgraph-extract -module-name "$module" -I "$build/Modules" $headers \
    -minimum-access-level package -output-dir "$graphs/$module" \
    -target "$(uname -m)-unknown-linux-gnu"
  # What is added to types of other modules has no page that a link could lead to.
  rm -f "$graphs/$module/"*@*.symbols.json
  docc convert --additional-symbol-graph-dir "$graphs/$module" \
    --output-dir "$out/$module.doccarchive" --fallback-display-name "$module" \
    --fallback-bundle-identifier "specctl.$module" --warnings-as-errors \
    >"$graphs/$module.txt" 2>&1 || failed="$failed $module"
  count=$((count + 1))
done
for module in $failed; do cat "$graphs/$module.txt" >&2; done
[ -z "$failed" ] || exit 1
echo "build_docc: $count archives in $out"
