"""re: the length of a text is no matter of the stack."""
import re
text = "ab" * 1000
print(re.fullmatch("(?:a|b)*", text).end(), re.match("(?:ab)+", text).end(), re.match("(a|b)*?$", text[:1000]).span(1))
print(re.match(r'"((?:[^"\\]|\\.)*)"', '"' + 'x\\"' * 500 + '"').end())
print(re.match("(?:(a)|(b)|c)*d", text[:800]), len(re.findall("(?:ab){3}", text)))
