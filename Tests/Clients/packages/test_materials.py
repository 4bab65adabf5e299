import hashlib
import json
import re
import tarfile

import pytest
from machine import run
from spdx_tools.spdx.parser.parse_anything import parse_file
from spdx_tools.spdx.validation.document_validator import validate_full_spdx_document


@pytest.fixture(scope="module")
def listed(materials):
    return json.loads(materials.read_text())


def test_the_list_is_valid(materials):
    document = parse_file(str(materials))
    assert [message.validation_message for message in validate_full_spdx_document(document)] == []
    assert document.creation_info.spdx_version == "SPDX-2.3"


def test_the_checksums_are_those_of_the_program(listed, archive):
    with tarfile.open(archive) as content:
        program = next(name for name in content.getnames() if name.endswith("/bin/specctl"))
        data = content.extractfile(program).read()
    (file,) = listed["files"]
    checksums = {entry["algorithm"]: entry["checksumValue"] for entry in file["checksums"]}
    assert checksums == {
        "SHA1": hashlib.sha1(data).hexdigest(),
        "SHA256": hashlib.sha256(data).hexdigest(),
    }
    assert listed["documentNamespace"].endswith(checksums["SHA256"])


def test_it_names_what_the_program_says_is_in_it(listed, dist):
    told = json.loads(run(dist / "specctl/specctl", "--version", "--json").stdout)
    packages = {package["name"]: package for package in listed["packages"]}
    for library in told["libraries"]:
        # Debian adds a revision of its own.
        assert packages[library["name"]]["versionInfo"].startswith(library["version"])
    assert packages["specctl"]["versionInfo"] == told["specctl"]
    assert told["swift"] in packages["swift"]["versionInfo"]
    assert "md4c" not in packages and "sqlite" not in packages
    assert told["mode"] == "release"


def test_every_library_has_version_licence_and_address(listed):
    for package in listed["packages"]:
        assert package["versionInfo"] not in ("", "unknown"), package["name"]
        assert package["licenseDeclared"] != "NOASSERTION", package["name"]
        assert package["copyrightText"] != "NOASSERTION", package["name"]
        (reference,) = package["externalRefs"]
        assert re.fullmatch(r"pkg:[a-z]+/[A-Za-z0-9._/+%-]+@[A-Za-z0-9._%-]+(\?[a-z=&]+)?", reference["referenceLocator"])
    linked = {
        relation["relatedSpdxElement"]
        for relation in listed["relationships"]
        if relation["relationshipType"] == "STATIC_LINK"
    }
    assert linked == {package["SPDXID"] for package in listed["packages"][1:]}


def test_the_address_of_libyaml_is_that_of_debian(listed):
    (libyaml,) = [package for package in listed["packages"] if package["name"] == "libyaml"]
    locator = libyaml["externalRefs"][0]["referenceLocator"]
    if not locator.startswith("pkg:deb/"):
        pytest.skip("libyaml does not come from Debian here")
    assert re.fullmatch(r"pkg:deb/debian/libyaml@0\.2\.[0-9a-z.%-]+\?arch=source", locator)
