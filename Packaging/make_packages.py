#!/usr/bin/env python3
"""Makes archive, Debian package, wheel, list of materials and checksums from a built release.

usage: python3 -B Packaging/make_packages.py [--release DIR] [--out DIR]

The same release and the same SOURCE_DATE_EPOCH (else the time of the last commit, or of CHANGELOG.md
where the sources are no repository) give the same bytes.
"""

import argparse
import hashlib
import os
import pathlib
import subprocess
import sys
import tempfile

from distribution import debian, materials, project, tarball, wheel
from distribution.release import PackagingError, Release

_ROOT = pathlib.Path(__file__).resolve().parent.parent


def moment():
    """The moment that the files bear, in seconds since 1970."""
    given = os.environ.get("SOURCE_DATE_EPOCH")
    if given is None and (_ROOT / ".git").exists():
        log = subprocess.run(
            ["git", "log", "-1", "--format=%ct"], cwd=_ROOT, capture_output=True, text=True, check=False
        )
        given = log.stdout.strip()
    if not given:
        # Sources that are no repository were unpacked, and unpacking keeps times.
        given = str(int((_ROOT / "CHANGELOG.md").stat().st_mtime))
    if not given.isdigit() or int(given) < 315532800:
        raise PackagingError(f"SOURCE_DATE_EPOCH '{given}' is no time after 1980, where archives begin")
    # Archives for Python know even seconds only.
    return int(given) // 2 * 2


def make(release, out):
    """Makes everything in a folder beside the target, then moves it there, checksums last."""
    out.mkdir(parents=True, exist_ok=True)
    listed = materials.make(release)
    readme = (_ROOT / "Packaging/wheel.md").read_text()
    with tempfile.TemporaryDirectory(dir=out) as folder:
        made = pathlib.Path(folder)
        (made / f"{tarball.name(release)}.tar.gz").write_bytes(tarball.make(release, listed))
        (made / wheel.name(release)).write_bytes(wheel.make(release, listed, readme))
        (made / f"{tarball.name(release)}.spdx.json").write_bytes(listed)
        debian.make(release, listed, made / debian.name(release))
        names = sorted(path.name for path in made.iterdir())
        sums = "".join(
            f"{hashlib.sha256((made / name).read_bytes()).hexdigest()}  {name}\n" for name in names
        )
        (made / "SHA256SUMS").write_text(sums)
        _remove_former(out)
        for name in [*names, "SHA256SUMS"]:
            (made / name).replace(out / name)
    return [out / name for name in [*names, "SHA256SUMS"]]


def _remove_former(out):
    """Removes what an earlier run made, of other versions too."""
    (out / "SHA256SUMS").unlink(missing_ok=True)
    for pattern in ("-*.tar.gz", "-*.whl", "-*.spdx.json", "_*.deb"):
        for path in out.glob(project.NAME + pattern):
            path.unlink()


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--release", type=pathlib.Path, default=_ROOT / ".build/dist/specctl")
    parser.add_argument("--out", type=pathlib.Path, default=_ROOT / ".build/dist")
    options = parser.parse_args()
    try:
        for path in make(Release(options.release, moment()), options.out):
            print(path)
    except (PackagingError, OSError) as error:
        print(f"packages: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
