# Iterating over strings, unpacking them, and building lists and sets from them.
word = "añ€🐍"
for i, c in enumerate(word):
    print(i, c, ord(c), c == word[i], c is word[i] or len(c))
a, b, *rest = word
print(a, b, rest)
print(list(word), tuple(word), sorted("hello"), len(set("hello")))
print("".join(reversed(word)), max(word), min(word))
print([c for c in "abc" if c != "b"], {c: ord(c) for c in "ab"})
print("ab" in ["ab", "c"], word.index("€"), word * 2, list(zip("ab", "xy")))
