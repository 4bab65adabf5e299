#!/usr/bin/env python3
"""Runs commands in a terminal of 80 columns and draws what they printed: docs/terminal.svg.

usage: scripts/record_terminal.py [--out FILE] [BINARY]

The commands work on a fresh copy of Fixtures/lending-library in which one dependency was misspelt.
Nothing of what they print is altered; lines that are left out have a line with '…' in their place.
The same binary and fixture give the same bytes.
"""

import argparse
import fcntl
import os
import pathlib
import pty
import re
import shutil
import struct
import sys
import tempfile
import termios
import unicodedata
from xml.sax.saxutils import escape

ROOT = pathlib.Path(__file__).resolve().parent.parent
COLUMNS = 80
FIXTURE = ROOT / "Fixtures/lending-library"
TITLE = "lending-library"
NAME = "specctl in a terminal: it finds a fault, plans, says why, and makes pages"

# What was broken before: file, what stands there, what is put in its place.
FAULT = (".claude/specs/loans/tasks.md", "_Depends: 2.1, 2.2_", "_Depends: 2.1, 2.22_")

# The commands in turn, each with the pieces of its output that are shown: from the line that begins
# with the first text up to, and without, the one that begins with the second; None is the beginning
# or the end of the output.
STORY = [
    ("specctl validate", [(None, None)]),
    ("sed -i 's/2\\.22/2.2/' .claude/specs/loans/tasks.md", [(None, None)]),
    ("specctl plan loans reminders", [(None, "at once"), ("Wave 0", "Wave 2")]),
    ("specctl why loans/4", [(None, "model")]),
    ("specctl docs --out site", [(None, None)]),
]
LONGEST = 32

# Sizes in units of the picture.
CELL = 9
LINE = 20
MARGIN = 20
HEAD = 36

# Name of a style, colour, other properties. All on BACKGROUND with a contrast of at least 4.5 : 1.
BACKGROUND = "#161b22"
COLOURS = {
    "plain": "#d6dde5",
    "dim": "#8f9aa6",
    "black": "#8f9aa6",
    "red": "#ff7b72",
    "green": "#56d364",
    "yellow": "#e3b341",
    "blue": "#79c0ff",
    "magenta": "#d2a8ff",
    "cyan": "#56d4dd",
    "white": "#f0f6fc",
}
NAMES = ["black", "red", "green", "yellow", "blue", "magenta", "cyan", "white"]
PROMPT = ("green", True)
TYPED = ("white", True)
CUT = ("dim", False)


def record(command, folder, environment):
    """The bytes that a command writes to a terminal of its own."""
    process, terminal = pty.fork()
    if process == 0:
        try:
            os.chdir(folder)
            os.execve("/bin/sh", ["sh", "-c", "IFS= read -r start; " + command], environment)
        finally:
            os._exit(127)
    # The command waits for a line, so that the terminal has its size before it begins.
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 50, COLUMNS, 0, 0))
    settings = termios.tcgetattr(terminal)
    settings[3] &= ~termios.ECHO
    termios.tcsetattr(terminal, termios.TCSANOW, settings)
    os.write(terminal, b"\n")
    output = bytearray()
    while True:
        try:
            piece = os.read(terminal, 65536)
        except OSError:  # Linux says so when the other end is closed
            break
        if not piece:
            break
        output += piece
    os.close(terminal)
    status = os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])
    return bytes(output), status


def width(character):
    if unicodedata.combining(character):
        raise ValueError(f"no column for {character!r}")
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


