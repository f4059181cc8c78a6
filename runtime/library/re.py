"""Regular expressions for strings and bytes."""

from _regex_compile import Code
from _regex_match import State, run
from _regex_parse import (
    ASCII, DEBUG, DOTALL, IGNORECASE, LOCALE, MULTILINE, UNICODE, VERBOSE, Parser, Verbose, error,
)  # fmt: skip
from _regex_template import template as _template

NOFLAG = 0
I = IGNORECASE
L = LOCALE
M = MULTILINE
S = DOTALL
X = VERBOSE
A = ASCII
U = UNICODE

# The last patterns that were compiled.
_compiled = {}
_MOST_COMPILED = 32


def _characters(data):
    """A character for each byte."""
    return str(bytes(data), "latin-1")


class Pattern:
    """A compiled pattern."""

    def __init__(self, pattern, flags):
        self._of_text = isinstance(pattern, str)
        if not self._of_text and not isinstance(pattern, (bytes, bytearray)):
            raise TypeError("first argument must be string or compiled pattern")
        text = pattern if self._of_text else _characters(pattern)
        flags = int(flags)
        parser = Parser(pattern, text, flags if self._of_text else flags | ASCII)
        try:
            node = parser.parse()
        except Verbose:
            parser = Parser(pattern, text, parser.flags | VERBOSE)
            node = parser.parse()
        parser.groups[0] = node
        self._program = Code(node, parser.groups)
        self.pattern = pattern
        self.flags = _checked(parser.all_flags, self._of_text, flags)
        self.groups = len(parser.groups) - 1
        self.groupindex = parser.names

    def _state(self, string, endpos, whole=False):
        if isinstance(string, str):
            if not self._of_text:
                raise TypeError("cannot use a bytes pattern on a string-like object")
            text = string
        elif isinstance(string, (bytes, bytearray, memoryview)):
            if self._of_text:
                raise TypeError("cannot use a string pattern on a bytes-like object")
            text = _characters(string)
        else:
            raise TypeError(f"expected string or bytes-like object, got {type(string).__name__!r}")
        end = len(text) if endpos is None else max(0, min(endpos, len(text)))
        return State(self._program, text, end, whole)

    def _at(self, string, pos, endpos, whole):
        state = self._state(string, endpos, whole)
        pos = max(0, min(pos, len(string)))
        end = run(state, 0, pos) if pos <= state.end else -1
        return None if end < 0 else Match(self, string, state, pos, pos, end)

    def match(self, string, pos=0, endpos=None):
        return self._at(string, pos, endpos, False)

    def fullmatch(self, string, pos=0, endpos=None):
        return self._at(string, pos, endpos, True)

    def search(self, string, pos=0, endpos=None):
        state = self._state(string, endpos)
        pos = max(0, min(pos, len(string)))
        found = state.search(pos)
        return None if found is None else Match(self, string, state, pos, *found)

    def finditer(self, string, pos=0, endpos=None):
        # Errors in the arguments are raised by the call, not by the first item.
        return self._matches(self._state(string, endpos), string, max(0, min(pos, len(string))))

    def _matches(self, state, string, pos):
        at = pos
        while True:
            found = state.search(at)
            if found is None:
                return
            yield Match(self, string, state, pos, *found)
            begin, at = found
            state.reset(at if begin == at else -1)

    def findall(self, string, pos=0, endpos=None):
        empty = "" if self._of_text else b""
        found = []
        for match in self.finditer(string, pos, endpos):
            if self.groups == 0:
                found.append(match[0])
            elif self.groups == 1:
                found.append(empty if match[1] is None else match[1])
            else:
                found.append(match.groups(empty))
        return found

    def split(self, string, maxsplit=0):
        parts = []
        at = n = 0
        for match in self.finditer(string):
            if maxsplit and n >= maxsplit:
                break
            parts.append(match._slice(at, match.start()))
            parts.extend(match.groups())
            at = match.end()
            n += 1
        if n == 0:
            return [string[:]]
        parts.append(match._slice(at, len(string)))
        return parts

    def subn(self, repl, string, count=0):
        parts = []
        at = n = 0
        make = repl if callable(repl) else _template(repl, self)
        for match in self.finditer(string):
            if count and n >= count:
                break
            parts.append(match._slice(at, match.start()))
            made = make(match)
            if made is not None:
                parts.append(made)
            at = match.end()
            n += 1
        if n == 0:
            return string, 0
        parts.append(match._slice(at, len(string)))
        return ("" if self._of_text else b"").join(parts), n

    def sub(self, repl, string, count=0):
        return self.subn(repl, string, count)[0]

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __eq__(self, other):
        if not isinstance(other, Pattern):
            return NotImplemented
        return self.flags == other.flags and self._of_text == other._of_text and self.pattern == other.pattern

    def __hash__(self):
        return hash((self.pattern, self.flags))

    def __repr__(self):
        names = [("IGNORECASE", I), ("LOCALE", L), ("MULTILINE", M), ("DOTALL", S), ("VERBOSE", X), ("DEBUG", DEBUG)]
        shown = "|".join("re." + name for name, flag in names + [("ASCII", A)] if self.flags & flag)
        return f"re.compile({repr(self.pattern)[:200]}{', ' if shown else ''}{shown})"


