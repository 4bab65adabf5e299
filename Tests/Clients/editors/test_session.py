"""What a person does in an editor, by a client that is not ours, in both units of columns."""

import asyncio

from lsprotocol import types

from conftest import CONFIGURATION, REQUIREMENTS, TASKS

TASKS_PATH = ".claude/specs/shop/tasks.md"
REQUIREMENTS_PATH = ".claude/specs/shop/requirements.md"


def open_document(client, workspace, path, text, language="markdown"):
    client.text_document_did_open(
        types.DidOpenTextDocumentParams(
            types.TextDocumentItem(workspace.uri(path), language, 1, text)
        )
    )


def at(workspace, path, position):
    return {
        "text_document": types.TextDocumentIdentifier(workspace.uri(path)),
        "position": position,
    }


async def findings(client, workspace, path, version):
    """The findings that are told of a version of a document."""
    for _ in range(100):
        told = [
            p for p in client.told
            if p.uri == workspace.uri(path) and p.version == version
        ]
        if told:
            return told[-1].diagnostics
        await asyncio.sleep(0.05)
    raise AssertionError(f"nothing was told of version {version} of {path}")


async def test_findings_come_while_typing_and_go(client, workspace):
    open_document(client, workspace, TASKS_PATH, TASKS)
    wrong = TASKS.replace("_Requirements: 1.1_", "_Requirements: 9.1_")
    start = workspace.position(TASKS, "1.1_")
    client.text_document_did_change(
        types.DidChangeTextDocumentParams(
            types.VersionedTextDocumentIdentifier(uri=workspace.uri(TASKS_PATH), version=2),
            [
                types.TextDocumentContentChangePartial(
                    range=types.Range(start, types.Position(start.line, start.character + 1)),
                    text="9",
                )
            ],
        )
    )
    found = [
        d for d in await findings(client, workspace, TASKS_PATH, 2)
        if d.code == "unknown-requirement"
    ]
    assert len(found) == 1
    assert found[0].range.start == workspace.position(wrong, "9.1_")
    assert found[0].source == "specctl"

    client.text_document_did_change(
        types.DidChangeTextDocumentParams(
            types.VersionedTextDocumentIdentifier(uri=workspace.uri(TASKS_PATH), version=3),
            [types.TextDocumentContentChangeWholeDocument(text=TASKS)],
        )
    )
    codes = {d.code for d in await findings(client, workspace, TASKS_PATH, 3)}
    assert "unknown-requirement" not in codes


async def test_a_file_that_changes_on_disk_is_read_again(client, workspace):
    workspace.write(TASKS_PATH, TASKS.replace("1.1_", "9.1_"))
    client.workspace_did_change_watched_files(
        types.DidChangeWatchedFilesParams(
            [types.FileEvent(workspace.uri(TASKS_PATH), types.FileChangeType.Changed)]
        )
    )
    found = await findings(client, workspace, TASKS_PATH, None)
    assert "unknown-requirement" in {d.code for d in found}
    assert types.WORKSPACE_DID_CHANGE_WATCHED_FILES in client.registered


async def test_quick_fix_and_fix_all(client, workspace):
    open_document(client, workspace, ".claude/config.yaml", CONFIGURATION, "yaml")
    place = workspace.position(CONFIGURATION, "yes")
    actions = await client.text_document_code_action_async(
        types.CodeActionParams(
            types.TextDocumentIdentifier(workspace.uri(".claude/config.yaml")),
            types.Range(place, place),
            types.CodeActionContext([]),
        )
    )
    fixed = CONFIGURATION.replace("yes", "true")
    kinds = {}
    for action in actions:
        edits = action.edit.document_changes[0].edits
        kinds[action.kind, action.title] = workspace.apply(CONFIGURATION, edits)
    assert fixed in [text for (kind, _), text in kinds.items() if kind == "quickfix"]
    assert fixed in [text for (kind, _), text in kinds.items() if kind == "source.fixAll.specctl"]
    assert any("specctl: allow" in text for text in kinds.values())


