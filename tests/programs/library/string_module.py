"""string: constants, capwords, Template."""
import string
from string import Template

print(string.ascii_letters, string.digits, string.hexdigits, string.octdigits, string.punctuation)
print(repr(string.whitespace), len(string.printable), string.capwords("hello  big world"), string.capwords("a-b", "-"))
t = Template("$who likes ${what}s for $$5")
print(t.substitute(who="Tim", what="egg"), t.safe_substitute(who="x"), t.template)
try:
    t.substitute(who=1)
except KeyError as error:
    print("KeyError", error)
try:
    Template("a $ b").substitute()
except ValueError as error:
    print(error)
print(str.maketrans("", "", string.punctuation)[33], "a,b!".translate(str.maketrans("", "", string.punctuation)))
