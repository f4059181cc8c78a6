"""re: what is wrong with patterns and templates."""
import re
for pattern in (
    "*a", "a**", "a{2,1}", "(a", "a)", "[a", "[z-a]", "[\\w-a]", "(?P<n>a)(?P<n>b)", "(?P<1>a)", "(?P=x)", "(?P<x", "(?P<>a)",
    "\\2", "(\\1)", "(?z)", "(?", "(?P", "(?Px)", "(?<x)", "(?#a", "a\\", "\\q", "\\x1", "[\\u12]", "\\400", "(?(1)a|b|c)",
    "(?(9)a)", "(?(0)a)", "(?(x)a)", "a(?i)b", "(?i-", "(?-i)", "(?i-i:a)", "(?iz:a)", "(?<=a*)b", "(?<=(a)\\1)", "a\n\n**", "(?L)a",
):
    try:
        re.compile(pattern)
    except re.error as e:
        print(repr(pattern), e, "|", e.msg, e.pos, e.lineno, e.colno)
for template in ("\\2", "\\g<2>", "\\g<x>", "\\g", "\\g<", "\\g<>", "\\q", "\\400", "\\1\\g<1>\\g<n>\\0\\101\\n\\\\", "\\", "\\."):
    try:
        print(repr(re.sub("(?P<n>a)", template, "-a-")))
    except (re.error, IndexError) as e:
        print(type(e), e)
for make in (lambda: re.compile("a", re.A | re.U), lambda: re.compile(b"a", re.U), lambda: re.compile(re.compile("a"), re.I)):
    try:
        make()
    except ValueError as e:
        print(e)
