"""What a runner of GitHub makes of the lines that a step prints."""

import dataclasses
import re

KNOWN = {
    "add-mask", "add-matcher", "add-path", "debug", "echo", "endgroup", "error", "group", "notice",
    "remove-matcher", "save-state", "set-env", "set-output", "stop-commands", "warning",
}  # fmt: skip


@dataclasses.dataclass
class Command:
    name: str
    properties: dict
    message: str


@dataclasses.dataclass
class Log:
    """The lines of a step that are for people, and the commands among them."""

    lines: list = dataclasses.field(default_factory=list)
    commands: list = dataclasses.field(default_factory=list)
    stopped_by: str | None = None
    #: What the runner was told to wait for.
    tokens: list = dataclasses.field(default_factory=list)

    def read(self, output: str) -> None:
        for line in re.split(r"\r\n|\r|\n", output):
            command = parse(line)
            if self.stopped_by is not None:
                if command and command.name == self.stopped_by:
                    self.stopped_by = None
                else:
                    self.lines.append(line)
            elif command and command.name == "stop-commands":
                self.stopped_by = command.message
                self.tokens.append(command.message)
            elif command and command.name in KNOWN:
                self.commands.append(command)
            else:
                self.lines.append(line)

    @property
    def annotations(self) -> list:
        return [one for one in self.commands if one.name in ("error", "warning", "notice")]


def parse(line: str) -> Command | None:
    """A command in the newer form, at the start of a line, or in the older one, anywhere in it."""
    text = line.lstrip()
    if text.startswith("::") and "::" in text[2:]:
        head, message = text[2:].split("::", 1)
        name, _, rest = head.partition(" ")
        pairs = [pair.split("=", 1) for pair in rest.split(",") if "=" in pair]
        return Command(name, {key.strip(): unescaped(value) for key, value in pairs}, unescaped(message))
    found = re.search(r"##\[([a-z-]+)([^\]]*)\](.*)", line)
    return Command(found[1], {}, found[3]) if found and found[1] in KNOWN else None


def unescaped(text: str) -> str:
    for code, character in [("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")]:
        text = text.replace(code, character)
    return text
