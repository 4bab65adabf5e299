"""A workspace on disk and a client that talks to `specctl lsp` about it."""

import os
import pathlib
import shutil

import pytest
import pytest_lsp
from lsprotocol import types
from pygls.protocol import default_converter
from pytest_lsp import ClientServerConfig, LanguageClient, client_capabilities
from pytest_lsp.client import DEFAULT_CLIENT_FEATURES, register_lsp_features

PROJECT = pathlib.Path(__file__).resolve().parents[3]
SPECCTL = os.environ.get("SPECCTL", str(PROJECT / ".build/debug/specctl"))

REQUIREMENTS = """\
# Requirements

### Requirement 1: Café 😀

**User Story:** As a reader, I want rows, so that I see them.

#### Acceptance Criteria

1. WHEN a row comes THEN the system SHALL show it.
2. IF there is none THEN the system SHALL say é.
"""

TASKS = """\
# Tasks

- [ ] 1. Make the table
  - _Leverage: é😀.ts_ _Requirements: 1.1_
  - _Agent: writer_
- [ ] 2. Say so
  - _Requirements: 1.2_
  - _Depends: 1_
"""

AGENT = """\
---
name: writer
description: Writes é and 😀.
---

You write.
"""

CONFIGURATION = """\
agents:
  builders:
    - name: writer
qa:
  enabled: yes
"""


class Workspace:
    """The files, and places in them by what stands there."""

    def __init__(self, root: pathlib.Path, encoding: str):
        self.root = root
        self.encoding = encoding
        self.write(".claude/specs/shop/requirements.md", REQUIREMENTS)
        self.write(".claude/specs/shop/tasks.md", TASKS)
        self.write(".claude/agents/writer.md", AGENT)
        self.write(".claude/config.yaml", CONFIGURATION)

    def write(self, path: str, text: str) -> None:
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="")

    def uri(self, path: str) -> str:
        return (self.root / path).as_uri()

    def position(self, text: str, mark: str, offset: int = 0) -> types.Position:
        """Where `mark` begins in a text, `offset` characters further, as this client counts."""
        index = text.index(mark) + offset
        line = text.count("\n", 0, index)
        before = text[text.rfind("\n", 0, index) + 1 : index]
        units = len(before.encode("utf-8" if self.encoding == "utf-8" else "utf-16-le"))
        return types.Position(line, units if self.encoding == "utf-8" else units // 2)

    def offset(self, text: str, position: types.Position) -> int:
        """The index in a text of a place that the server told."""
        lines = text.split("\n")
        start = sum(len(line) + 1 for line in lines[: position.line])
        coded = lines[position.line].encode(
            "utf-8" if self.encoding == "utf-8" else "utf-16-le"
        )
        width = 1 if self.encoding == "utf-8" else 2
        head = coded[: position.character * width]
        return start + len(head.decode("utf-8" if self.encoding == "utf-8" else "utf-16-le"))

    def apply(self, text: str, edits) -> str:
        """The text after edits of the server."""
        for edit in sorted(
            edits, key=lambda e: (e.range.start.line, e.range.start.character), reverse=True
        ):
            start = self.offset(text, edit.range.start)
            end = self.offset(text, edit.range.end)
            text = text[:start] + edit.new_text + text[end:]
        return text


@pytest.fixture(params=["utf-16", "utf-8"])
def encoding(request) -> str:
    return request.param


@pytest.fixture
def workspace(tmp_path, encoding) -> Workspace:
    root = tmp_path / "café 😀"
    root.mkdir()
    yield Workspace(root, encoding)
    shutil.rmtree(root)


def make_client() -> LanguageClient:
    """A client that keeps every message with findings, and what the server wants to watch."""
    client = LanguageClient(converter_factory=default_converter)
    client.told = []
    client.registered = []

    def keep(params: types.PublishDiagnosticsParams):
        client.told.append(params)

    def register(params: types.RegistrationParams):
        client.registered += [registration.method for registration in params.registrations]

    register_lsp_features(
        client,
        DEFAULT_CLIENT_FEATURES
        | {
            types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS: keep,
            types.CLIENT_REGISTER_CAPABILITY: register,
        },
    )
    return client


@pytest_lsp.fixture(config=ClientServerConfig(server_command=[SPECCTL, "lsp"], client_factory=make_client))
async def client(lsp_client: LanguageClient, workspace: Workspace):
    capabilities = client_capabilities("visual-studio-code")
    capabilities.general.position_encodings = [types.PositionEncodingKind(workspace.encoding)]
    answer = await lsp_client.initialize_session(
        types.InitializeParams(
            capabilities=capabilities,
            workspace_folders=[types.WorkspaceFolder(workspace.root.as_uri(), "shop")],
        )
    )
    assert answer.capabilities.position_encoding == workspace.encoding
    yield
    await lsp_client.shutdown_session()
