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
        self.fix_sentence_endings = fix_sentence_endings
        self.break_long_words = break_long_words
        self.drop_whitespace = drop_whitespace
        self.break_on_hyphens = break_on_hyphens
        self.tabsize = tabsize
        self.max_lines = max_lines
        self.placeholder = placeholder

    def _split_chunks(self, text):
        """Words and the spaces between them."""
        if self.expand_tabs:
            text = text.expandtabs(self.tabsize)
        if self.replace_whitespace:
            text = "".join(" " if c in _SPACES else c for c in text)
        chunks = self._split(text)
        if self.fix_sentence_endings:
            for i in range(len(chunks) - 1):
                if chunks[i + 1] == " " and _ends_sentence(chunks[i]):
                    chunks[i + 1] = "  "
        return chunks

    def _split(self, text):
        chunks = []
        at = 0
        while at < len(text):
            end = at + 1
            if text[at] in _SPACES:
                while end < len(text) and text[end] in _SPACES:
                    end += 1
            elif self.break_on_hyphens:
                end = _word_end(text, at)
            else:
                while end < len(text) and text[end] not in _SPACES:
                    end += 1
            chunks.append(text[at:end])
            at = end
        return chunks

    def wrap(self, text):
        if self.width <= 0:
            raise ValueError(f"invalid width {self.width!r} (must be > 0)")
        if self.max_lines is not None:
            indent = self.subsequent_indent if self.max_lines > 1 else self.initial_indent
            if len(indent) + len(self.placeholder.lstrip()) > self.width:
                raise ValueError("placeholder too large for max width")
        chunks = self._split_chunks(text)
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


_SPACES = "\t\n\x0b\x0c\r "


def _word_end(text, at):
    """Where the part of a word ends that may not be divided: at a space, a hyphen between letters,
    or a dash between words."""
    dash = _dash_end(text, at)
    if dash:
        return dash
    for end in range(at + 1, len(text)):
        c = text[end]
        if c in _SPACES:
            return end
        if c == "-" and _hyphen_divides(text, end):
            return end + 1
        if c == "-" and _dash_end(text, end):
            return end
    return len(text)


def _dash_end(text, at):
    """The end of two or more hyphens between words that begin here, or 0."""
    end = at
    while text[end : end + 1] == "-":
        end += 1
    if end - at < 2 or at == 0 or end == len(text) or not _is_word(text[end]):
        return 0
    return end if _is_word(text[at - 1]) or text[at - 1] in "!\"'&.,?" else 0


def _hyphen_divides(text, at):
    """Whether a word may be divided behind a hyphen: letters are on both sides."""
    if at < 2 or not _is_letter(text[at - 1]):
        return False
    if not _is_letter(text[at - 2]) and not (text[at - 2] == "-" and at > 2 and _is_letter(text[at - 3])):
        return False
    after = at + 1
    if after >= len(text) or not _is_letter(text[after]):
        return False
    after += 1
    if text[after : after + 1] == "-":
        after += 1
    return after < len(text) and _is_letter(text[after])


def _is_word(c):
    return c.isalnum() or c == "_"


def _is_letter(c):
    return _is_word(c) and not c.isdecimal()


def _ends_sentence(word):
    if word[-1] in "\"'":
        word = word[:-1]
    return len(word) > 1 and word[-1] in ".!?" and "a" <= word[-2] <= "z"


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
