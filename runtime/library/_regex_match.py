"""Regular expressions: the matcher. It does not call itself for loops, so that the length of a
text does not matter for the stack: other ways wait in a list."""

from _regex_compile import (
    ANY, AT, ATOMIC, BEGIN, BODY, CHAR, DONE, END, ENTER, FORK, IF, JUMP, LAST, LAZY_LOOP, LINE,
    LINE_BEGIN, LINE_END, LOOK, LOOP, MORE, RETURN, RUN, RUN_ANY, RUN_LINE, SAME, SAVE, SET, SPLIT,
    TEXT, WORD,
)  # fmt: skip

# What waits is an index of the code, an index of the text, and the least index of the text if
# smaller ones are further ways. Below zero the first one tells what to undo: -1 all registers,
# -2 - n the n-th one.
_ALL = -1


class State:
    """What a match is about: the code, the text, its end, the registers."""

    def __init__(self, program, text, end, whole=False):
        self.program = program
        self.text = text
        self.end = end
        self.whole = whole
        # Where the match must not end: an empty one was there already.
        self.forbidden = -1
        self.ended = len(program.groups) * 2
        self.registers = [-1] * program.registers

    def reset(self, forbidden):
        """Forgets the groups, for the next match."""
        self.forbidden = forbidden
        self.registers = [-1] * self.program.registers

    def search(self, i):
        """Finds the first match from an index on: where it begins and ends, or None."""
        program, text, end = self.program, self.text, self.end
        prefix, known, test = program.prefix, program.known, program.test
        while i <= end:
            if prefix is not None:
                i = text.find(prefix, i, end)
                if i < 0:
                    return None
            elif test is not None:
                while i < end and text[i] not in known and not test(text[i]):
                    i += 1
                if i == end:
                    return None
            stop = run(self, 0, i)
            if stop >= 0:
                return i, stop
            if program.anchored:
                return None
            i += 1
        return None