def _checked(flags, of_text, given):
    """The flags of a pattern."""
    if of_text:
        if flags & LOCALE:
            raise ValueError("cannot use LOCALE flag with a str pattern")
        if flags & ASCII:
            if flags & UNICODE:
                raise ValueError("ASCII and UNICODE flags are incompatible")
            return flags
        return flags | UNICODE
    if flags & UNICODE:
        raise ValueError("cannot use UNICODE flag with a bytes pattern")
    # Bytes have only ASCII letters, whether that was asked for or not.
    return flags if given & ASCII else flags & ~ASCII


class Match:
    """Where a pattern matches."""

    def __init__(self, pattern, string, state, pos, start, end):
        self.re = pattern
        self.string = string
        self.pos = pos
        self.endpos = state.end
        bounds = state.registers[: state.ended]
        bounds[0], bounds[1] = start, end
        self._bounds = bounds
        last = state.registers[state.ended]
        self.lastindex = None if last < 0 else last

    @property
    def lastgroup(self):
        for name, number in self.re.groupindex.items():
            if number == self.lastindex:
                return name
        return None

    @property
    def regs(self):
        return tuple(self.span(i) for i in range(self.re.groups + 1))

    def _slice(self, start, end):
        part = self.string[start:end]
        return part if self.re._of_text or isinstance(part, bytes) else bytes(part)

    def _number(self, group):
        number = group
        if isinstance(group, (str, bytes)):
            number = self.re.groupindex.get(group, -1)
        elif not isinstance(group, int):
            number = group.__index__() if hasattr(group, "__index__") else -1
        if not 0 <= number <= self.re.groups:
            raise IndexError("no such group")
        return number

    def span(self, group=0):
        number = self._number(group)
        end = self._bounds[number * 2 + 1]
        return (-1, -1) if end < 0 else (self._bounds[number * 2], end)

    def start(self, group=0):
        return self.span(group)[0]

    def end(self, group=0):
        return self.span(group)[1]

    def __getitem__(self, group):
        start, end = self.span(group)
        return None if start < 0 else self._slice(start, end)

    def group(self, *groups):
        if len(groups) < 2:
            return self[groups[0] if groups else 0]
        return tuple(self[group] for group in groups)

    def groups(self, default=None):
        return tuple(default if self.end(i) < 0 else self[i] for i in range(1, self.re.groups + 1))

    def groupdict(self, default=None):
        index = self.re.groupindex.items()
        return {name: default if self.end(number) < 0 else self[number] for name, number in index}

    def expand(self, template):
        return _template(template, self.re)(self)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __repr__(self):
        return f"<re.Match object; span={self.span()}, match={repr(self[0])[:50]}>"


def compile(pattern, flags=0):
    """A compiled pattern."""
    if isinstance(pattern, Pattern):
        if flags:
            raise ValueError("cannot process flags argument with a compiled pattern")
        return pattern
    key = type(pattern), pattern, flags
    found = _compiled.get(key)
    if found is None:
        found = Pattern(pattern, flags)
        if len(_compiled) >= _MOST_COMPILED:
            del _compiled[next(iter(_compiled))]
        _compiled[key] = found
    return found


def match(pattern, string, flags=0):
    return compile(pattern, flags).match(string)


def fullmatch(pattern, string, flags=0):
    return compile(pattern, flags).fullmatch(string)


def search(pattern, string, flags=0):
    return compile(pattern, flags).search(string)


def findall(pattern, string, flags=0):
    return compile(pattern, flags).findall(string)


def finditer(pattern, string, flags=0):
    return compile(pattern, flags).finditer(string)


def split(pattern, string, maxsplit=0, flags=0):
    return compile(pattern, flags).split(string, maxsplit)


def sub(pattern, repl, string, count=0, flags=0):
    return compile(pattern, flags).sub(repl, string, count)


def subn(pattern, repl, string, count=0, flags=0):
    return compile(pattern, flags).subn(repl, string, count)


def purge():
    _compiled.clear()


def escape(pattern):
    """The pattern of a text."""
    special = "()[]{}?*+-|^$\\.&~# \t\n\r\v\f"
    if isinstance(pattern, str):
        return "".join("\\" + c if c in special else c for c in pattern)
    return "".join("\\" + c if c in special else c for c in _characters(pattern)).encode("latin-1")
