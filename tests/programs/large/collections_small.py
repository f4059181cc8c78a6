"""A part of `collections`, for the programs beside it."""


class deque:
    """A list that forgets its oldest items."""

    def __init__(self, items=(), maxlen=None):
        self.maxlen = maxlen
        self._items = []
        for item in items:
            self.append(item)

    def append(self, item):
        self._items.append(item)
        if self.maxlen is not None and len(self._items) > self.maxlen:
            del self._items[0]

    def appendleft(self, item):
        self._items.insert(0, item)

    def popleft(self):
        if not self._items:
            raise IndexError("pop from an empty deque")
        return self._items.pop(0)

    def __iter__(self):
        return iter(self._items)

    def __len__(self):
        return len(self._items)

    def __bool__(self):
        return bool(self._items)


class Counter(dict):
    """Counts things."""

    def __init__(self, items=()):
        super().__init__()
        for item in items:
            self[item] += 1

    def __missing__(self, key):
        return 0

    def most_common(self, n=None):
        return sorted(self.items(), key=lambda pair: (-pair[1], pair[0]))[:n]


if __name__ == "__main__":
    counter = Counter("abracadabra")
    print(counter, counter.most_common(2), counter["z"], len(counter))
    line = deque("abc", maxlen=2)
    line.appendleft("z")
    print(list(line), len(line), bool(line), line.popleft())
    try:
        deque().popleft()
    except IndexError as error:
        print(repr(error))
