"""Regular expressions: a pattern becomes functions that call each other.

A step is a function of the state and an index that returns the index where the match ends,
or -1. It is made with the step that follows it, so that trying another way is returning."""

IGNORECASE = 2
MULTILINE = 8
DOTALL = 16
VERBOSE = 64
ASCII = 256

_LETTERS = {"i": IGNORECASE, "m": MULTILINE, "s": DOTALL, "x": VERBOSE, "a": ASCII, "u": 0}
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "f": "\f", "v": "\v", "a": "\a", "0": "\0"}
_MANY = 1 << 30


class error(Exception):
    """A pattern is wrong."""

    def __init__(self, msg, pattern=None, pos=None):
        self.msg, self.pattern, self.pos = msg, pattern, pos
        super().__init__(msg if pos is None else f"{msg} at position {pos}")


class State:
    """What a match is about: the text, the bounds of groups, the counts of loops."""

    def __init__(self, text, end, groups, loops):
        self.text = text
        self.end = end
        self.groups = [-1] * (groups * 2)
        self.counts = [0] * loops
        self.lasts = [-1] * loops
        self.lastindex = None
        # Where the starts of groups wait that are not at their end.
        self.begins = [[] for _ in range(groups)]
        # Where the match must not end: an empty one was there already.
        self.forbidden = -1


def _is_word(c):
    return c.isalnum() or c == "_"


def _class(letter):
    """The test of \\d, \\w, \\s and their opposites."""
    test = {"d": str.isdecimal, "w": _is_word, "s": str.isspace}[letter.lower()]
    return (lambda c: not test(c)) if letter.isupper() else test


