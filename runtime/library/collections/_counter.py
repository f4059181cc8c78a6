"""Counter: how often each item occurs."""


class Counter(dict):
    """Dict subclass for counting hashable items."""

    __module__ = "collections"

    def __init__(self, iterable=None, /, **kwargs):
        super().__init__()
        self.update(iterable, **kwargs)

    def __missing__(self, key):
        return 0

    def __delitem__(self, key):
        if key in self:
            super().__delitem__(key)

    @classmethod
    def fromkeys(cls, iterable, v=None):
        message = "Counter.fromkeys() is undefined.  Use Counter(iterable) instead."
        raise NotImplementedError(message)

    def update(self, iterable=None, /, **kwargs):
        if iterable is not None:
            self._count(iterable, 1)
        if kwargs:
            self._count(kwargs, 1)

    def subtract(self, iterable=None, /, **kwargs):
        if iterable is not None:
            self._count(iterable, -1)
        if kwargs:
            self._count(kwargs, -1)

    def _count(self, items, sign):
        if hasattr(items, "items"):
            if not self and sign > 0:
                super().update(items)
                return
            for key, count in items.items():
                self[key] = self.get(key, 0) + count if sign > 0 else self.get(key, 0) - count
        else:
            for key in items:
                self[key] = self.get(key, 0) + sign

    def most_common(self, n=None):
        pairs = sorted(self.items(), key=lambda pair: pair[1], reverse=True)
        return pairs if n is None else pairs[: max(n, 0)]

    def elements(self):
        for key, count in self.items():
            for _ in range(count):
                yield key

    def total(self):
        return sum(self.values())

    def copy(self):
        return type(self)(self)

    def __copy__(self):
        return self.copy()

    def _positive(self):
        result = Counter()
        for key, count in self.items():
            if count > 0:
                result[key] = count
        return result

    def __add__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        result = Counter(self)
        result.update(other)
        return result._positive()

    def __sub__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        result = Counter(self)
        result.subtract(other)
        return result._positive()

    def __or__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        result = Counter(self)
        for key, count in other.items():
            result[key] = max(result[key], count)
        return result._positive()

    def __and__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        result = Counter()
        for key, count in self.items():
            result[key] = min(count, other[key])
        return result._positive()

    def __pos__(self):
        return self._positive()

    def __neg__(self):
        return Counter() - self

    def _become(self, other):
        self.clear()
        self.update(other)
        return self

    def __iadd__(self, other):
        return self._become(self + other)

    def __isub__(self, other):
        return self._become(self - other)

    def __ior__(self, other):
        return self._become(self | other)

    def __iand__(self, other):
        return self._become(self & other)

    def __eq__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return self <= other and other <= self

    def __ne__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return not self == other

    def __le__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return all(self[key] <= other[key] for key in list(self) + list(other))

    def __lt__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return self <= other and not other <= self

    def __ge__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return other <= self

    def __gt__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return other < self

    def __repr__(self):
        if not self:
            return f"{type(self).__name__}()"
        try:
            items = dict(self.most_common())
        except TypeError:
            items = dict(self)
        return f"{type(self).__name__}({items!r})"
