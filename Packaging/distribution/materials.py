"""The software bill of materials, SPDX 2.3 as JSON: what the binary was made of."""

import hashlib
import json

from . import project

_LICENCES = {
    "swift": "Apache-2.0 WITH Swift-exception",
    "libdispatch": "Apache-2.0 WITH Swift-exception",
    "libyaml": "MIT",
    "expat": "MIT",
    "md4c": "MIT",
    "sqlite": "blessing",
    "libstdc++": "GPL-3.0-or-later WITH GCC-exception-3.1",
}
_COPYRIGHTS = {
    "swift": "2014-2026 Apple Inc. and the Swift project authors",
    "libdispatch": "2008-2026 Apple Inc. and the Swift project authors",
    "libyaml": "2017-2020 Ingy döt Net, 2006-2016 Kirill Simonov",
    "expat": "1998-2000 Thai Open Source Software Center Ltd and Clark Cooper, "
    "2001-2022 Expat maintainers",
    "libstdc++": "1989-2022 Free Software Foundation, Inc.",
}
_NONE = "NOASSERTION"


def make(release):
    """The bytes of the list; its namespace follows from the binary, its time from the sources."""
    content = release.binary.read_bytes()
    digest = hashlib.sha256(content).hexdigest()
    program = _package(project.NAME, release.version, project.LICENCE, project.COPYRIGHT, [
        ("purl", f"pkg:generic/{project.NAME}@{release.version}")])  # fmt: skip
    program["primaryPackagePurpose"] = "APPLICATION"
    program["description"] = project.SUMMARY
    # Made of the digests of all its files, of which there is one.
    code = hashlib.sha1(hashlib.sha1(content).hexdigest().encode()).hexdigest()
    program["filesAnalyzed"] = True
    program["packageVerificationCode"] = {"packageVerificationCodeValue": code}
    program["licenseInfoFromFiles"] = [_NONE]
    program["sourceInfo"] = f"revision {release.facts['commit'] or 'unknown'}"
    libraries = [_library(material) for material in release.materials]
    binary = {
        "SPDXID": "SPDXRef-File-specctl",
        "fileName": "./bin/specctl",
        "fileTypes": ["BINARY"],
        "checksums": [
            {"algorithm": "SHA1", "checksumValue": hashlib.sha1(content).hexdigest()},
            {"algorithm": "SHA256", "checksumValue": digest},
        ],
        "licenseConcluded": _NONE,
        "licenseInfoInFiles": [_NONE],
        "copyrightText": _NONE,
    }
    relations = [
        ("SPDXRef-DOCUMENT", "DESCRIBES", program["SPDXID"]),
        (program["SPDXID"], "CONTAINS", binary["SPDXID"]),
        *((binary["SPDXID"], "STATIC_LINK", library["SPDXID"]) for library in libraries),
    ]
    document = {
        "spdxVersion": "SPDX-2.3",
        "dataLicense": "CC0-1.0",
        "SPDXID": "SPDXRef-DOCUMENT",
        "name": f"{project.NAME}-{release.version}-linux-{release.machine}",
        "documentNamespace": f"urn:{project.NAME}:spdx:{release.version}:sha256:{digest}",
        "creationInfo": {
            "created": release.time.strftime("%Y-%m-%dT%H:%M:%SZ"),
            "creators": [f"Tool: {project.NAME}-packaging-{release.version}"],
        },
        "packages": [program, *libraries],
        "files": [binary],
        "relationships": [
            {"spdxElementId": source, "relationshipType": kind, "relatedSpdxElement": target}
            for source, kind, target in relations
        ],
    }
    return (json.dumps(document, indent=2, ensure_ascii=False) + "\n").encode()


def _library(material):
    place = f"{material.origin}@{material.version}"
    if material.origin.startswith("debian:"):
        source = material.origin.removeprefix("debian:")
        place = f"pkg:deb/debian/{source}@{_quoted(material.version)}?arch=source"
    elif "/" in material.origin:
        place = f"pkg:github/{material.origin}@{_quoted(material.version)}"
    else:
        place = f"pkg:generic/{_quoted(material.name)}"
    return _package(
        material.name, material.version, _LICENCES.get(material.name, _NONE),
        _COPYRIGHTS.get(material.name, _NONE), [("purl", place)],
    )  # fmt: skip


def _package(name, version, licence, copyright_text, references):
    return {
        "SPDXID": "SPDXRef-Package-" + name.replace("+", "p"),
        "name": name,
        "versionInfo": version,
        "supplier": _NONE,
        "downloadLocation": _NONE,
        "filesAnalyzed": False,
        "licenseConcluded": _NONE,
        "licenseDeclared": licence,
        "copyrightText": copyright_text,
        "externalRefs": [
            {
                "referenceCategory": "PACKAGE-MANAGER",
                "referenceType": kind,
                "referenceLocator": locator,
            }
            for kind, locator in references
        ],
    }


def _quoted(text):
    return text.replace("+", "%2B").replace(":", "%3A").replace("~", "~")