def run(state, pc, i):
    """Matches from an index of the code and one of the text on: the end of the match, or -1."""
    code = state.program.code
    text = state.text
    end = state.end
    registers = state.registers
    ended = state.ended
    ways = []
    while True:
        op = code[pc]
        # An operation that succeeds goes on with `continue`.
        if op <= ANY:
            if op == CHAR:
                if i < end and text[i] == code[pc + 1]:
                    i += 1
                    pc += 2
                    continue
            elif op == SET:
                if i < end:
                    c = text[i]
                    if c in code[pc + 1] or c not in code[pc + 2] and is_in(c, code, pc):
                        i += 1
                        pc += 4
                        continue
            elif op == TEXT:
                stop = i + code[pc + 3]
                if stop <= end and text.startswith(code[pc + 2], i):
                    i = stop
                    pc += 4
                    continue
            elif i < end and (op == ANY or text[i] != "\n"):
                i += 1
                pc += 1
                continue
        elif op <= RUN_ANY:
            start = i
            if op == RUN:
                least = code[pc + 4]
                stop = end if code[pc + 5] > end - i else i + code[pc + 5]
                known = code[pc + 1]
                while i < stop and (text[i] in known or text[i] not in code[pc + 2] and is_in(text[i], code, pc)):
                    i += 1
                pc += 6
            else:
                least = code[pc + 1]
                stop = end if code[pc + 2] > end - i else i + code[pc + 2]
                i = stop
                if op == RUN_LINE:
                    i = text.find("\n", start, stop)
                    if i < 0:
                        i = stop
                pc += 3
            least += start
            if i >= least:
                if i > least:
                    ways.append((pc, i - 1, least))
                continue
        elif op == SAVE:
            slot = code[pc + 1]
            ways.append((-2 - slot, registers[slot], registers[ended]))
            registers[slot] = i
            if slot & 1:
                registers[ended] = slot >> 1
            pc += 2
            continue
        elif op == SPLIT:
            c = code[pc + 2]
            if c is None or i < end and text[i] == c:
                ways.append((code[pc + 1], i, i))
            pc += 3
            continue
        elif op == FORK:
            c = code[pc + 2]
            if c is None or i < end and text[i] == c:
                ways.append((pc + 3, i, i))
            pc = code[pc + 1]
            continue
        elif op == JUMP:
            pc = code[pc + 1]
            continue
        elif op == MORE:
            following = code[pc + 5] if code[pc + 4] <= TEXT else None
            while i < end and (text[i] in code[pc + 1] or text[i] not in code[pc + 2] and is_in(text[i], code, pc)):
                i += 1
                if following is None or i < end and text[i] == following:
                    break
            else:
                i = -1
            if i >= 0:
                ways.append((pc, i, i))
                pc += 4
                continue
        elif op == DONE:
            if i != state.forbidden and (not state.whole or i == end):
                return i
        elif op == RETURN:
            return i
        elif op <= BODY:
            k = code[pc + 1]
            last = registers[ended]
            if op == ENTER:
                ways.append((-2 - k, registers[k], last))
                ways.append((-3 - k, registers[k + 1], last))
                registers[k] = 0
                registers[k + 1] = -1
                pc += 2
                continue
            count = registers[k]
            if op == BODY:
                pc += 2
            elif count < code[pc + 2]:
                ways.append((-2 - k, count, last))
                registers[k] = count + 1
                pc = code[pc + 4] if op == LOOP else code[pc + 4] + 2
                continue
            elif count >= code[pc + 3] or i == registers[k + 1]:
                pc = code[pc + 5]
                continue
            elif op == LAZY_LOOP:
                ways.append((code[pc + 4], i, i))
                pc = code[pc + 5]
                continue
            else:
                ways.append((code[pc + 5], i, i))
                pc = code[pc + 4]
            ways.append((-2 - k, count, last))
            ways.append((-3 - k, registers[k + 1], last))
            registers[k] = count + 1
            registers[k + 1] = i
            continue
        elif op == AT:
            if is_at(code[pc + 1], text, i, end):
                pc += 2
                continue
        elif op == WORD:
            before = i > 0 and code[pc + 1](text[i - 1])
            after = i < end and code[pc + 1](text[i])
            if end > 0 and (before != after) == code[pc + 2]:
                pc += 3
                continue
        elif op == IF:
            pc = code[pc + 2] if registers[code[pc + 1] * 2 + 1] < 0 else pc + 3
            continue
        elif op == SAME:
            stop = same_end(registers, code, pc, text, i, end)
            if stop >= 0:
                i = stop
                pc += 3
                continue
        else:
            back = code[pc + 1] if op == LOOK else 0
            saved = registers[:]
            stop = run(state, pc + (4 if op == LOOK else 2), i - back) if i >= back else -1
            found = stop >= 0
            wanted = op == ATOMIC or code[pc + 2]
            if found and not wanted:
                registers[:] = saved
            elif found == wanted:
                if found:
                    ways.append((_ALL, saved, 0))
                if op == ATOMIC:
                    i = stop
                    pc = code[pc + 1]
                else:
                    pc = code[pc + 3]
                continue
        # This way failed.
        while True:
            if not ways:
                return -1
            pc, i, least = ways.pop()
            if pc >= 0:
                if least < i:
                    if code[pc] <= TEXT:
                        i = text.rfind(code[pc + 1], least, i + 1)
                        if i < 0:
                            continue
                    if least < i:
                        ways.append((pc, i - 1, least))
                break
            if pc == _ALL:
                registers[:] = i
            else:
                registers[-2 - pc] = i
                registers[ended] = least


def is_in(c, code, pc):
    """Asks the test of a set, and remembers what it says."""
    if code[pc + 3](c):
        code[pc + 1].add(c)
        return True
    code[pc + 2].add(c)
    return False


def is_at(place, text, i, end):
    """Whether an index is at a place."""
    if place == BEGIN:
        return i == 0
    if place == LINE_BEGIN:
        return i == 0 or text[i - 1] == "\n"
    if i == end:
        return True
    if place == END:
        return False
    return text[i] == "\n" and (place == LINE_END or i == end - 1)


def same_end(registers, code, pc, text, i, end):
    """Where the text of a group ends that is here again, or -1."""
    begin, stop = registers[code[pc + 1] * 2], registers[code[pc + 1] * 2 + 1]
    size = stop - begin
    if stop < 0 or i + size > end:
        return -1
    part = text[begin:stop]
    fold = code[pc + 2]
    if text.startswith(part, i):
        return i + size
    if fold is None or any(fold(a) != fold(b) for a, b in zip(part, text[i : i + size])):
        return -1
    return i + size