class Screen:
    """Lines of cells, written to as a terminal does; what it does not know is an error."""

    TOKEN = re.compile(r"\x1b\[([0-9;]*)([A-Za-z])|\x1b.?|[\r\n]|[^\x1b\r\n]")

    def __init__(self, text):
        self.lines = [{}]
        self.column = 0
        self.colour = "plain"
        self.bold = self.dim = False
        for token in self.TOKEN.finditer(text):
            self.take(token)
        if not self.lines[-1]:
            self.lines.pop()

    def take(self, token):
        text = token[0]
        if text == "\n":
            self.lines.append({})
        elif text == "\r":
            self.column = 0
        elif token[2] == "m":
            for number in token[1].split(";"):
                self.style(int(number or 0))
        elif token[2] == "K" and token[1] in ("", "0"):
            line = self.lines[-1]
            self.lines[-1] = {at: cell for at, cell in line.items() if at < self.column}
        elif ord(text[0]) < 32 or ord(text[0]) == 127:
            raise ValueError(f"unknown control sequence {text!r}")
        else:
            if self.column + width(text) > COLUMNS:
                self.lines.append({})
                self.column = 0
            style = "dim" if self.dim and self.colour == "plain" else self.colour
            self.lines[-1][self.column] = (text, (style, self.bold))
            self.column += width(text)

    def style(self, number):
        if number == 0:
            self.colour, self.bold, self.dim = "plain", False, False
        elif number == 1:
            self.bold = True
        elif number == 2:
            self.dim = True
        elif number == 22:
            self.bold = self.dim = False
        elif number == 39:
            self.colour = "plain"
        elif 30 <= number <= 37:
            self.colour = NAMES[number - 30]
        elif 90 <= number <= 97:
            self.colour = NAMES[number - 90]
        else:
            raise ValueError(f"unknown style {number}")


def words(line):
    """The runs of a line: column, style, text without blanks at its ends, columns."""
    runs = []
    for column in sorted(line):
        character, style = line[column]
        if runs and runs[-1][1] == style and runs[-1][0] + runs[-1][3] == column:
            runs[-1][2] += character
            runs[-1][3] += width(character)
        else:
            runs.append([column, style, character, width(character)])
    for run in runs:
        # Wider gaps divide a run, so that columns stay where they are in any font.
        for part in re.finditer(r"\S+(?: \S+)*", run[2]):
            before = sum(map(width, run[2][: part.start()]))
            yield run[0] + before, run[1], part[0], sum(map(width, part[0]))


def plain(line):
    return "".join(line[column][0] for column in sorted(line)).rstrip()


def text(words_and_styles):
    """A line of cells from pieces of text."""
    line, column = {}, 0
    for piece, style in words_and_styles:
        for character in piece:
            line[column] = (character, style)
            column += width(character)
    return line


def pieces(lines, wanted, command):
    """The lines that are shown, with '…' for those that are not."""
    shown, end = [], 0
    for first, behind in wanted:
        start = 0 if first is None else find(lines, first, end, command)
        if start > end:
            shown.append(text([("…", CUT)]))
        end = len(lines) if behind is None else find(lines, behind, start, command)
        shown += lines[start:end]
        while shown and not plain(shown[-1]):
            shown.pop()
    if any(map(plain, lines[end:])):
        shown.append(text([("…", CUT)]))
    return shown


def find(lines, beginning, start, command):
    for number in range(start, len(lines)):
        if plain(lines[number]).startswith(beginning):
            return number
    raise SystemExit(f"record_terminal: '{command}' prints no line that begins with '{beginning}'")


def screen(binary):
    """All lines of the picture."""
    lines = []
    with tempfile.TemporaryDirectory() as place:
        workspace = pathlib.Path(place, TITLE)
        shutil.copytree(FIXTURE, workspace)
        file, sound, broken = FAULT
        document = workspace / file
        before = document.read_text(encoding="utf-8")
        if before.count(sound) != 1:
            raise SystemExit(f"record_terminal: '{sound}' does not stand once in '{file}'")
        document.write_text(before.replace(sound, broken), encoding="utf-8")
        programs = pathlib.Path(place, "bin")
        programs.mkdir()
        (programs / "specctl").symlink_to(binary)
        environment = {
            "HOME": place,
            "LANG": "C.UTF-8",
            "LC_ALL": "C.UTF-8",
            "PATH": f"{programs}:/usr/bin:/bin",
            "TERM": "xterm-256color",
            "TZ": "UTC",
        }
        for command, wanted in STORY:
            output, status = record(command, workspace, environment)
            if status not in (0, 1):
                sys.stderr.buffer.write(output)
                raise SystemExit(f"record_terminal: '{command}' ended with status {status}")
            lines.append(text([("$ ", PROMPT), (command, TYPED)]))
            lines += pieces(Screen(output.decode()).lines, wanted, command)
    if len(lines) > LONGEST:
        raise SystemExit(f"record_terminal: {len(lines)} lines are no picture any more")
    return lines


