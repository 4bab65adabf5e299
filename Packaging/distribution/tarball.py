"""The archive that can be unpacked over any prefix."""

import gzip
import io
import tarfile

from . import project
from .release import Entry


def name(release):
    return f"{project.NAME}-{release.version}-linux-{release.machine}"


def make(release, materials_list):
    """The bytes of the archive: sorted, without owners, every file of the same moment."""
    documents = f"share/doc/{project.NAME}"
    entries = release.program() + [
        Entry(f"{documents}/LICENSE", (release.folder / "LICENSE").read_bytes()),
        Entry(f"{documents}/{project.NAME}.spdx.json", materials_list),
        *(
            Entry(f"{documents}/licenses/{library}.txt", text.encode())
            for library, text in release.licences()
        ),
    ]
    buffer = io.BytesIO()
    with gzip.GzipFile("", "wb", 9, buffer, mtime=0) as packed:
        with tarfile.open(fileobj=packed, mode="w", format=tarfile.USTAR_FORMAT) as archive:
            _write(archive, entries, name(release), release.moment)
    return buffer.getvalue()


def _write(archive, entries, top, moment):
    contents = {f"{top}/{entry.path}": entry for entry in entries}
    folders = {top}
    for path in contents:
        parts = path.split("/")
        folders |= {"/".join(parts[:count]) for count in range(1, len(parts))}
    for path in sorted(folders | set(contents)):
        member = tarfile.TarInfo(path)
        member.mtime = moment
        entry = contents.get(path)
        if entry is None:
            member.type = tarfile.DIRTYPE
            member.mode = 0o755
            archive.addfile(member)
        else:
            member.mode = entry.mode
            member.size = len(entry.content)
            archive.addfile(member, io.BytesIO(entry.content))
