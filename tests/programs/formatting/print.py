# print: separators, ends, files.
class File:
    def __init__(self):
        self.parts = []

    def write(self, text):
        self.parts.append(text)


print()
print("a", 1, None, sep="-")
print("a", "b", sep="", end="!\n")
print("x", end="")
print("y", sep=None, end=None)
print(*[1, 2, 3], sep=", ")
f = File()
print("to", "file", 3, file=f)
print(f.parts)
for sep, end in [(5, None), (None, 5)]:
    try:
        print("a", sep=sep, end=end)
    except TypeError as error:
        print(error)
print("é€🐍" * 3, "\x00|\x7f|\x80|ÿ")