class Parser:
    """Reads a pattern into nodes: tuples whose first item says what they are."""

    def __init__(self, pattern, flags):
        self.pattern = pattern
        self.flags = flags
        self.at = 0
        self.groups = 1
        self.names = {}
        self.open = set()

    def fail(self, message, at=None):
        raise error(message, self.pattern, self.at if at is None else at)

    def peek(self):
        return self.pattern[self.at : self.at + 1]

    def take(self, text):
        if self.pattern.startswith(text, self.at):
            self.at += len(text)
            return True
        return False

    def parse(self):
        node = self.alternatives()
        if self.at < len(self.pattern):
            self.fail("unbalanced parenthesis")
        return node

    def alternatives(self):
        branches = [self.sequence()]
        while self.take("|"):
            branches.append(self.sequence())
        return branches[0] if len(branches) == 1 else ("either", branches)

    def sequence(self):
        nodes = []
        while self.peek() not in ("", "|", ")"):
            if self.flags & VERBOSE and (self.peek().isspace() or self.peek() == "#"):
                if self.peek() == "#":
                    end = self.pattern.find("\n", self.at)
                    self.at = len(self.pattern) if end < 0 else end
                else:
                    self.at += 1
                continue
            node = self.repeated()
            if node is not None:
                nodes.append(node)
        return ("all", nodes)

    def repeated(self):
        start = self.at
        node = self.atom()
        while True:
            at = self.at
            if self.take("*"):
                least, most = 0, _MANY
            elif self.take("+"):
                least, most = 1, _MANY
            elif self.take("?"):
                least, most = 0, 1
            elif self.peek() == "{":
                bounds = self.bounds()
                if bounds is None:
                    return node
                least, most = bounds
            else:
                return node
            if node is None or node[0] == "at":
                self.fail("nothing to repeat", start)
            if node[0] == "repeat":
                self.fail("multiple repeat", at)
            node = ("repeat", node, least, most, not self.take("?"))

    def bounds(self):
        end = self.pattern.find("}", self.at)
        text = self.pattern[self.at + 1 : end] if end > 0 else ""
        low, comma, high = text.partition(",")
        if not (low.isdigit() or not low and comma) or high and not high.isdigit():
            return None
        start = self.at
        self.at = end + 1
        least = int(low) if low else 0
        most = (int(high) if high else _MANY) if comma else least
        if most < least:
            self.fail("min repeat greater than max repeat", start + 1)
        return least, most

    def atom(self):
        start = self.at
        c = self.pattern[self.at]
        self.at += 1
        if c == ".":
            newlines = self.flags & DOTALL
            return ("one", lambda c: newlines or c != "\n")
        if c == "^":
            return ("at", "line" if self.flags & MULTILINE else "begin")
        if c == "$":
            return ("at", "line end" if self.flags & MULTILINE else "last")
        if c == "[":
            return self.set(start)
        if c == "(":
            return self.group(start)
        if c == "\\":
            return self.escape(start)
        if c in "*+?":
            self.fail("nothing to repeat", start)
        return self.literal(c)

    def literal(self, c):
        if self.flags & IGNORECASE and c.lower() != c.upper():
            both = (c.lower(), c.upper())
            return ("one", lambda c: c in both)
        return ("text", c)

    def escape(self, start):
        c = self.peek()
        if not c:
            self.fail("bad escape (end of pattern)", start)
        self.at += 1
        if c in "dDwWsS":
            return ("one", _class(c))
        if c in "bBAZ":
            return ("at", c)
        if c.isdigit() and c != "0":
            while self.peek().isdigit() and len(c) < 2:
                c += self.peek()
                self.at += 1
            if int(c) >= self.groups:
                self.fail(f"invalid group reference {int(c)}", start + 1)
            if int(c) in self.open:
                self.fail("cannot refer to an open group", start)
            return ("same", int(c))
        return self.literal(self.character(c, start))

    def character(self, c, start):
        """The character of an escape, whose letter was taken."""
        if c in "xuU":
            digits = {"x": 2, "u": 4, "U": 8}[c]
            text = self.pattern[self.at : self.at + digits]
            self.at += digits
            try:
                return chr(int(text, 16))
            except ValueError:
                self.fail(f"incomplete escape \\{c}{text}", start)
        if c.isascii() and c.isalpha() and c not in _ESCAPES:
            self.fail(f"bad escape \\{c}", start)
        return _ESCAPES.get(c, c)

    def set(self, start):
        negated = self.take("^")
        singles, ranges, tests = set(), [], []
        first = True
        while first or self.peek() != "]":
            if not self.peek():
                self.fail("unterminated character set", start)
            first = False
            low = self.set_item(tests)
            if low is None or self.peek() != "-" or self.pattern[self.at + 1 : self.at + 2] in ("]", ""):
                if low is not None:
                    singles.add(low)
                continue
            self.at += 1
            begin = self.at
            high = self.set_item(tests)
            if high is None or high < low:
                self.fail(f"bad character range {low}-{self.pattern[begin : self.at]}", begin - 2)
            ranges.append((low, high))
        self.at += 1
        ignore = self.flags & IGNORECASE

        def holds(c):
            return c in singles or any(low <= c <= high for low, high in ranges) or any(test(c) for test in tests)

        def test(c):
            found = holds(c) or ignore and (holds(c.lower()) or holds(c.upper()))
            return not found if negated else found

        if not ranges and not tests and not negated and not ignore:
            return ("one", singles.__contains__)
        return ("one", test)

    def set_item(self, tests):
        start = self.at
        c = self.pattern[self.at]
        self.at += 1
        if c != "\\":
            return c
        c = self.peek()
        self.at += 1
        if c and c in "dDwWsS":
            tests.append(_class(c))
            return None
        return "\b" if c == "b" else self.character(c, start)

    def group(self, start):
        if not self.take("?"):
            return self.captured(None, start)
        if self.take("P<"):
            name = self.name(">")
            if name in self.names:
                message = f"redefinition of group name {name!r} as group {self.groups}; was group {self.names[name]}"
                self.fail(message, self.at - len(name) - 1)
            return self.captured(name, start)
        if self.take("P="):
            name = self.name(")")
            if name not in self.names:
                self.fail(f"unknown group name {name!r}", self.at - len(name) - 1)
            return ("same", self.names[name])
        if self.take("#"):
            self.at = self.pattern.find(")", self.at) + 1
            return None
        for text, ahead, wanted in (("=", True, True), ("!", True, False), ("<=", False, True), ("<!", False, False)):
            if self.take(text):
                node = self.closed(start)
                return ("look", node, ahead, wanted)
        letters = ""
        while self.peek() in tuple(_LETTERS):
            letters += self.peek()
            self.at += 1
        flags = self.flags
        for letter in letters:
            self.flags |= _LETTERS[letter]
        if letters and self.take(")"):
            return None
        if not self.take(":"):
            self.fail(f"unknown extension ?{self.peek()}", start + 1)
        node = self.closed(start)
        self.flags = flags
        return node

    def name(self, end):
        stop = self.pattern.find(end, self.at)
        name = self.pattern[self.at : stop]
        if stop < 0:
            self.fail(f"missing {end}, unterminated name")
        if not name.isidentifier():
            self.fail(f"bad character in group name {name!r}")
        self.at = stop + 1
        return name

    def captured(self, name, start):
        number = self.groups
        self.groups += 1
        if name is not None:
            self.names[name] = number
        self.open.add(number)
        node = self.closed(start)
        self.open.discard(number)
        return ("group", node, number)

    def closed(self, start):
        node = self.alternatives()
        if not self.take(")"):
            self.fail("missing ), unterminated subpattern", start)
        return node


def width(node):
    """The number of characters of all matches of a node; None if they differ."""
    kind = node[0]
    if kind in ("one", "text"):
        return 1
    if kind in ("at", "look"):
        return 0
    if kind == "group":
        return width(node[1])
    if kind == "repeat":
        size = width(node[1])
        return None if size is None or node[2] != node[3] else size * node[2]
    sizes = [width(part) for part in node[1]] if kind != "same" else [None]
    if None in sizes or kind == "either" and len(set(sizes)) > 1:
        return None
    return sum(sizes) if kind == "all" else sizes[0]


