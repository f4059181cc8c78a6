class Card:
    def __init__(self, rank, suit):
        self.rank = rank
        self.suit = suit

    def __lt__(self, other):
        return self.rank < other.rank

    def __repr__(self):
        return f"{self.rank}{self.suit}"


cards = [Card(r, s) for s in "abc" for r in (5, 2, 9, 1)]
print(sorted(cards))
print(sorted(cards, reverse=True))
print(min(cards), max(cards, key=lambda c: c.suit))
