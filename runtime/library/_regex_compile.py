"""Regular expressions: from nodes to the code of the matcher, a list of operations and their
operands. A match goes through it from the beginning; where there is another way, the matcher
remembers it and goes on.

    CHAR c, TEXT c text size        one character; a text, whose first character is c
    SET known unknown test          one character; the sets remember what the test said
    LINE, ANY                       one character, but no newline; any character
    RUN known unknown test a b      a to b such characters, as many as there are
    RUN_LINE a b, RUN_ANY a b
    MORE known unknown test         one such character more if what follows fails
    SPLIT to c, FORK to c           another way is to go to an index; here it is the first way.
                                    If c is not None, the other way begins with this character
    JUMP to
    SAVE slot                       a group begins or ends
    ENTER k, LOOP k a b body to     a loop that counts: its registers, and its end
    LAZY k a b body to, BODY k      the same one if less is better
    AT place, WORD test wanted, SAME group fold, IF group to
    LOOK back wanted to, ATOMIC to  what is up to RETURN matches, without other ways
    DONE, RETURN"""

from _regex_parse import GREEDY, LAZY, MANY, POSSESSIVE, error

CHAR, TEXT, SET, LINE, ANY, RUN, RUN_LINE, RUN_ANY, MORE, SPLIT, FORK, JUMP, SAVE, DONE = range(14)
ENTER, LOOP, LAZY_LOOP, BODY, AT, WORD, SAME, IF, LOOK, ATOMIC, RETURN = range(14, 25)

BEGIN, LINE_BEGIN, LAST, LINE_END, END = range(5)
_PLACES = {"begin": BEGIN, "A": BEGIN, "line": LINE_BEGIN, "last": LAST, "line end": LINE_END, "Z": END}


