"""re: attributes of matches, ends of the search, groups that did not match, empty matches."""
import re
pattern = re.compile(r"(?P<word>[a-z]+)(\d)?")
m = pattern.search("12 abc", 1, 5)
print(m, m.pos, m.endpos, m.string, m.lastindex, m.lastgroup, m.regs, m.re is pattern)
print(m.group(), m.group(1, 2), m["word"], m.groupdict("none"), m.groups("x"), m.start(2), m.span("word"))
class Index:
    def __index__(self): return 1
print(m.group(Index()), m[Index()])
for group in (3, "other", -1, 1.5):
    try:
        m.group(group)
    except IndexError as e:
        print(e)
print(pattern.match("abc", 5), pattern.search("abc", 3, 1), pattern.fullmatch("abc1!", 0, 4))
print(re.findall("x*", "axxb"), re.sub("x*", "-", "axxb"), re.split("x*", "axxb"), re.findall(r"\b|:+", "a::bc"))
print(re.sub("(a)|b", r"[\1]", "abc"), re.sub("b", lambda m: None, "abc"), re.subn("z", "y", "abc"), re.split("(-)|(,)", "a-b,c", maxsplit=1))
print([m.span() for m in re.finditer("(?=a)|b", "ab")], re.compile("a" * 300), re.match("a" * 60, "a" * 80))
print(re.escape("a-b c\n"), re.compile("a") == re.compile("a"), re.compile("a", re.I | re.M), hash(re.compile("b")) == hash(re.compile("b")))
