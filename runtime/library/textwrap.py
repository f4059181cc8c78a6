"""Texts in lines of a width."""


class TextWrapper:
    """How texts are wrapped."""

    def __init__(
        self,
        width=70,
        initial_indent="",
        subsequent_indent="",
        expand_tabs=True,
        replace_whitespace=True,
        fix_sentence_endings=False,
        break_long_words=True,
        drop_whitespace=True,
        break_on_hyphens=True,
        tabsize=8,
        *,
        max_lines=None,
        placeholder=" [...]",
    ):
        self.width = width
        self.initial_indent = initial_indent
        self.subsequent_indent = subsequent_indent
        self.expand_tabs = expand_tabs
        self.replace_whitespace = replace_whitespace
        self.break_long_words = break_long_words
        self.drop_whitespace = drop_whitespace
        self.break_on_hyphens = break_on_hyphens
        self.tabsize = tabsize
        self.max_lines = max_lines
        self.placeholder = placeholder

    def _chunks(self, text):
        """Words and the spaces between them; words may end at hyphens."""
        if self.expand_tabs:
            text = text.expandtabs(self.tabsize)
        if self.replace_whitespace:
            text = "".join(" " if c in "\t\n\x0b\x0c\r" else c for c in text)
        chunks = []
        at = 0
        while at < len(text):
            end = at
            while end < len(text) and text[end].isspace() == text[at].isspace():
                end += 1
            word = text[at:end]
            if self.break_on_hyphens and not word.isspace():
                chunks.extend(_hyphenated(word))
            else:
                chunks.append(word)
            at = end
        return chunks

    def wrap(self, text):
        if self.width <= 0:
            raise ValueError(f"invalid width {self.width!r} (must be > 0)")
        chunks = self._chunks(text)
        chunks.reverse()
        lines = []
        while chunks:
            indent = self.subsequent_indent if lines else self.initial_indent
            width = self.width - len(indent)
            if self.drop_whitespace and lines and chunks[-1].isspace():
                chunks.pop()
            line, size = [], 0
            while chunks and size + len(chunks[-1]) <= width:
                size += len(chunks[-1])
                line.append(chunks.pop())
            if chunks and len(chunks[-1]) > width:
                if self.break_long_words:
                    room = 1 if width < 1 else width - size
                    word = chunks[-1]
                    cut = room
                    if self.break_on_hyphens and len(word) > room:
                        hyphen = word.rfind("-", 0, room)
                        if hyphen > 0 and any(c != "-" for c in word[:hyphen]):
                            cut = hyphen + 1
                    line.append(word[:cut])
                    chunks[-1] = word[cut:]
                elif not line:
                    line.append(chunks.pop())
            if self.drop_whitespace and line and line[-1].isspace():
                line.pop()
            if not line:
                continue
            rest = [chunk for chunk in chunks if not (self.drop_whitespace and chunk.isspace())]
            if self.max_lines is None or len(lines) + 1 < self.max_lines or not rest and len("".join(line)) <= width:
                lines.append(indent + "".join(line))
                continue
            self._shorten(line, width, indent, lines)
            break
        return lines

    def _shorten(self, line, width, indent, lines):
        """The last line that is allowed, with the placeholder."""
        while line:
            if line[-1].strip() and len("".join(line)) + len(self.placeholder) <= width:
                lines.append(indent + "".join(line) + self.placeholder)
                return
            line.pop()
        if lines:
            last = lines[-1].rstrip()
            if len(last) + len(self.placeholder) <= self.width:
                lines[-1] = last + self.placeholder
                return
        lines.append(indent + self.placeholder.lstrip())

    def fill(self, text):
        return "\n".join(self.wrap(text))


def _hyphenated(word):
    """The parts of a word that may be on different lines: letters on both sides of the hyphen."""
    parts = []
    start = 0
    for i in range(2, len(word) - 1):
        if word[i - 1] == "-" and word[i - 2].isalpha() and word[i].isalpha() and (i - start > 2 or start):
            if i + 1 < len(word) and word[i + 1].isalpha() and word[max(start, i - 3) : i - 1].isalpha() and i - start > 2:
                parts.append(word[start:i])
                start = i
    parts.append(word[start:])
    return parts


def wrap(text, width=70, **options):
    """The lines of a paragraph."""
    return TextWrapper(width=width, **options).wrap(text)


def fill(text, width=70, **options):
    """A paragraph in lines."""
    return TextWrapper(width=width, **options).fill(text)


def shorten(text, width, **options):
    """The beginning of a text in one line."""
    return TextWrapper(width=width, max_lines=1, **options).fill(" ".join(text.strip().split()))


def indent(text, prefix, predicate=None):
    """The lines with something before them."""
    keep = str.strip if predicate is None else predicate
    return "".join(prefix + line if keep(line) else line for line in text.splitlines(True))


def dedent(text):
    """The lines without the space that begins all of them."""
    lines = [line if line.strip() else line[len(line.rstrip("\n")) :] for line in text.splitlines(True)]
    margin = None
    for line in lines:
        if line.strip():
            space = line[: len(line) - len(line.lstrip(" \t"))]
            if margin is None:
                margin = space
            while not space.startswith(margin):
                margin = margin[:-1]
    return "".join(line[len(margin) :] if margin and line.strip() else line for line in lines)
