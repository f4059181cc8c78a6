"""re: matching, groups, repeats, look-around, substitution, splitting, flags, errors."""
import re

print(re.match(r"(\w+) (\w+)", "Hello World!").groups(), re.match("x", "abc"), re.search(r"\d+", "ab 123 c4").span())
print(re.findall(r"\d+", "a1b22c333"), re.findall(r"(\w)(\d)", "a1 b2"), re.findall(r"(a)|b", "abab"), re.findall("", "ab"))
m = re.search(r"(?P<year>\d{4})-(?P<month>\d\d?)(-(\d+))?", "on 2024-5 it")
print(m, m["year"], m.group("month", 1), m.groupdict(), m.groups(), m.groups("none"), m.start(2), m.span(3), m.lastindex, m.lastgroup, m.expand(r"\2/\g<year>"))
print(re.sub(r"(\w+)@(\w+)", r"\2 at \1", "me@home you@work"), re.sub("a", "b", "aaa", count=2), re.sub(r"\d+", lambda m: str(int(m[0]) * 2), "1 20 x3"), re.subn("x*", "-", "abxd"))
print(re.split(r"[,;]\s*", "a, b;c,d"), re.split(r"(-)", "a-b-c"), re.split(r"\s+", " x  y ", maxsplit=1), re.split("x*", "axbc"), re.findall(r"\b|\w+", "ab c"))
print(re.fullmatch(r"[a-f]+", "abc"), re.fullmatch(r"a|ab", "ab"), re.fullmatch("a", "ab"))
print(re.findall(r"<.+>", "<a><b>"), re.findall(r"<.+?>", "<a><b>"), re.findall(r"a{2,3}", "aaaaaaa"), re.findall(r"(?:ab)+", "ababxab"), re.findall(r"(ab)*c", "ababcc"))
print(re.findall(r"^\w+", "one\ntwo\nthree", re.M), re.findall(r"\w+$", "one\ntwo", re.MULTILINE), re.findall("a.c", "a\nc abc", re.S), re.findall("AbC", "abc ABC", re.I), re.findall("[A-C]+", "abcd", re.I))
print(re.findall(r"\bfoo\b", "foo food a foo"), re.findall(r"\Boo", "foo oo"), re.findall(r"\w+(?=!)", "hey! you"), re.findall(r"\b\w+\b(?!!)", "hey! you"), re.findall(r"(?<=\$)\d+", "$5 6 $77"), re.findall(r"(?<!\$)\b\d+", "$5 6 $77"))
print(re.search(r"(\w)\1", "hello").group(), re.search(r"(?P<q>['\"]).*?(?P=q)", "say 'hi \" there' x").group(), re.findall(r"[^\W\d]+", "ab1_c é2"), re.findall(r"[\]\-a]", "]-ab"))
print(re.match(r"(a+)+b", "aaaaaaab"), re.match(r"(?:(a)|b)*", "aab").groups(), re.match(r"((a)|(b))*", "ab").groups(), re.match(r"(a?)*?b", "aab").group(), re.match(r"(x(y)?)+", "xyx").groups())
pattern = re.compile(r"""
    (?P<number>\d+(\.\d*)?)   # a number
  | (?P<name>[a-z_]\w*)
  | (?P<op>[-+*/()=])
""", re.VERBOSE | re.IGNORECASE)
print([(m.lastgroup, m.group()) for m in pattern.finditer("x1 = 3.14*(Y + 2)")], pattern.groups, dict(pattern.groupindex))
print(re.compile("a(b)", re.I), re.escape("a.b*c[d] é"), re.compile("x").pattern, pattern.flags == re.compile(pattern).flags, bool(re.match("", "")))
log = "10:15:02 ERROR disk full (code=28)\n10:15:09 INFO ok\n10:16:00 ERROR net (code=7)"
for m in re.finditer(r"^(?P<time>[\d:]+) (?P<level>[A-Z]+) (?P<text>.*?)(?: \(code=(?P<code>\d+)\))?$", log, re.M):
    print(m.groupdict())
print(re.sub(r"(?i)hello", "bye", "Hello HELLO"), re.sub(r"\s{2,}", " ", "a   b    c"), re.sub(r"^\s+|\s+$", "", "  pad  "), re.sub("(?m)^", "> ", "a\nb"), re.sub(r"(a)|b", r"[\1]", "ab"), re.sub(r"\\", "/", "a\\b"))
print(re.match(r"^[\w.+-]+@[\w-]+(\.[\w-]+)+$", "john.doe+tag@mail.example.org") is not None, re.match(r"a{,2}b", "aab"), re.match(r"a{x}", "a{x}"), re.findall(r"\u0041\x42\t", "AB\t"))
for bad in ("(", "a)", "*a", "a**", "[a", "(?P<1>x)", r"\1", "(?P=x)", "a{3,1}", "[b-a]", r"\q", "(?<=a+)b", "(?P<a>x)(?P<a>y)"):
    try:
        re.compile(bad)
        print("compiled", bad)
    except re.error as error:
        print(bad, "->", error)
try:
    m.group(9)
except IndexError as error:
    print(error)
