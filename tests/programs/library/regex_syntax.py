"""re: atomic groups, possessive repeats, conditions, flags of a part, references, octal escapes."""
import re
for pattern, text in (
    ("(?>a+)ab", "aaab"), ("a++b", "aaab"), ("a*+a", "aaa"), ("(?:ab)?+abc", "abc"),
    (r"(<)?(\w+)(?(1)>|$)", "<tag>"), (r"(<)?(\w+)(?(1)>|$)", "<tag"), (r"(?P<q>['\"])(.*?)(?P=q)", "it's 'ok' \"no\""),
    ("(?i:HEL)lo", "hello"), ("(?i:HEL)lo", "helLO"), ("(?i)a(?-i:b)", "Ab"), ("(?s:.)(.)", "\n\n"), ("(?i)(a)\\1", "aA"),
    (r"\101\x42\103", "ABC"), ("[\\60-\\62]+", "012"), ("(?a)\\w+", "ab\xe9"), (r"\w+", "ab\xe9"), ("(?x) a  b # c\n c", "abc"),
    ("x{,2}y", "xxy"), ("x{}", "x{}"), ("x{1,", "x{1,"), ("[]a]+", "]a"), ("[a-]+", "a-"), ("[^]]+", "ab]"),
    ("(?<=ab)c(?!d)", "abcdabc"), ("(?<!a)b", "abbb"), (r"\bfoo\B", "foo food"), (r"(?m)^\w+$", "a b\ncd"), ("(a)|(b)", "b"),
    ("((a)(b))", "ab"), ("(a)(b)?", "a"), (r"\B", ""), ("(?:(a)|b)*", "ab"), ("(a?)*?b", "aab"), ("(?=(a+))a*b\\1", "baaabac"),
):
    found = re.search(pattern, text)
    print(pattern.replace("\n", "/"), found, found and (found.groups(), found.lastindex, found.lastgroup))
