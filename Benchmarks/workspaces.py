"""What the programs that read a folder of workspaces have in common: their arguments and their record."""

import argparse
import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
RELEASE = os.path.join(os.path.dirname(HERE), ".build", "dist", "specctl", "specctl")


def arguments(name, description):
    """The binary, the roots of the workspaces in order, and whether to record; ends with a word where the
    binary or the workspaces are missing."""
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("directory")
    parser.add_argument("--specctl", default=RELEASE)
    parser.add_argument("--record", action="store_true")
    options = parser.parse_args()
    specctl = os.path.abspath(options.specctl)
    if not os.access(specctl, os.X_OK):
        sys.exit(f"{name}: there is no '{specctl}': run make release")
    if not os.path.isdir(options.directory):
        sys.exit(f"{name}: there is no folder '{options.directory}'")
    roots = sorted(entry.path for entry in os.scandir(options.directory) if entry.is_dir())
    if not roots:
        sys.exit(f"{name}: '{options.directory}' holds no workspace in a sub-folder")
    return specctl, roots, options.record


def publish(text, head, file_name, record):
    """Prints a text, and with `record` writes it below its head beside this file."""
    print(text, end="")
    if record:
        with open(os.path.join(HERE, file_name), "w", encoding="utf-8") as file:
            file.write(head + "\n\n" + text)
