"""The expressions of GitHub Actions, as far as files here use them; anything else is an error."""

import re

TOKEN = re.compile(
    r"\s*(?:(?P<text>'(?:[^']|'')*')|(?P<number>-?\d+(?:\.\d+)?)|(?P<name>[A-Za-z_][\w.-]*)"
    r"|(?P<mark>==|!=|&&|\|\||[!()]))"
)
LITERALS = {"true": True, "false": False, "null": None}


class ExpressionError(Exception):
    """What a runner would refuse, or this reader does not know."""


def evaluate(text: str, contexts: dict, functions: dict):
    """The value of an expression without its braces."""
    return _Reader(text, contexts, functions).whole()


def interpolate(text, contexts: dict, functions: dict):
    """A value of a file with every `${{ … }}` in it evaluated; always a text."""
    return re.sub(
        r"\$\{\{(.*?)\}\}",
        lambda found: shown(evaluate(found[1], contexts, functions)),
        shown(text),
        flags=re.DOTALL,
    )


def condition(text: str, contexts: dict, functions: dict) -> bool:
    """Whether a step with this `if` runs; without a function of state it also asks for success."""
    text = shown(text).strip()
    if text.startswith("${{") and text.endswith("}}"):
        text = text[3:-2]
    value = truth(evaluate(text, contexts, functions))
    if re.search(r"\b(success|failure|cancelled|always)\s*\(", text):
        return value
    return value and functions["success"]()


def truth(value) -> bool:
    return value not in (None, False, 0, "")


def shown(value) -> str:
    if value is None:
        return ""
    return str(value).lower() if isinstance(value, bool) else str(value)


def equal(left, right) -> bool:
    """Texts are compared without regard to case, what differs in kind as numbers."""
    if isinstance(left, str) and isinstance(right, str):
        return left.lower() == right.lower()
    if type(left) is type(right):
        return left == right
    numbers = _number(left), _number(right)
    return None not in numbers and numbers[0] == numbers[1]


def _number(value):
    if value is None or value == "":
        return 0.0
    try:
        return float(value)
    except (TypeError, ValueError):
        return None


class _Reader:
    def __init__(self, text, contexts, functions):
        self.contexts = contexts
        self.functions = functions
        self.tokens = []
        place = 0
        while text[place:].strip():
            found = TOKEN.match(text, place)
            if not found:
                raise ExpressionError(f"cannot read {text[place:]!r}")
            self.tokens.append((found.lastgroup, found[found.lastgroup]))
            place = found.end()

    def whole(self):
        value = self.either()
        if self.tokens:
            raise ExpressionError(f"something is left: {self.tokens}")
        return value

    def takes(self, *marks):
        if self.tokens and self.tokens[0][0] == "mark" and self.tokens[0][1] in marks:
            return self.tokens.pop(0)[1]
        return None

    def either(self):
        value = self.both()
        while self.takes("||"):
            other = self.both()
            value = value if truth(value) else other
        return value

    def both(self):
        value = self.comparison()
        while self.takes("&&"):
            other = self.comparison()
            value = other if truth(value) else value
        return value

    def comparison(self):
        value = self.negation()
        while mark := self.takes("==", "!="):
            value = equal(value, self.negation()) == (mark == "==")
        return value

    def negation(self):
        if self.takes("!"):
            return not truth(self.negation())
        if self.takes("("):
            value = self.either()
            if not self.takes(")"):
                raise ExpressionError("a bracket is not closed")
            return value
        if not self.tokens:
            raise ExpressionError("the expression ends too early")
        kind, text = self.tokens.pop(0)
        if kind == "text":
            return text[1:-1].replace("''", "'")
        if kind == "number":
            return float(text)
        if kind == "mark":
            raise ExpressionError(f"'{text}' is in the wrong place")
        if self.takes("("):
            if not self.takes(")") or text not in self.functions:
                raise ExpressionError(f"'{text}' is called in a way that is not known")
            return self.functions[text]()
        return LITERALS[text] if text in LITERALS else self.looked_up(text)

    def looked_up(self, path):
        names = path.split(".")
        if names[0] not in self.contexts:
            raise ExpressionError(f"there is no context '{names[0]}'")
        value = self.contexts
        for name in names:
            value = value.get(name) if isinstance(value, dict) else None
        return value
