"""textwrap: wrap, fill, shorten, indent, dedent."""
import textwrap

text = "The quick brown fox jumps over the lazy dog,  and then it-self runs well-known away from averyveryverylongwordindeed."
for width in (10, 20, 38):
    print(textwrap.wrap(text, width))
print(textwrap.fill(text, 30, initial_indent="* ", subsequent_indent="  "))
print(textwrap.shorten(text, 30), textwrap.shorten("a b", 10), textwrap.shorten(text, width=25, placeholder="..."))
print(textwrap.wrap(text, 12, break_long_words=False), textwrap.wrap("", 5), textwrap.wrap("a\tb\nc", 20), textwrap.wrap(text, 25, max_lines=2))
block = """
    first
      second

    third
"""
print(repr(textwrap.dedent(block)), repr(textwrap.indent("a\n\nb\n", "> ")), repr(textwrap.indent("a\n\nb", "- ", lambda line: True)))
try:
    textwrap.wrap("x", 0)
except ValueError as error:
    print(error)
