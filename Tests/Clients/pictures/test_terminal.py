"""The picture in the README: what the program prints today, and nothing that could do harm."""

import os
import pathlib
import xml.etree.ElementTree as xml

import pytest
import record_terminal

ROOT = pathlib.Path(__file__).resolve().parents[3]
SVG = "{http://www.w3.org/2000/svg}"
PICTURE = ROOT / "docs/terminal.svg"


@pytest.fixture(scope="module")
def binary():
    found = pathlib.Path(os.environ.get("SPECCTL", ROOT / ".build/debug/specctl")).resolve()
    assert found.exists(), f"there is no '{found}': swift build"
    return found


@pytest.fixture(scope="module")
def recorded(binary):
    return record_terminal.svg(binary)


def test_the_picture_shows_what_the_program_prints(binary, recorded):
    assert PICTURE.read_text(encoding="utf-8") == recorded, (
        f"docs/terminal.svg is stale: scripts/record_terminal.py {binary} draws it anew"
    )


def test_it_is_the_same_each_time(binary, recorded):
    assert record_terminal.svg(binary) == recorded


def test_it_is_small_and_holds_nothing_but_text_and_shapes(recorded):
    assert len(recorded.encode()) < 60_000
    root = xml.fromstring(recorded)
    kinds = {"svg", "title", "style", "rect", "circle", "text", "tspan"}
    for element in root.iter():
        assert element.tag.removeprefix(SVG) in kinds
        for name, value in element.attrib.items():
            assert not name.startswith("on") and "href" not in name, f"{name}={value}"
            assert "url(" not in value and "://" not in value
    style = root.find(f"{SVG}style").text
    assert "url(" not in style and "@import" not in style


def test_every_run_stands_in_its_columns(recorded):
    lines = xml.fromstring(recorded).findall(f"{SVG}text")[1:]
    assert 20 <= len(lines) <= record_terminal.LONGEST
    for line in lines:
        end = 0
        for run in line.findall(f"{SVG}tspan"):
            start = int(run.attrib["x"]) - record_terminal.MARGIN
            assert start % record_terminal.CELL == 0 and start >= end, run.text
            end = start + int(run.attrib["textLength"])
        assert end <= record_terminal.COLUMNS * record_terminal.CELL


def test_it_tells_the_story(recorded):
    text = "".join(xml.fromstring(recorded).itertext())
    for word in ("unknown-dependency", "did you mean '2.2'?", "Wave 1", "waits for", "written"):
        assert word in text


@pytest.mark.parametrize(
    "written, shown",
    [
        ("one\r\ntwo\r\n", ["one", "two"]),
        ("50 %\r100 %\x1b[K\r\n", ["100 %"]),
        ("\x1b[1;31mred\x1b[0m é → 漢 .", ["red é → 漢 ."]),
        ("x" * 81, ["x" * 80, "x"]),
    ],
)
def test_the_screen_is_that_of_a_terminal(written, shown):
    assert [record_terminal.plain(line) for line in record_terminal.Screen(written).lines] == shown


def test_wide_characters_take_two_columns():
    line = record_terminal.Screen("漢 .").lines[0]
    assert [(run[0], run[3]) for run in record_terminal.words(line)] == [(0, 4)]


@pytest.mark.parametrize("written", ["\x1b[2J", "\x1b]8;;x\x07", "\x1b[48;5;1m", "\t", "e\u0301"])
def test_what_cannot_be_drawn_is_refused(written):
    with pytest.raises(ValueError):
        record_terminal.Screen(written)


def test_lines_left_out_have_a_mark():
    lines = record_terminal.Screen("a\r\nb\r\n\r\nc\r\nd\r\n").lines
    shown = record_terminal.pieces(lines, [(None, "b"), ("c", "d")], "command")
    assert list(map(record_terminal.plain, shown)) == ["a", "…", "c", "…"]
    assert record_terminal.pieces(lines, [(None, None)], "command") == lines