class Compiler:
    """Makes steps of nodes."""

    def __init__(self):
        self.loops = 0

    def step(self, node, following):
        kind = node[0]
        if kind == "all":
            return self.sequence(node[1], following)
        if kind == "one":
            return _one(node[1], following)
        if kind == "text":
            return _text(node[1], following)
        if kind == "either":
            return _either([self.step(branch, following) for branch in node[1]])
        if kind == "at":
            return _at(_PLACES[node[1]], following)
        if kind == "group":
            return self.group(node[1], node[2], following)
        if kind == "same":
            return _same(node[1], following)
        if kind == "look":
            return self.look(node, following)
        return self.repeat(node, following)

    def sequence(self, nodes, following):
        i = len(nodes)
        while i > 0:
            i -= 1
            if nodes[i][0] == "text":
                text = nodes[i][1]
                while i > 0 and nodes[i - 1][0] == "text":
                    i -= 1
                    text = nodes[i][1] + text
                following = _text(text, following)
            else:
                following = self.step(nodes[i], following)
        return following

    def group(self, node, number, following):
        def leave(state, i):
            groups = state.groups
            saved = groups[number * 2 : number * 2 + 2], state.lastindex
            groups[number * 2] = state.begins[number][-1]
            groups[number * 2 + 1] = i
            state.lastindex = number
            begin = state.begins[number].pop()
            end = following(state, i)
            state.begins[number].append(begin)
            if end < 0:
                groups[number * 2 : number * 2 + 2], state.lastindex = saved
            return end

        inner = self.step(node, leave)

        def enter(state, i):
            state.begins[number].append(i)
            end = inner(state, i)
            state.begins[number].pop()
            return end

        return enter

    def look(self, node, following):
        _, part, ahead, wanted = node
        inner = self.step(part, _end)
        back = 0 if ahead else width(part)
        if back is None:
            raise error("look-behind requires fixed-width pattern")

        def look(state, i):
            found = i >= back and inner(state, i - back) >= 0
            return following(state, i) if found == wanted else -1

        return look

    def repeat(self, node, following):
        _, part, least, most, greedy = node
        if part[0] in ("one", "text"):
            test = part[1] if part[0] == "one" else part[1].__eq__
            return _many(test, least, most, greedy, following)
        number = self.loops
        self.loops += 1

        def more(state, i):
            count, last = state.counts[number], state.lasts[number]
            if count < least:
                state.counts[number] = count + 1
                end = body(state, i)
                state.counts[number] = count
                return end
            if not greedy:
                end = following(state, i)
                if end >= 0:
                    return end
            if count < most and i != last:
                state.counts[number], state.lasts[number] = count + 1, i
                end = body(state, i)
                state.counts[number], state.lasts[number] = count, last
                if end >= 0:
                    return end
            return following(state, i) if greedy else -1

        body = self.step(part, more)

        def enter(state, i):
            saved = state.counts[number], state.lasts[number]
            state.counts[number], state.lasts[number] = 0, -1
            end = more(state, i)
            state.counts[number], state.lasts[number] = saved
            return end

        return enter


def _end(state, i):
    return i


def finish(state, i):
    """The last step of a pattern."""
    return -1 if i == state.forbidden else i


def _one(test, following):
    def one(state, i):
        if i < state.end and test(state.text[i]):
            return following(state, i + 1)
        return -1

    return one


def _text(text, following):
    size = len(text)

    def match(state, i):
        if i + size <= state.end and state.text.startswith(text, i):
            return following(state, i + size)
        return -1

    return match


def _either(branches):
    def either(state, i):
        for branch in branches:
            end = branch(state, i)
            if end >= 0:
                return end
        return -1

    return either


def _same(number, following):
    def same(state, i):
        begin, end = state.groups[number * 2], state.groups[number * 2 + 1]
        if begin < 0:
            return -1
        part = state.text[begin:end]
        if state.text.startswith(part, i):
            return following(state, i + len(part))
        return -1

    return same


def _many(test, least, most, greedy, following):
    def greedily(state, i):
        text, end = state.text, min(state.end, i + most)
        at = i
        while at < end and test(text[at]):
            at += 1
        while at >= i + least:
            found = following(state, at)
            if found >= 0:
                return found
            at -= 1
        return -1

    def lazily(state, i):
        at = i
        while at <= state.end:
            if at >= i + least:
                found = following(state, at)
                if found >= 0:
                    return found
            if at == state.end or at - i == most or not test(state.text[at]):
                return -1
            at += 1
        return -1

    return greedily if greedy else lazily


def _at(holds, following):
    return lambda state, i: following(state, i) if holds(state, i) else -1


def _boundary(state, i):
    before = i > 0 and _is_word(state.text[i - 1])
    after = i < state.end and _is_word(state.text[i])
    return before != after


_PLACES = {
    "begin": lambda state, i: i == 0,
    "A": lambda state, i: i == 0,
    "line": lambda state, i: i == 0 or state.text[i - 1] == "\n",
    "last": lambda state, i: i == state.end or i == state.end - 1 and state.text[i] == "\n",
    "Z": lambda state, i: i == state.end,
    "line end": lambda state, i: i == state.end or state.text[i] == "\n",
    "b": _boundary,
    "B": lambda state, i: not _boundary(state, i),
}
