"""Regular expressions: from a pattern to nodes, tuples whose first item says what they are.

    ("char", c)                     one character
    ("set", known, test)            one character that is in `known` or passes the test
    ("any", True)                   one character, or with False one that is not a newline
    ("all", nodes), ("either", nodes)
    ("repeat", node, least, most, GREEDY | LAZY | POSSESSIVE)
    ("group", node, number)
    ("same", number, fold)          what a group matched; fold makes its characters comparable
    ("if", number, node, node)      the first node if a group matched, otherwise the second one
    ("look", node, ahead, wanted), ("atomic", node), ("plain", node)
    ("at", place), ("word", test, wanted)"""

from _regex_sets import category, fold_ascii, fold_unicode, set_test

IGNORECASE = 2
LOCALE = 4
MULTILINE = 8
DOTALL = 16
UNICODE = 32
VERBOSE = 64
DEBUG = 128
ASCII = 256

GREEDY, LAZY, POSSESSIVE = 0, 1, 2
MANY = 1 << 30

_LETTERS = {"i": IGNORECASE, "L": LOCALE, "m": MULTILINE, "s": DOTALL, "x": VERBOSE, "a": ASCII, "u": UNICODE}
_TYPES = ASCII | LOCALE | UNICODE
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "f": "\f", "v": "\v", "a": "\a", "\\": "\\"}
_OCTAL = "01234567"
_HEX = "0123456789abcdefABCDEF"
_SPACES = " \t\n\r\v\f"


class error(Exception):
    """A pattern is wrong."""

    __module__ = "re"

    def __init__(self, msg, pattern=None, pos=None):
        self.msg, self.pattern, self.pos = msg, pattern, pos
        self.lineno = self.colno = None
        if pattern is not None and pos is not None:
            newline = "\n" if isinstance(pattern, str) else b"\n"
            self.lineno = pattern.count(newline, 0, pos) + 1
            self.colno = pos - pattern.rfind(newline, 0, pos)
            msg = f"{msg} at position {pos}"
            if newline in pattern:
                msg = f"{msg} (line {self.lineno}, column {self.colno})"
        super().__init__(msg)


class Verbose(Exception):
    """The pattern turns the flag VERBOSE on for all of it."""


