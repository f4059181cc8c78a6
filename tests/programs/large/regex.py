"""A small regular-expression matcher: a parser to nodes, and matching by generators."""


class Node:
    def __or__(self, other):
        return Alternative(self, other)

    def __add__(self, other):
        return Sequence(self, other)


class Empty(Node):
    def match(self, text, at, groups):
        yield at, groups


class Set(Node):
    def __init__(self, characters, negated=False):
        self.characters, self.negated = characters, negated

    def match(self, text, at, groups):
        if at < len(text) and (text[at] in self.characters) != self.negated:
            yield at + 1, groups


class Edge(Node):
    def __init__(self, end):
        self.end = end

    def match(self, text, at, groups):
        if at == (len(text) if self.end else 0):
            yield at, groups


class Sequence(Node):
    def __init__(self, *nodes):
        self.first, self.second = nodes

    def match(self, text, at, groups):
        for middle, inner in self.first.match(text, at, groups):
            yield from self.second.match(text, middle, inner)


class Alternative(Node):
    def __init__(self, *nodes):
        self.nodes = nodes

    def match(self, text, at, groups):
        for node in self.nodes:
            yield from node.match(text, at, groups)


class Repeat(Node):
    def __init__(self, node, low, high, greedy=True):
        self.node, self.low, self.high, self.greedy = node, low, high, greedy

    def match(self, text, at, groups, count=0):
        if not self.greedy and count >= self.low:
            yield at, groups
        if self.high is None or count < self.high:
            for end, inner in self.node.match(text, at, groups):
                if end > at:
                    yield from self.match(text, end, inner, count + 1)
        if self.greedy and count >= self.low:
            yield at, groups


class Group(Node):
    def __init__(self, node, number):
        self.node, self.number = node, number

    def match(self, text, at, groups):
        for end, inner in self.node.match(text, at, groups):
            yield end, {**inner, self.number: text[at:end]}


class Pattern:
    CLASSES = {"d": "0123456789", "s": " \t\n", "w": "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_0123456789"}

    def __init__(self, source):
        self.source, self.at, self.groups = source, 0, 0
        self.root = self.alternatives()
        if self.at != len(source):
            raise ValueError(f"unbalanced parenthesis at {self.at}")

    def take(self, *what):
        if self.source[self.at:self.at + 1] in what and self.at < len(self.source):
            self.at += 1
            return self.source[self.at - 1]
        return ""

    def alternatives(self):
        node = self.sequence()
        while self.take("|"):
            node = node | self.sequence()
        return node

    def sequence(self):
        node = Empty()
        while self.at < len(self.source) and self.source[self.at] not in "|)":
            node = node + self.repetition()
        return node

    def repetition(self):
        node = self.atom()
        while (mark := self.take("*", "+", "?")):
            low, high = {"*": (0, None), "+": (1, None), "?": (0, 1)}[mark]
            node = Repeat(node, low, high, greedy=not self.take("?"))
        return node

    def atom(self):
        c = self.source[self.at]
        self.at += 1
        match c:
            case "(":
                self.groups += 1
                number = self.groups
                node = Group(self.alternatives(), number)
                if not self.take(")"):
                    raise ValueError(f"missing ) at {self.at}")
                return node
            case "[":
                return self.set()
            case ".":
                return Set("\n", negated=True)
            case "^" | "$":
                return Edge(c == "$")
            case "\\":
                c = self.source[self.at]
                self.at += 1
                return Set(self.CLASSES.get(c.lower(), c), negated=c.isupper() and c.lower() in self.CLASSES)
            case "*" | "+" | "?":
                raise ValueError(f"nothing to repeat at {self.at - 1}")
        return Set(c)

    def set(self):
        negated = bool(self.take("^"))
        characters = ""
        while not self.take("]"):
            c = self.source[self.at]
            self.at += 1
            if self.source[self.at] == "-" and self.source[self.at + 1] != "]":
                last = self.source[self.at + 1]
                self.at += 2
                characters += "".join(map(chr, range(ord(c), ord(last) + 1)))
            else:
                characters += c
        return Set(characters, negated)

    def search(self, text):
        for start in range(len(text) + 1):
            for end, groups in self.root.match(text, start, {}):
                return text[start:end], tuple(groups.get(n) for n in range(1, self.groups + 1))


CASES = [
    ("a*b", "xaaab"), ("(a|b)*c", "ababc"), (r"(\w+)@(\w+)\.com", "mail bob@example.com now"), ("^[a-c]+$", "abcab"),
    ("^[a-c]+$", "abcd"), ("<.+?>", "<b>bold</b>"), ("<.+>", "<b>bold</b>"), (r"(\d+)-(\d+)?", "12-"), ("(x(y)?)+", "xxyx"),
    (r"[^aeiou\s]+", "queue rhythm"), ("", "anything"), ("a|b|", "c"), (r"\d\d:\d\d", "at 12:34"),
]
for source, text in CASES:
    print(f"{source!r:24} {text!r:28} {Pattern(source).search(text)}")
for wrong in "(a", "a)", "*a":
    try:
        Pattern(wrong)
    except ValueError as error:
        print(wrong, error)
