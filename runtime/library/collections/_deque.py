"""deque: a list whose first items may be unused, so that both ends are cheap."""
from _operator import index

ROOM = 16


class deque:
    """A list-like sequence optimized for data accesses near its endpoints."""

    __module__ = "collections"
    __abc_tpflags__ = 32
    __slots__ = ("_items", "_head", "_maxlen", "_changes", "__weakref__")
    __hash__ = None

    def __init__(self, iterable=(), maxlen=None):
        if maxlen is not None:
            if not isinstance(maxlen, int):
                raise TypeError("an integer is required")
            maxlen += 0
            if maxlen < 0:
                raise ValueError("maxlen must be non-negative")
        self._items = []
        self._head = 0
        self._maxlen = maxlen
        self._changes = 0
        self.extend(iterable)

    @property
    def maxlen(self):
        return self._maxlen

    def __class_getitem__(cls, item):
        return cls

    def append(self, x, /):
        self._items.append(x)
        self._changes += 1
        if self._maxlen is not None and len(self) > self._maxlen:
            self.popleft()

    def appendleft(self, x, /):
        if self._head == 0:
            room = len(self._items) + ROOM
            self._items[:0] = [None] * room
            self._head = room
        self._head -= 1
        self._items[self._head] = x
        self._changes += 1
        if self._maxlen is not None and len(self) > self._maxlen:
            self.pop()

    def pop(self):
        if self._head == len(self._items):
            raise IndexError("pop from an empty deque")
        self._changes += 1
        return self._items.pop()

    def popleft(self):
        items = self._items
        head = self._head
        if head == len(items):
            raise IndexError("pop from an empty deque")
        value = items[head]
        items[head] = None
        self._head = head + 1
        self._changes += 1
        if head > ROOM and head * 2 > len(items):
            del items[: head + 1]
            self._head = 0
        return value

    def extend(self, iterable, /):
        if iterable is self:
            iterable = list(iterable)
        for x in iterable:
            self.append(x)

    def extendleft(self, iterable, /):
        if iterable is self:
            iterable = list(iterable)
        for x in iterable:
            self.appendleft(x)

    def clear(self):
        self._items = []
        self._head = 0
        self._changes += 1

    def copy(self):
        return type(self)(self, self._maxlen)

    def __copy__(self):
        return self.copy()

    def rotate(self, n=1, /):
        n = index(n)
        size = len(self)
        if size < 2:
            return
        n %= size
        for _ in range(n):
            self.appendleft(self.pop())

    def reverse(self):
        self._items = self._items[self._head :]
        self._items.reverse()
        self._head = 0
        self._changes += 1

    def count(self, x, /):
        changes = self._changes
        n = self._items[self._head :].count(x)
        self._check(changes)
        return n

    def _check(self, changes):
        """Raises if comparing items has changed the deque."""
        if self._changes != changes:
            raise RuntimeError("deque mutated during iteration")

    def index(self, x, start=0, stop=None, /):
        changes = self._changes
        items = self._items[self._head :]
        try:
            if stop is None:
                return items.index(x, start)
            return items.index(x, start, stop)
        except ValueError:
            self._check(changes)
            raise ValueError(f"{x!r} is not in deque") from None

    def insert(self, i, x, /):
        i = index(i)
        size = len(self)
        if self._maxlen is not None and size >= self._maxlen:
            raise IndexError("deque already at its maximum size")
        if i < 0:
            i = max(i + size, 0)
        self._items.insert(self._head + min(i, size), x)
        self._changes += 1

    def remove(self, x, /):
        changes = self._changes
        for i, item in enumerate(self._items[self._head :]):
            same = item is x or item == x
            if self._changes != changes:
                raise IndexError("deque mutated during iteration")
            if same:
                del self[i]
                return
        raise ValueError(f"{x!r} is not in deque")

    def _place(self, i):
        if not hasattr(i, "__index__"):
            raise TypeError(f"sequence index must be integer, not '{type(i).__name__}'")
        i = index(i)
        size = len(self)
        if i < 0:
            i += size
        if not 0 <= i < size:
            raise IndexError("deque index out of range")
        return self._head + i

    def __len__(self):
        return len(self._items) - self._head

    def __getitem__(self, i, /):
        return self._items[self._place(i)]

    def __setitem__(self, i, x, /):
        self._items[self._place(i)] = x

    def __delitem__(self, i, /):
        del self._items[self._place(i)]
        self._changes += 1

    def __contains__(self, x, /):
        changes = self._changes
        found = x in self._items[self._head :]
        if not found:
            self._check(changes)
        return found

    def __iter__(self):
        return self._forwards(self._changes)

    def _forwards(self, changes):
        self._check(changes)
        for i in range(self._head, len(self._items)):
            yield self._items[i]
            self._check(changes)

    def __reversed__(self):
        return self._backwards(self._changes)

    def _backwards(self, changes):
        self._check(changes)
        for i in range(len(self._items) - 1, self._head - 1, -1):
            yield self._items[i]
            self._check(changes)

    def __eq__(self, other, /):
        if not isinstance(other, deque):
            return NotImplemented
        return self._items[self._head :] == other._items[other._head :]

    def __lt__(self, other, /):
        if not isinstance(other, deque):
            return NotImplemented
        return self._items[self._head :] < other._items[other._head :]

    def __le__(self, other, /):
        if not isinstance(other, deque):
            return NotImplemented
        return self._items[self._head :] <= other._items[other._head :]

    def __gt__(self, other, /):
        if not isinstance(other, deque):
            return NotImplemented
        return self._items[self._head :] > other._items[other._head :]

    def __ge__(self, other, /):
        if not isinstance(other, deque):
            return NotImplemented
        return self._items[self._head :] >= other._items[other._head :]

    def __add__(self, other, /):
        if not isinstance(other, deque):
            message = f'can only concatenate deque (not "{type(other).__name__}") to deque'
            raise TypeError(message)
        result = self.copy()
        result.extend(other)
        return result

    def __iadd__(self, other, /):
        self.extend(other)
        return self

    def __mul__(self, n, /):
        return type(self)(list(self) * n, self._maxlen)

    def __rmul__(self, n, /):
        return self * n

    def __imul__(self, n, /):
        items = list(self) * n
        self.clear()
        self.extend(items)
        return self

    def __repr__(self):
        items = self._items[self._head :]
        parts = ["[...]" if item is self else repr(item) for item in items]
        text = f"{type(self).__name__}([{', '.join(parts)}]"
        if self._maxlen is None:
            return text + ")"
        return f"{text}, maxlen={self._maxlen})"
