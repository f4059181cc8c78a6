"""Regular expressions for strings."""

from _regex import ASCII, DOTALL, IGNORECASE, MULTILINE, VERBOSE, Compiler, Parser, State, error, finish

NOFLAG = 0
I = IGNORECASE
M = MULTILINE
S = DOTALL
X = VERBOSE
A = ASCII
U = UNICODE = 32

_compiled = {}


class Pattern:
    """A compiled pattern."""

    def __init__(self, pattern, flags):
        if not isinstance(pattern, str):
            raise TypeError("first argument must be string or compiled pattern")
        parser = Parser(pattern, flags)
        node = parser.parse()
        if parser.flags != flags:
            # Flags within the pattern hold for all of it.
            parser = Parser(pattern, parser.flags)
            node = parser.parse()
        compiler = Compiler()
        self.pattern = pattern
        self.flags = parser.flags | UNICODE
        self.groups = parser.groups - 1
        self.groupindex = parser.names
        self._step = compiler.step(node, finish)
        self._whole = compiler.step(node, lambda state, i: i if i == state.end else -1)
        self._loops = compiler.loops

    def _state(self, string, endpos):
        if not isinstance(string, str):
            raise TypeError(f"expected string or bytes-like object, got {type(string).__name__!r}")
        end = len(string) if endpos is None else max(0, min(endpos, len(string)))
        return State(string, end, self.groups + 1, self._loops)

    def _from(self, step, string, pos, endpos):
        state = self._state(string, endpos)
        pos = max(0, pos)
        end = step(state, pos) if pos <= state.end else -1
        return None if end < 0 else Match(self, state, pos, end)

    def match(self, string, pos=0, endpos=None):
        return self._from(self._step, string, pos, endpos)

    def fullmatch(self, string, pos=0, endpos=None):
        return self._from(self._whole, string, pos, endpos)

    def search(self, string, pos=0, endpos=None):
        state = self._state(string, endpos)
        for i in range(max(0, pos), state.end + 1):
            end = self._step(state, i)
            if end >= 0:
                return Match(self, state, i, end)
        return None

    def finditer(self, string, pos=0, endpos=None):
        state = self._state(string, endpos)
        while pos <= state.end:
            end = self._step(state, pos)
            if end < 0:
                pos += 1
                continue
            yield Match(self, state, pos, end)
            state = self._state(string, endpos)
            if end == pos:
                state.forbidden = end
            pos = end

    def findall(self, string, pos=0, endpos=None):
        found = []
        for match in self.finditer(string, pos, endpos):
            if self.groups == 0:
                found.append(match.group())
            elif self.groups == 1:
                found.append(match.group(1) or "")
            else:
                found.append(match.groups(""))
        return found

    def split(self, string, maxsplit=0):
        parts = []
        at = 0
        for match in self.finditer(string):
            if maxsplit and len(parts) >= maxsplit * (self.groups + 1):
                break
            parts.append(string[at : match.start()])
            parts.extend(match.groups())
            at = match.end()
        parts.append(string[at:])
        return parts

    def subn(self, repl, string, count=0):
        parts = []
        at = n = 0
        make = repl if callable(repl) else _template(repl, self)
        for match in self.finditer(string):
            if count and n == count:
                break
            parts.append(string[at : match.start()])
            parts.append(make(match))
            at = match.end()
            n += 1
        parts.append(string[at:])
        return "".join(parts), n

    def sub(self, repl, string, count=0):
        return self.subn(repl, string, count)[0]

    def __eq__(self, other):
        return isinstance(other, Pattern) and (self.pattern, self.flags) == (other.pattern, other.flags)

    def __hash__(self):
        return hash((self.pattern, self.flags))

    def __repr__(self):
        names = [("IGNORECASE", I), ("MULTILINE", M), ("DOTALL", S), ("VERBOSE", X), ("ASCII", A)]
        shown = "|".join("re." + name for name, flag in names if self.flags & flag)
        return f"re.compile({self.pattern!r}{', ' if shown else ''}{shown})"


class Match:
    """Where a pattern matches."""

    def __init__(self, pattern, state, start, end):
        self.re = pattern
        self.string = state.text
        self.endpos = state.end
        self.lastindex = state.lastindex
        self._bounds = state.groups
        self._bounds[0], self._bounds[1] = start, end

    @property
    def lastgroup(self):
        for name, number in self.re.groupindex.items():
            if number == self.lastindex:
                return name
        return None

    @property
    def regs(self):
        return tuple(self.span(i) for i in range(self.re.groups + 1))

    def _number(self, group):
        number = self.re.groupindex.get(group, group) if isinstance(group, str) else group
        if not isinstance(number, int) or not 0 <= number <= self.re.groups:
            raise IndexError("no such group")
        return number

    def span(self, group=0):
        number = self._number(group)
        return self._bounds[number * 2], self._bounds[number * 2 + 1]

    def start(self, group=0):
        return self.span(group)[0]

    def end(self, group=0):
        return self.span(group)[1]

    def __getitem__(self, group):
        start, end = self.span(group)
        return None if start < 0 else self.string[start:end]

    def group(self, *groups):
        if len(groups) < 2:
            return self[groups[0] if groups else 0]
        return tuple(self[group] for group in groups)

    def groups(self, default=None):
        return tuple(default if self.start(i) < 0 else self[i] for i in range(1, self.re.groups + 1))

    def groupdict(self, default=None):
        index = self.re.groupindex.items()
        return {name: default if self.start(number) < 0 else self[number] for name, number in index}

    def expand(self, template):
        return _template(template, self.re)(self)

    def __bool__(self):
        return True

    def __repr__(self):
        return f"<re.Match object; span={self.span()}, match={self[0]!r}>"


def _template(text, pattern):
    """A function that makes the replacement of a match."""
    if "\\" not in text:
        return lambda match: text
    parts = []
    i = 0
    while i < len(text):
        c = text[i]
        i += 1
        if c != "\\":
            parts.append(c)
            continue
        c = text[i : i + 1]
        i += 1
        if c == "g" and text[i : i + 1] == "<":
            end = text.index(">", i)
            name = text[i + 1 : end]
            i = end + 1
            number = int(name) if name.isdigit() else pattern.groupindex.get(name)
            if number is None:
                raise IndexError(f"unknown group name {name!r}")
            parts.append(number)
        elif c.isdigit() and c != "0":
            if text[i : i + 1].isdigit():
                c += text[i]
                i += 1
            parts.append(int(c))
        elif c in "ntrfva" and c:
            parts.append("\n\t\r\f\v\a"["ntrfva".index(c)])
        elif c.isascii() and c.isalpha():
            raise error(f"bad escape \\{c}", text, i - 2)
        else:
            parts.append("\\" if c in ("\\", "") else "\\" + c)
    for part in parts:
        if isinstance(part, int) and part > pattern.groups:
            raise error(f"invalid group reference {part}", text, text.index(str(part)))
    return lambda match: "".join(part if isinstance(part, str) else match[part] or "" for part in parts)


def compile(pattern, flags=0):
    """A compiled pattern."""
    if isinstance(pattern, Pattern):
        return pattern
    key = pattern, flags
    if key not in _compiled:
        _compiled[key] = Pattern(pattern, flags)
    return _compiled[key]


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
    return "".join("\\" + c if c in special else c for c in pattern)
