"""The class of an iterator over a range says how large its integers are."""

print(type(iter(range(2**31))).__name__, type(iter(range(2**62, 2**62 + 5))).__name__, type(iter(range(2**70))).__name__, type(reversed(range(2**40))).__name__)
