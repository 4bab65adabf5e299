#!/usr/bin/env python3
"""Prints Sources/Diagnostics/Terminal/WideCharacters.swift from Unicode's data.

Uses the package unicodedata2 (pip install unicodedata2) if it is there, as its Unicode is newer than
Python's own. Joins ranges across characters that are not assigned or drawn without width.
"""

try:
    import unicodedata2 as data
except ImportError:
    import unicodedata as data

# Blocks in which unassigned characters count as wide, from the head of EastAsianWidth.txt.
IDEOGRAPHS = [(0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x2FFFD), (0x30000, 0x3FFFD)]


def columns(value):
    """1 or 2, or None where either will do."""
    if any(first <= value <= last for first, last in IDEOGRAPHS):
        return 2
    character = chr(value)
    category = data.category(character)
    if category in ("Mn", "Me", "Cf", "Cs", "Cn") and data.east_asian_width(character) not in "WF":
        return None if category != "Cn" else 0
    return 2 if data.east_asian_width(character) in "WF" else 1


def ranges():
    found, start, last, gap = [], None, None, 0
    for value in range(0x110000):
        kind = columns(value)
        if kind == 2:
            start, last, gap = value if start is None else start, value, 0
        elif start is not None:
            gap += kind == 0
            if kind == 1 or gap > 8:
                found.append((start, last))
                start = None
    if start is not None:
        found.append((start, last))
    return found


print("/// The characters that take two columns of a terminal, in rising order.")
print("///")
print("/// They are the East Asian wide and full-width ones, with the emoji that are drawn in colour by")
print(f"/// default, of Unicode {data.unidata_version}. Written by `scripts/wide_characters.py`.")
print("let wideCharacters: [ClosedRange<UInt32>] = [")
line = " "
for first, last in ranges():
    item = f" 0x{first:04X}...0x{last:04X},"
    if len(line) + len(item) > 100:
        print(line)
        line = " "
    line += item
print(line)
print("]")