def contrast(first, second):
    """The ratio of WCAG 2 of two colours '#rrggbb'."""

    def light(colour):
        parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    darker, lighter = sorted((light(first), light(second)))
    return (lighter + 0.05) / (darker + 0.05)


def picture(lines):
    """The lines as SVG, which needs no script, no font and nothing else from elsewhere."""
    across = COLUMNS * CELL + 2 * MARGIN
    down = HEAD + len(lines) * LINE + MARGIN
    used = {style for line in lines for _, style in line.values()}
    rules = [
        ".t{font:15px ui-monospace,SFMono-Regular,Menlo,Consolas,'Liberation Mono',"
        "'DejaVu Sans Mono',monospace;font-variant-ligatures:none;white-space:pre;"
        f"fill:{COLOURS['plain']}}}",
        ".b{font-weight:700}",
    ]
    rules += [
        f".{name}{{fill:{value}}}"
        for name, value in COLOURS.items()
        if name != "plain" and any(name == style for style, _ in used)
    ]
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {across} {down}"'
        f' width="{across}" height="{down}" role="img" aria-labelledby="title">'
    )
    yield f'<title id="title">{NAME}</title>'
    yield "<style>" + "".join(rules) + "</style>"
    yield (
        f'<rect x=".5" y=".5" width="{across - 1}" height="{down - 1}" rx="10"'
        f' fill="{BACKGROUND}" stroke="#484f58"/>'
    )
    for number, colour in enumerate(("#ff5f57", "#febc2e", "#28c840")):
        yield f'<circle cx="{MARGIN + number * 20}" cy="18" r="6" fill="{colour}"/>'
    yield f'<text class="t dim" x="{across // 2}" y="23" text-anchor="middle">{TITLE}</text>'
    for number, line in enumerate(lines):
        runs = []
        for column, (name, bold), part, columns in words(line):
            kinds = [name] * (name != "plain") + ["b"] * bold
            style = f' class="{" ".join(kinds)}"' if kinds else ""
            runs.append(
                f'<tspan x="{MARGIN + column * CELL}" textLength="{columns * CELL}"'
                f' lengthAdjust="spacingAndGlyphs"{style}>{escape(part)}</tspan>'
            )
        if runs:
            y = HEAD + number * LINE + 15
            yield f'<text class="t" y="{y}" xml:space="preserve">{"".join(runs)}</text>'
    yield "</svg>"


def svg(binary):
    """The picture of what a binary prints."""
    for name, colour in COLOURS.items():
        if contrast(colour, BACKGROUND) < 4.5:
            raise SystemExit(f"record_terminal: '{name}' cannot be read on the background")
    return "\n".join(picture(screen(binary))) + "\n"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--out", type=pathlib.Path, default=ROOT / "docs/terminal.svg")
    parser.add_argument(
        "binary", type=pathlib.Path, nargs="?", default=ROOT / ".build/debug/specctl"
    )
    arguments = parser.parse_args()
    binary = arguments.binary.resolve()
    if not os.access(binary, os.X_OK):
        raise SystemExit(f"record_terminal: there is no program '{arguments.binary}'")
    arguments.out.write_text(svg(binary), encoding="utf-8")


if __name__ == "__main__":
    main()