class Parser:
    """Reads a pattern. `text` has its characters, `pattern` is what errors show."""

    def __init__(self, pattern, text, flags):
        self.pattern = pattern
        self.text = text
        self.flags = flags
        self.all_flags = flags
        self.at = 0
        self.names = {}
        # The nodes of the groups; those that are open have None. 0 is the whole pattern.
        self.groups = [None]
        # Where conditions name groups, to be checked at the end.
        self.conditions = []
        # The first group that is not yet there where a look-behind begins.
        self.behind = None

    def fail(self, message, at):
        raise error(message, self.pattern, at)

    def peek(self):
        return self.text[self.at : self.at + 1]

    def next(self):
        """Takes a character; the empty string at the end."""
        c = self.text[self.at : self.at + 1]
        self.at += len(c)
        return c

    def take(self, text):
        if self.text.startswith(text, self.at):
            self.at += len(text)
            return True
        return False

    def digits(self, most, allowed):
        """Takes up to so many of the allowed characters."""
        start = self.at
        while self.at - start < most and self.peek() and self.peek() in allowed:
            self.at += 1
        return self.text[start : self.at]

    def parse(self):
        node = self.alternatives(True)
        if self.at < len(self.text):
            self.fail("unbalanced parenthesis", self.at)
        for number, at in self.conditions:
            if number >= len(self.groups):
                self.fail(f"invalid group reference {number}", at)
        return node

    def alternatives(self, outermost=False):
        branches = [self.sequence(outermost)]
        while self.take("|"):
            branches.append(self.sequence())
        return branches[0] if len(branches) == 1 else ("either", branches)

    def sequence(self, outermost=False):
        nodes = []
        verbose = self.flags & VERBOSE
        while self.at < len(self.text):
            c = self.text[self.at]
            if c == "|" or c == ")":
                break
            if verbose and c in _SPACES:
                self.at += 1
            elif verbose and c == "#":
                end = self.text.find("\n", self.at)
                self.at = len(self.text) if end < 0 else end + 1
            elif c in "*+?{":
                self.repetition(nodes)
            else:
                self.atom(nodes, outermost and not nodes)
        return nodes[0] if len(nodes) == 1 else ("all", nodes)

    def repetition(self, nodes):
        start = self.at
        c = self.next()
        if c == "*":
            least, most = 0, MANY
        elif c == "+":
            least, most = 1, MANY
        elif c == "?":
            least, most = 0, 1
        else:
            low, high = self.digits(99, "0123456789"), None
            if self.take(","):
                high = self.digits(99, "0123456789")
            if not low and high is None or not self.take("}"):
                self.at = start + 1
                nodes.append(self.literal(c))
                return
            least = int(low) if low else 0
            most = least if high is None else int(high) if high else MANY
            if least >= MANY or high and most >= MANY:
                raise OverflowError("the repetition number is too large")
            if most < least:
                self.fail("min repeat greater than max repeat", start + 1)
        node = nodes[-1] if nodes else None
        if node is None or node[0] in ("at", "word"):
            self.fail("nothing to repeat", start)
        if node[0] == "repeat":
            self.fail("multiple repeat", start)
        if node[0] == "plain":
            node = node[1]
        mode = LAZY if self.take("?") else POSSESSIVE if self.take("+") else GREEDY
        nodes[-1] = ("repeat", node, least, most, mode)

    def atom(self, nodes, first):
        start = self.at
        c = self.next()
        if c == ".":
            nodes.append(("any", self.flags & DOTALL != 0))
        elif c == "^":
            nodes.append(("at", "line" if self.flags & MULTILINE else "begin"))
        elif c == "$":
            nodes.append(("at", "line end" if self.flags & MULTILINE else "last"))
        elif c == "[":
            nodes.append(self.set(start))
        elif c == "(":
            node = self.group(start, first)
            if node is not None:
                nodes.append(node)
        elif c == "\\":
            nodes.append(self.escape(start))
        else:
            nodes.append(self.literal(c))

    def literal(self, c):
        if self.flags & IGNORECASE:
            fold = self.fold()
            folded = fold(c)
            if folded != c or c.upper() != c:
                return ("set", {c}, lambda other: fold(other) == folded)
        return ("char", c)

    def fold(self):
        return fold_ascii if self.flags & ASCII else fold_unicode

    def escape(self, start):
        c = self.next()
        if not c:
            self.fail("bad escape (end of pattern)", start)
        if c in "dDwWsS":
            return ("set", set(), category(c, self.flags & ASCII))
        if c in "AZ":
            return ("at", c)
        if c in "bB":
            return ("word", category("w", self.flags & ASCII), c == "b")
        if c in "123456789":
            text = c + self.digits(1, "0123456789")
            if len(text) == 2 and text[0] in _OCTAL and text[1] in _OCTAL and self.peek() and self.peek() in _OCTAL:
                return self.literal(self.octal(text + self.next(), start))
            self.check_group(int(text), start)
            return ("same", int(text), self.fold() if self.flags & IGNORECASE else None)
        return self.literal(self.character(c, start))

    def check_group(self, number, start):
        """Raises unless a group can be referred to here."""
        if number >= len(self.groups):
            self.fail(f"invalid group reference {number}", start + 1)
        if self.groups[number] is None:
            self.fail("cannot refer to an open group", start)
        self.check_behind(number)

    def check_behind(self, number):
        """Raises unless a look-behind, if this is in one, can refer to a group."""
        if self.behind is None:
            return
        if number >= len(self.groups) or self.groups[number] is None:
            self.fail("cannot refer to an open group", self.at)
        if number >= self.behind:
            self.fail("cannot refer to group defined in the same lookbehind subpattern", self.at)

    def octal(self, digits, start):
        if int(digits, 8) > 255:
            self.fail(f"octal escape value \\{digits} outside of range 0-0o377", start)
        return chr(int(digits, 8))

    def character(self, c, start):
        """The character of an escape, whose letter was taken."""
        if c == "0":
            return self.octal(c + self.digits(2, _OCTAL), start)
        size = {"x": 2, "u": 4, "U": 8}.get(c) if c == "x" or isinstance(self.pattern, str) else None
        if size:
            digits = self.digits(size, _HEX)
            if len(digits) < size:
                self.fail(f"incomplete escape \\{c}{digits}", start)
            if int(digits, 16) > 0x10FFFF:
                self.fail(f"bad escape \\{c}{digits}", start)
            return chr(int(digits, 16))
        if c in _ESCAPES:
            return _ESCAPES[c]
        if c.isascii() and c.isalnum():
            self.fail(f"bad escape \\{c}", start)
        return c

    def set(self, start):
        negated = self.take("^")
        singles, ranges, tests = set(), [], []
        first = self.at
        while True:
            begin = self.at
            c = self.next()
            if not c:
                self.fail("unterminated character set", start)
            if c == "]" and begin > first:
                break
            low = self.set_item(c, begin, tests)
            if self.peek() != "-":
                if low is not None:
                    singles.add(low)
                continue
            self.at += 1
            middle = self.at
            c = self.next()
            if not c:
                self.fail("unterminated character set", start)
            if c == "]":
                if low is not None:
                    singles.add(low)
                singles.add("-")
                break
            high = self.set_item(c, middle, tests)
            if low is None or high is None or high < low:
                self.fail(f"bad character range {self.text[begin : self.at]}", begin)
            ranges.append((low, high))
        if len(singles) == 1 and not ranges and not tests and not negated:
            return self.literal(singles.pop())
        test = set_test(singles, ranges, tests, negated, self.fold() if self.flags & IGNORECASE else None)
        return ("set", set() if negated else singles, test)

    def set_item(self, c, start, tests):
        """A character of a set; None for a category, whose test is added."""
        if c != "\\":
            return c
        c = self.next()
        if not c:
            self.fail("bad escape (end of pattern)", start)
        if c in "dDwWsS":
            tests.append(category(c, self.flags & ASCII))
            return None
        if c == "b":
            return "\b"
        if c in _OCTAL:
            return self.octal(c + self.digits(2, _OCTAL), start)
        return self.character(c, start)

    def group(self, start, first):
        """What follows an opening parenthesis; None for flags and comments."""
        if not self.take("?"):
            return self.captured(None, start)
        c = self.next()
        if not c:
            self.fail("unexpected end of pattern", self.at)
        if c == "P":
            return self.named(start)
        if c == ":":
            return ("plain", self.closed(start))
        if c == ">":
            return ("atomic", self.closed(start))
        if c == "#":
            end = self.text.find(")", self.at)
            if end < 0:
                self.fail("missing ), unterminated comment", start)
            self.at = end + 1
            return None
        if c in "=!":
            return ("look", self.closed(start), True, c == "=")
        if c == "<":
            c = self.next()
            if not c:
                self.fail("unexpected end of pattern", self.at)
            if c not in "=!":
                self.fail(f"unknown extension ?<{c}", start + 1)
            outer = self.behind
            if outer is None:
                self.behind = len(self.groups)
            node = self.closed(start)
            self.behind = outer
            return ("look", node, False, c == "=")
        if c == "(":
            return self.conditional(start)
        if c == "-" or c in _LETTERS:
            return self.flagged(c, start, first)
        self.fail(f"unknown extension ?{c}", start + 1)

    def named(self, start):
        if self.take("<"):
            begin = self.at
            name = self.name(">")
            if name in self.names:
                message = f"redefinition of group name {name!r} as group {len(self.groups)}; was group {self.names[name]}"
                self.fail(message, begin)
            return self.captured(name, start)
        if self.take("="):
            begin = self.at
            name = self.name(")")
            if name not in self.names:
                self.fail(f"unknown group name {name!r}", begin)
            self.check_group(self.names[name], begin)
            return ("same", self.names[name], self.fold() if self.flags & IGNORECASE else None)
        c = self.next()
        if not c:
            self.fail("unexpected end of pattern", self.at)
        self.fail(f"unknown extension ?P{c}", start + 1)

    def until(self, end):
        """The name before a character."""
        stop = self.text.find(end, self.at)
        if stop == self.at or self.at == len(self.text):
            self.fail("missing group name", self.at)
        if stop < 0:
            self.fail(f"missing {end}, unterminated name", self.at)
        name = self.text[self.at : stop]
        self.at = stop + 1
        return name

    def name(self, end):
        begin = self.at
        name = self.until(end)
        if not name.isidentifier() or not isinstance(self.pattern, str) and not name.isascii():
            self.fail(f"bad character in group name {shown(name, self.pattern)}", begin)
        return name

    def conditional(self, start):
        begin = self.at
        name = self.until(")")
        if name.isidentifier():
            if name not in self.names:
                self.fail(f"unknown group name {name!r}", begin)
            number = self.names[name]
        else:
            if not name.isdecimal():
                self.fail(f"bad character in group name {shown(name, self.pattern)}", begin)
            number = int(name)
            if number == 0:
                self.fail("bad group number", begin)
            if number >= len(self.groups):
                self.conditions.append((number, begin))
        self.check_behind(number)
        yes, no = self.sequence(), ("all", [])
        if self.take("|"):
            no = self.sequence()
            if self.peek() == "|":
                self.fail("conditional backref with more than two branches", self.at)
        self.close(start)
        return ("if", number, yes, no)

    def flagged(self, c, start, first):
        """A group with flags, or flags of the whole pattern."""
        turned = {True: 0, False: 0}
        on = True
        after = "missing -, : or )"
        while True:
            if c == "-" and on:
                on = False
                after = "missing flag"
            elif c in _LETTERS:
                turned[on] |= self.flag(c, turned[on], on)
                if not on:
                    after = "missing :"
            elif on and c == ")" and after != "missing flag":
                return self.turn_on(turned[True], start, first)
            elif c == ":" and after != "missing flag":
                break
            else:
                self.fail("unknown flag" if c.isalpha() else after, self.at - 1)
            c = self.next()
            if not c:
                self.fail(after, self.at)
        if turned[True] & turned[False]:
            self.fail("bad inline flags: flag turned on and off", self.at - 1)
        outer = self.flags
        if turned[True] & _TYPES:
            self.flags &= ~_TYPES
        self.flags = (self.flags | turned[True]) & ~turned[False]
        node = self.closed(start)
        self.flags = outer
        return ("plain", node)

    def flag(self, c, others, on):
        flag = _LETTERS[c]
        if isinstance(self.pattern, str):
            if c == "L":
                self.fail("bad inline flags: cannot use 'L' flag with a str pattern", self.at)
        elif c == "u":
            self.fail("bad inline flags: cannot use 'u' flag with a bytes pattern", self.at)
        if flag & _TYPES:
            if not on:
                self.fail("bad inline flags: cannot turn off flags 'a', 'u' and 'L'", self.at)
            if others & _TYPES & ~flag:
                self.fail("bad inline flags: flags 'a', 'u' and 'L' are incompatible", self.at)
        return flag

    def turn_on(self, flags, start, first):
        """Flags for the whole pattern."""
        if not first:
            self.fail("global flags not at the start of the expression", start)
        self.all_flags |= flags
        if flags & VERBOSE and not self.flags & VERBOSE:
            raise Verbose
        self.flags |= flags

    def captured(self, name, start):
        number = len(self.groups)
        self.groups.append(None)
        if name is not None:
            self.names[name] = number
        node = self.closed(start)
        self.groups[number] = node
        return ("group", node, number)

    def closed(self, start):
        node = self.alternatives()
        self.close(start)
        return node

    def close(self, start):
        if not self.take(")"):
            self.fail("missing ), unterminated subpattern", start)


def shown(name, pattern):
    """A name in a message."""
    return repr(name) if isinstance(pattern, str) else repr(name.encode("latin-1"))
