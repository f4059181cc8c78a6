"""Constants of characters, templates, and formatting that a program can change."""

from _format_fields import parts_of, steps_of

ascii_lowercase = "abcdefghijklmnopqrstuvwxyz"
ascii_uppercase = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
ascii_letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
digits = "0123456789"
hexdigits = "0123456789abcdefABCDEF"
octdigits = "01234567"
punctuation = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"
whitespace = " \t\n\r\x0b\x0c"
printable = digits + ascii_letters + punctuation + whitespace


def capwords(s, sep=None):
    """Words with capitals, with single separators between them."""
    return (" " if sep is None else sep).join(word.capitalize() for word in s.split(sep))


class Template:
    """A text with $names to be replaced."""

    delimiter = "$"

    def __init_subclass__(cls, /, **kwargs):
        super().__init_subclass__(**kwargs)
        for name in ("pattern", "idpattern", "braceidpattern", "flags"):
            if name in cls.__dict__:
                raise NotImplementedError(f"templates with an attribute {name!r} of their own are not supported")

    def __init__(self, template):
        self.template = template

    def _parts(self):
        """Pairs of a text and a name. The name of a doubled delimiter is "", that of one without
        a name is None; what follows the last one has END for its name."""
        text, delimiter = self.template, self.delimiter
        i = 0
        while True:
            start = text.find(delimiter, i)
            if start < 0:
                yield text[i:], _END, len(text)
                return
            before = text[i:start]
            i = start + len(delimiter)
            if text.startswith(delimiter, i):
                i += len(delimiter)
                yield before, "", start
                continue
            braced = text.startswith("{", i)
            begin = end = i + braced
            while end < len(text) and text[end].isascii() and text[begin : end + 1].isidentifier():
                end += 1
            if end == begin or braced and not text.startswith("}", end):
                yield before, None, start
            else:
                i = end + braced
                yield before, text[begin:end], start

    def _replaced(self, mapping, kws, strict):
        text, delimiter = self.template, self.delimiter
        made = []
        for before, name, start in self._parts():
            made.append(before)
            if name == "":
                made.append(delimiter)
            elif name is None:
                if strict:
                    end = start + len(delimiter)
                    lines = text[:end].splitlines(keepends=True)
                    column = end - sum(map(len, lines[:-1]))
                    raise ValueError(f"Invalid placeholder in string: line {len(lines)}, col {column}")
                made.append(delimiter)
            elif name is not _END:
                try:
                    made.append(str(kws[name] if name in kws else mapping[name]))
                except KeyError:
                    if strict:
                        raise
                    braced = text.startswith("{", start + len(delimiter))
                    made.append(f"{delimiter}{{{name}}}" if braced else delimiter + name)
        return "".join(made)

    def substitute(self, mapping={}, /, **kws):
        return self._replaced(mapping, kws, True)

    def safe_substitute(self, mapping={}, /, **kws):
        return self._replaced(mapping, kws, False)

    def is_valid(self):
        return all(name is not None for _, name, _ in self._parts())

    def get_identifiers(self):
        return list(dict.fromkeys(name for _, name, _ in self._parts() if name and name is not _END))


# The name of what is behind the last delimiter.
_END = object()


class Formatter:
    """What str.format does, in methods that a subclass can replace."""

    def format(self, format_string, /, *args, **kwargs):
        return self.vformat(format_string, args, kwargs)

    def vformat(self, format_string, args, kwargs):
        used = set()
        text, _ = self._vformat(format_string, args, kwargs, used, 2)
        self.check_unused_args(used, args, kwargs)
        return text

    def _vformat(self, format_string, args, kwargs, used_args, recursion_depth, auto_arg_index=0):
        if recursion_depth < 0:
            raise ValueError("Max string recursion exceeded")
        made = []
        for literal, name, spec, conversion in self.parse(format_string):
            if literal:
                made.append(literal)
            if name is None:
                continue
            if name == "" or not name[0].isdigit() and name[0] in ".[":
                if auto_arg_index is False:
                    raise ValueError("cannot switch from manual field specification to automatic field numbering")
                name = str(auto_arg_index) + name
                auto_arg_index += 1
            elif name.isdigit():
                if auto_arg_index:
                    raise ValueError("cannot switch from manual field specification to automatic field numbering")
                auto_arg_index = False
            value, used = self.get_field(name, args, kwargs)
            used_args.add(used)
            value = self.convert_field(value, conversion)
            spec, auto_arg_index = self._vformat(spec, args, kwargs, used_args, recursion_depth - 1, auto_arg_index)
            made.append(self.format_field(value, spec))
        return "".join(made), auto_arg_index

    def get_value(self, key, args, kwargs):
        return args[key] if isinstance(key, int) else kwargs[key]

    def check_unused_args(self, used_args, args, kwargs):
        pass

    def format_field(self, value, format_spec):
        return format(value, format_spec)

    def convert_field(self, value, conversion):
        if conversion is None:
            return value
        if conversion == "s":
            return str(value)
        if conversion == "r":
            return repr(value)
        if conversion == "a":
            return ascii(value)
        raise ValueError(f"Unknown conversion specifier {conversion!s}")

    def parse(self, format_string):
        return parts_of(format_string)

    def get_field(self, field_name, args, kwargs):
        first, steps = steps_of(field_name)
        value = self.get_value(first, args, kwargs)
        for is_attribute, key in steps:
            value = getattr(value, key) if is_attribute else value[key]
        return value, first
