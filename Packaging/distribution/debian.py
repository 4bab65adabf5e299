"""The package for Debian and what is made from it."""

import gzip
import hashlib
import os
import pathlib
import re
import tempfile

from . import project
from .release import Entry, run

_ARCHITECTURES = {"x86_64": "amd64", "aarch64": "arm64"}
_TEMPLATES = pathlib.Path(__file__).parent.parent / "debian"


def name(release):
    return f"{project.NAME}_{release.version}_{_architecture(release)}.deb"


def make(release, materials_list, target):
    """Writes the package to a path."""
    entries = _entries(release, materials_list)
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder, project.NAME)
        for entry in entries:
            _write(root / entry.path, entry.content, entry.mode)
        _write(root / "DEBIAN/control", _control(release, entries).encode(), 0o644)
        sums = "".join(f"{hashlib.md5(entry.content).hexdigest()}  {entry.path}\n" for entry in entries)
        _write(root / "DEBIAN/md5sums", sums.encode(), 0o644)
        for path in [root, *root.rglob("*")]:
            if path.is_dir():
                path.chmod(0o755)
            os.utime(path, (release.moment, release.moment))
        environment = {**os.environ, "SOURCE_DATE_EPOCH": str(release.moment), "LC_ALL": "C"}
        # With several threads the packer cuts its input into blocks, with one it does not.
        run(
            "dpkg-deb", "--root-owner-group", "-Zxz", "--threads-max=1", "--build",
            str(root), str(target), env=environment,
        )  # fmt: skip


def depends(release):
    """What the binary needs, as dpkg-shlibdeps writes it."""
    needed = ["libc6 (>= {}.{})".format(*release.glibc)]
    if release.libgcc:
        needed.append("libgcc-s1 (>= {}.{})".format(*release.libgcc))
    return ", ".join(needed)


def _entries(release, materials_list):
    documents = f"usr/share/doc/{project.NAME}"
    entries = [_placed(entry) for entry in release.program()] + [
        Entry(f"{documents}/changelog.gz", _packed(_changelog(release).encode())),
        Entry(f"{documents}/copyright", _copyright(release).encode()),
        Entry(f"{documents}/{project.NAME}.spdx.json.gz", _packed(materials_list)),
        Entry(f"usr/share/lintian/overrides/{project.NAME}", _overrides(release).encode()),
    ]
    return sorted(entries, key=lambda entry: entry.path)


def _placed(entry):
    """An entry where Debian has it: manual pages packed, zsh's scripts in the folder for packages."""
    path = entry.path.replace("zsh/site-functions", "zsh/vendor-completions")
    if path.startswith("share/man/"):
        return Entry(f"usr/{path}.gz", _packed(entry.content))
    return Entry(f"usr/{path}", entry.content, entry.mode)


def _packed(content):
    return gzip.compress(content, 9, mtime=0)


def _architecture(release):
    return _ARCHITECTURES[release.machine]


def _control(release, entries):
    # As dpkg-gencontrol counts: every file in KiB rounded up, every folder one.
    folders = {str(parent) for entry in entries for parent in pathlib.PurePath(entry.path).parents}
    size = sum(-(-len(entry.content) // 1024) for entry in entries) + len(folders)
    long = "".join(f" {line}\n" for line in project.DESCRIPTION.splitlines())
    return (
        f"Package: {project.NAME}\n"
        f"Version: {release.version}\n"
        f"Architecture: {_architecture(release)}\n"
        f"Maintainer: {project.MAINTAINER}\n"
        f"Installed-Size: {size}\n"
        f"Depends: {depends(release)}\n"
        "Suggests: git\n"
        "Section: devel\n"
        "Priority: optional\n"
        f"Description: {project.SUMMARY}\n{long}"
    )


def _changelog(release):
    date = release.time.strftime("%a, %d %b %Y %H:%M:%S +0000")
    return (
        f"{project.NAME} ({release.version}) unstable; urgency=medium\n\n"
        "  * Release; CHANGELOG.md of the sources says what is new.\n\n"
        f" -- {project.MAINTAINER}  {date}\n"
    )


def _overrides(release):
    """The overrides of what is linked in; lintian complains of those that match nothing."""
    linked = {material.name for material in release.materials}
    text = (_TEMPLATES / "overrides").read_text()
    blocks = [block for block in text.split("\n\n") if _concerns(block, linked)]
    return "\n\n".join(block.strip("\n") for block in blocks) + "\n"


def _copyright(release):
    """The paragraphs of the template whose library is linked in, and those of no library."""
    linked = {material.name for material in release.materials}
    blocks = (_TEMPLATES / "copyright").read_text().split("\n\n")
    return "\n\n".join(block.strip("\n") for block in blocks if _concerns(block, linked)) + "\n"


def _concerns(block, linked):
    """Whether a block is for all or for a library that is in the binary.

    A paragraph on a library begins with 'Files: linked/NAME', the reason of an override with '# NAME:'.
    """
    match = re.match(r"(?:Files: linked/|# )(lib[a-z+]+|swift|expat|sqlite|md4c)\b", block.lstrip("\n"))
    return match is None or match.group(1) in linked


def _write(path, content, mode):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    path.chmod(mode)