async def test_hover_shows_the_criterion(client, workspace):
    open_document(client, workspace, TASKS_PATH, TASKS)
    place = workspace.position(TASKS, "1.1_", 1)
    hover = await client.text_document_hover_async(
        types.HoverParams(**at(workspace, TASKS_PATH, place))
    )
    assert "SHALL show it" in hover.contents.value
    assert hover.range.start == workspace.position(TASKS, "1.1_")


async def test_completion_offers_criteria(client, workspace):
    text = TASKS.replace("_Requirements: 1.1_", "_Requirements: 1.1, _")
    open_document(client, workspace, TASKS_PATH, text)
    place = workspace.position(text, "1.1, _", len("1.1, "))
    offered = await client.text_document_completion_async(
        types.CompletionParams(**at(workspace, TASKS_PATH, place))
    )
    assert [item.label for item in offered] == ["1", "1.1", "1.2"]
    assert "SHALL say é" in offered[2].detail
    assert workspace.apply(text, [offered[2].text_edit]) == text.replace("1.1, _", "1.1, 1.2_")


async def test_definition_and_references(client, workspace):
    open_document(client, workspace, TASKS_PATH, TASKS)
    place = workspace.position(TASKS, "1.1_", 2)
    found = await client.text_document_definition_async(
        types.DefinitionParams(**at(workspace, TASKS_PATH, place))
    )
    assert [location.uri for location in found] == [workspace.uri(REQUIREMENTS_PATH)]
    assert found[0].range.start == workspace.position(REQUIREMENTS, "1. WHEN")

    place = workspace.position(REQUIREMENTS, "1. WHEN")
    found = await client.text_document_references_async(
        types.ReferenceParams(
            context=types.ReferenceContext(include_declaration=False),
            **at(workspace, REQUIREMENTS_PATH, place),
        )
    )
    assert [location.range.start for location in found] == [workspace.position(TASKS, "1.1_")]


async def test_rename_changes_every_document(client, workspace):
    place = workspace.position(REQUIREMENTS, "1: Café")
    edit = await client.text_document_rename_async(
        types.RenameParams(new_name="7", **at(workspace, REQUIREMENTS_PATH, place))
    )
    texts = {REQUIREMENTS_PATH: REQUIREMENTS, TASKS_PATH: TASKS}
    changed = {
        path: workspace.apply(text, change.edits)
        for path, text in texts.items()
        for change in edit.document_changes
        if change.text_document.uri == workspace.uri(path)
    }
    assert changed == {
        REQUIREMENTS_PATH: REQUIREMENTS.replace("Requirement 1:", "Requirement 7:"),
        TASKS_PATH: TASKS.replace(" 1.1_", " 7.1_").replace(" 1.2_", " 7.2_"),
    }


async def test_outline_folding_and_hints(client, workspace):
    open_document(client, workspace, TASKS_PATH, TASKS)
    document = types.TextDocumentIdentifier(workspace.uri(TASKS_PATH))
    outline = await client.text_document_document_symbol_async(
        types.DocumentSymbolParams(document)
    )
    assert [symbol.name for symbol in outline] == ["1 Make the table", "2 Say so"]
    folds = await client.text_document_folding_range_async(types.FoldingRangeParams(document))
    assert (2, 4) in {(fold.start_line, fold.end_line) for fold in folds}
    whole = types.Range(types.Position(0, 0), types.Position(99, 0))
    hints = await client.text_document_inlay_hint_async(types.InlayHintParams(document, whole))
    assert [(hint.position.line, hint.label) for hint in hints] == [
        (2, "wave 0 · writer"),
        (5, "wave 1"),
    ]
    found = await client.workspace_symbol_async(types.WorkspaceSymbolParams("say so"))
    assert [symbol.name for symbol in found] == ["2 Say so"]