class Code:
    """The code of a pattern."""

    def __init__(self, node, groups):
        # The nodes of the groups by their numbers.
        self.groups = groups
        # Registers: begin and end of all groups, the last group that ended, those of loops.
        self.registers = len(groups) * 2 + 1
        self.code = []
        # Where SPLIT and FORK are.
        self.splits = []
        self.emit(node)
        self.code.append(DONE)
        for at in self.splits:
            self.code[at + 2] = self.first_of(self.code[at + 1] if self.code[at] == SPLIT else at + 3)
        # How all matches begin: a text, or a known set and its test, or None.
        self.prefix, self.known, self.test = self.first(node)
        self.anchored = self.begins_at(node)

    def emit(self, node):
        kind = node[0]
        code = self.code
        if kind == "char":
            code += (CHAR, node[1])
        elif kind == "set":
            code += (SET, node[1], set(), node[2])
        elif kind == "any":
            code.append(ANY if node[1] else LINE)
        elif kind == "all":
            self.sequence(node[1])
        elif kind == "either":
            self.either(node[1])
        elif kind == "repeat":
            self.repeat(*node[1:])
        elif kind == "group":
            code += (SAVE, node[2] * 2)
            self.emit(node[1])
            code += (SAVE, node[2] * 2 + 1)
        elif kind == "same":
            code += (SAME, node[1], node[2])
        elif kind == "if":
            code += (IF, node[1], 0)
            at = len(code)
            self.emit(node[2])
            code += (JUMP, 0)
            code[at - 1] = end = len(code)
            self.emit(node[3])
            code[end - 1] = len(code)
        elif kind == "look":
            back = 0
            if not node[2]:
                back, most = self.width(node[1])
                if back != most:
                    raise error("look-behind requires fixed-width pattern")
            self.inner(node[1], (LOOK, back, node[3], 0))
        elif kind == "atomic":
            self.inner(node[1], (ATOMIC, 0))
        elif kind == "at":
            code += (AT, _PLACES[node[1]])
        elif kind == "word":
            code += (WORD, node[1], node[2])
        else:
            self.emit(node[1])

    def inner(self, node, operation):
        """Code that is matched alone; the operation's last operand is where it goes on."""
        code = self.code
        code += operation
        at = len(code)
        self.emit(node)
        code.append(RETURN)
        code[at - 1] = len(code)

    def sequence(self, nodes):
        text = ""
        for node in nodes:
            if node[0] == "char":
                text += node[1]
            else:
                self.text(text)
                text = ""
                self.emit(node)
        self.text(text)

    def text(self, text):
        if len(text) == 1:
            self.code += (CHAR, text)
        elif text:
            self.code += (TEXT, text[0], text, len(text))

    def either(self, branches):
        code = self.code
        if all(branch[0] == "char" for branch in branches):
            code += (SET, {branch[1] for branch in branches}, set(), _never)
            return
        ends = []
        for branch in branches[:-1]:
            at = self.split(SPLIT)
            self.emit(branch)
            code += (JUMP, 0)
            ends.append(len(code))
            code[at] = len(code)
        self.emit(branches[-1])
        for end in ends:
            code[end - 1] = len(code)

    def repeat(self, node, least, most, mode):
        if mode == POSSESSIVE:
            self.inner(("repeat", node, least, most, GREEDY), (ATOMIC, 0))
            return
        code = self.code
        if node[0] in ("char", "set", "any"):
            if mode == GREEDY or least == most:
                self.run(node, least, most)
                return
            if most == MANY:
                self.run(node, least, least)
                at = self.split(FORK)
                code += (MORE, *self.set_of(node))
                code[at] = len(code)
                return
        if self.width(node)[0] == 0 or least > 1 or 1 < most < MANY:
            self.loop(node, least, most, mode)
        elif most == 0:
            return
        elif most == 1:
            if least == 0:
                at = self.split(SPLIT if mode == GREEDY else FORK)
                self.emit(node)
                code[at] = len(code)
            else:
                self.emit(node)
        elif least == 1:
            start = len(code)
            self.emit(node)
            # Another way of a greedy loop is to go on behind it.
            self.split(FORK if mode == GREEDY else SPLIT, start)
        else:
            at = self.split(SPLIT if mode == GREEDY else FORK)
            self.emit(node)
            code += (JUMP, at - 1)
            code[at] = len(code)

    def split(self, operation, to=0):
        """Adds SPLIT or FORK; where its index is, to be set later."""
        self.splits.append(len(self.code))
        self.code += (operation, to, None)
        return len(self.code) - 2

    def first_of(self, at):
        """The character that code begins with, or None if it is not always the same."""
        code = self.code
        while code[at] == SAVE or code[at] == JUMP:
            at = code[at + 1] if code[at] == JUMP else at + 2
        return code[at + 1] if code[at] <= TEXT else None

    def run(self, node, least, most):
        """As many as there are of one character."""
        if most == 0:
            return
        if node[0] == "any":
            self.code += (RUN_ANY if node[1] else RUN_LINE, least, most)
        else:
            self.code += (RUN, *self.set_of(node), least, most)

    def set_of(self, node):
        """The operands of SET for a node that is one character."""
        if node[0] == "char":
            return {node[1]}, set(), _never
        if node[0] == "any":
            return (set(), set(), _always) if node[1] else (set(), {"\n"}, _always)
        return node[1], set(), node[2]

    def loop(self, node, least, most, mode):
        code = self.code
        k = self.registers
        self.registers += 2
        code += (ENTER, k)
        start = len(code)
        code += (LOOP if mode == GREEDY else LAZY_LOOP, k, least, most, start + 6, 0)
        if mode == LAZY:
            code += (BODY, k)
        self.emit(node)
        code += (JUMP, start)
        code[start + 5] = len(code)

    def width(self, node):
        """The least and the most characters that a node matches."""
        kind = node[0]
        if kind in ("char", "set", "any"):
            return 1, 1
        if kind in ("at", "word", "look"):
            return 0, 0
        if kind == "same":
            return self.width(self.groups[node[1]])
        if kind == "repeat":
            least, most = self.width(node[1])
            return min(least * node[2], MANY), min(most * node[3], MANY)
        if kind == "all":
            widths = [self.width(part) for part in node[1]]
            return min(sum(w[0] for w in widths), MANY), min(sum(w[1] for w in widths), MANY)
        if kind in ("either", "if"):
            widths = [self.width(part) for part in (node[1] if kind == "either" else node[2:])]
            return min(w[0] for w in widths), max(w[1] for w in widths)
        return self.width(node[1])

    def first(self, node):
        """What every match of a node begins with: a text, a known set, a test."""
        kind = node[0]
        if kind == "char":
            return node[1], None, None
        if kind == "set":
            return None, node[1], node[2]
        if kind == "all" and node[1]:
            text = ""
            for part in node[1]:
                if part[0] != "char":
                    break
                text += part[1]
            return (text, None, None) if text else self.first(node[1][0])
        if kind == "repeat" and node[2] > 0 or kind in ("group", "atomic", "plain"):
            return self.first(node[1])
        return None, None, None

    def begins_at(self, node):
        """Whether all matches are at the beginning of the text."""
        if node[0] == "all":
            return bool(node[1]) and self.begins_at(node[1][0])
        if node[0] in ("group", "plain", "atomic"):
            return self.begins_at(node[1])
        return node == ("at", "begin") or node == ("at", "A")


def _never(c):
    return False


def _always(c):
    return True
