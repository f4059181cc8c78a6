"""setdefault calls __hash__ and __eq__ once."""
class Key:
    def __init__(self, name): self.name = name
    def __hash__(self):
        print("hash", self.name)
        return 42
    def __eq__(self, other):
        print("eq", self.name, other.name)
        return False
d = {Key("a"): 1}
print(d.setdefault(Key("b"), []))
print(list(d.values()), {}.setdefault(Key("c")))
