"""The Python wheel that carries the binary: pip puts it into the environment's bin as it is.

A wheel needs neither a module nor a build system for that, so this writes the archive itself: the
specification is short, and nothing else decides about bytes.
"""

import base64
import hashlib
import io
import zipfile

from . import project
from .release import Entry

_CLASSIFIERS = [
    "Development Status :: 4 - Beta",
    "Environment :: Console",
    "Intended Audience :: Developers",
    "Operating System :: POSIX :: Linux",
    "Programming Language :: Swift",
    "Topic :: Software Development :: Documentation",
    "Topic :: Software Development :: Quality Assurance",
]


def tag(release):
    major, minor = release.glibc
    return f"py3-none-manylinux_{major}_{minor}_{release.machine}"


def name(release):
    return f"{project.NAME}-{release.version}-{tag(release)}.whl"


def make(release, materials_list, readme):
    """The bytes of the wheel."""
    stem = f"{project.NAME}-{release.version}"
    information = f"{stem}.dist-info"
    licences = [Entry("LICENSE", (release.folder / "LICENSE").read_bytes())] + [
        Entry(f"{library}.txt", text.encode()) for library, text in release.licences()
    ]
    entries = [
        Entry(f"{stem}.data/scripts/specctl", release.binary.read_bytes(), 0o755),
        Entry(f"{information}/METADATA", _metadata(release, licences, readme).encode()),
        Entry(f"{information}/WHEEL", _wheel(release).encode()),
        *(Entry(f"{information}/licenses/{entry.path}", entry.content) for entry in licences),
        Entry(f"{information}/sboms/{project.NAME}.spdx.json", materials_list),
    ]
    entries.append(Entry(f"{information}/RECORD", _record(entries, information).encode()))
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for entry in entries:
            member = zipfile.ZipInfo(entry.path, release.time.timetuple()[:6])
            member.compress_type = zipfile.ZIP_DEFLATED
            member.create_system = 3
            member.external_attr = (0o100000 | entry.mode) << 16
            archive.writestr(member, entry.content)
    return buffer.getvalue()


def _metadata(release, licences, readme):
    head = [
        "Metadata-Version: 2.4",
        f"Name: {project.NAME}",
        f"Version: {release.version}",
        f"Summary: {project.SUMMARY}",
        "Keywords: specs,requirements,planning,linter,agents",
        f"License-Expression: {project.LICENCE}",
        *(f"License-File: {entry.path}" for entry in licences),
        *(f"Classifier: {classifier}" for classifier in _CLASSIFIERS),
        "Requires-Python: >=3.7",
        "Description-Content-Type: text/markdown; charset=UTF-8; variant=GFM",
    ]
    return "\n".join(head) + "\n\n" + readme


def _wheel(release):
    return (
        "Wheel-Version: 1.0\n"
        f"Generator: {project.NAME} ({release.version})\n"
        "Root-Is-Purelib: false\n"
        f"Tag: {tag(release)}\n"
    )


def _record(entries, information):
    lines = []
    for entry in entries:
        digest = base64.urlsafe_b64encode(hashlib.sha256(entry.content).digest()).decode().rstrip("=")
        lines.append(f"{entry.path},sha256={digest},{len(entry.content)}")
    return "\n".join(lines) + f"\n{information}/RECORD,,\n"
