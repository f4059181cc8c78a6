# Sets.
def note(value):
    print("note", value)
    return value


print(sorted({3, 1, 2, 1}), len({1, 1.0, True}))
print({*"a"}, sorted({*(1, 2), 3, *[4]}), {()})
try:
    {[], note(1)}
except TypeError as e:
    print(e)
try:
    {note(2), *[3], {}, note(4)}
except TypeError as e:
    print(e)
print({*()})
