"""Items whose comparison empties the lists: the lengths decide if there is no item any more."""
class Clears:
    def __init__(self, target): self.target = target
    def __eq__(self, other):
        self.target.clear()
        return NotImplemented
second = []
first = [Clears(second)]
second.append(Clears(first))
print(first == second)
third = []
third.append(Clears(third))
print(third == [1])
