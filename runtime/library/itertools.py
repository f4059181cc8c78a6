"""Iterators as building blocks."""

_nothing = object()


def _size(value, name):
    if not isinstance(value, int):
        raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer")
    if value < 0:
        message = "cannot be negative" if name == "repeat argument" else "must be non-negative"
        raise ValueError(f"{name} {message}")
    return value


def count(start=0, step=1):
    """start, start + step, …"""
    for number in (start, step):
        cls = type(number)
        if not (hasattr(cls, "__index__") or hasattr(cls, "__float__") or hasattr(cls, "__int__") or cls is complex):
            raise TypeError("a number is required")
    return _counted(start + 0 if isinstance(start, int) else start, step)


def _counted(start, step):
    while True:
        yield start
        start += step


def cycle(iterable, /):
    """The items again and again."""
    saved = []
    for item in iterable:
        yield item
        saved.append(item)
    while saved:
        yield from saved


def repeat(object, times=None):
    """An object again and again."""
    if times is None:
        while True:
            yield object
    for _ in range(times):
        yield object


class chain:
    """The items of one iterable after those of another."""

    def __new__(cls, *iterables):
        return cls.from_iterable(iterables)

    @staticmethod
    def from_iterable(iterables, /):
        for iterable in iterables:
            yield from iterable


def accumulate(iterable, func=None, *, initial=None):
    """Sums so far, or what another function makes of the last result and an item."""
    return _accumulated(iter(iterable), func, initial)


def _accumulated(iterator, func, total):
    if total is None:
        total = next(iterator, _nothing)
        if total is _nothing:
            return
    yield total
    for item in iterator:
        total = total + item if func is None else func(total, item)
        yield total


def compress(data, selectors):
    """The items whose selector is true."""
    for item, selected in zip(data, selectors):
        if selected:
            yield item


def dropwhile(predicate, iterable, /):
    """The items from the first one on for which the predicate is false."""
    iterator = iter(iterable)
    for item in iterator:
        if not predicate(item):
            yield item
            break
    yield from iterator


def takewhile(predicate, iterable, /):
    """The items up to the first one for which the predicate is false."""
    for item in iterable:
        if not predicate(item):
            break
        yield item


def filterfalse(function, iterable, /):
    """The items for which the function is false."""
    for item in iterable:
        if not (item if function is None else function(item)):
            yield item


def starmap(function, iterable, /):
    """function(*item) for each item."""
    for arguments in iterable:
        yield function(*arguments)


def pairwise(iterable, /):
    """Each item with the one after it."""
    iterator = iter(iterable)
    before = next(iterator, _nothing)
    for item in iterator:
        yield before, item
        before = item


def islice(iterable, /, *bounds):
    """A slice of an iterable."""
    if not 1 <= len(bounds) <= 3:
        least = "at least 2" if not bounds else "at most 4"
        raise TypeError(f"islice expected {least} arguments, got {len(bounds) + 1}")
    selection = slice(*bounds)
    start = 0 if selection.start is None else selection.start
    stop = selection.stop
    step = 1 if selection.step is None else selection.step
    if stop is not None and not (isinstance(stop, int) and stop >= 0):
        last = "Stop argument" if len(bounds) == 1 else "Indices"
        if len(bounds) == 1:
            raise ValueError("Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.")
        raise ValueError(f"{last} for islice() must be None or an integer: 0 <= x <= sys.maxsize.")
    if not (isinstance(start, int) and start >= 0):
        raise ValueError("Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.")
    if not (isinstance(step, int) and step > 0):
        raise ValueError("Step for islice() must be a positive integer or None.")
    return _sliced(iter(iterable), start, stop, step)


def _sliced(iterator, start, stop, step):
    at = 0
    wanted = start
    while stop is None or wanted < stop:
        while at <= wanted:
            item = next(iterator, _nothing)
            if item is _nothing:
                return
            at += 1
        yield item
        wanted += step
    while at < stop:
        if next(iterator, _nothing) is _nothing:
            return
        at += 1


def zip_longest(*iterables, fillvalue=None):
    """zip() up to the end of the longest."""
    return _zipped([iter(iterable) for iterable in iterables], fillvalue)


def _zipped(iterators, fillvalue):
    active = len(iterators)
    while active:
        items = []
        for i, iterator in enumerate(iterators):
            item = fillvalue
            if iterator is not None:
                item = next(iterator, _nothing)
                if item is _nothing:
                    iterators[i] = None
                    item = fillvalue
                    active -= 1
            items.append(item)
        if active:
            yield tuple(items)


def product(*iterables, repeat=1):
    """All tuples with an item of each iterable."""
    return _products([tuple(iterable) for iterable in iterables] * _size(repeat, "repeat argument"))


def _products(pools):
    if not all(pools):
        return
    places = [0] * len(pools)
    while True:
        yield tuple(pool[at] for pool, at in zip(pools, places))
        i = len(pools) - 1
        while i >= 0:
            places[i] += 1
            if places[i] < len(pools[i]):
                break
            places[i] = 0
            i -= 1
        if i < 0:
            return


def permutations(iterable, r=None):
    """All orders of r items."""
    pool = tuple(iterable)
    return _permuted(pool, len(pool) if r is None else _size(r, "r"))


def _permuted(pool, r):
    n = len(pool)
    if r > n:
        return
    indices = list(range(n))
    cycles = list(range(n, n - r, -1))
    yield tuple(pool[i] for i in indices[:r])
    i = r - 1
    while i >= 0:
        cycles[i] -= 1
        if cycles[i] == 0:
            indices[i:] = indices[i + 1 :] + indices[i : i + 1]
            cycles[i] = n - i
            i -= 1
        else:
            j = n - cycles[i]
            indices[i], indices[j] = indices[j], indices[i]
            yield tuple(pool[i] for i in indices[:r])
            i = r - 1


def combinations(iterable, r):
    """All choices of r items, in their order."""
    return _combined(tuple(iterable), _size(r, "r"))


def _combined(pool, r):
    n = len(pool)
    if r > n:
        return
    chosen = list(range(r))
    while True:
        yield tuple(pool[i] for i in chosen)
        at = r - 1
        while at >= 0 and chosen[at] == at + n - r:
            at -= 1
        if at < 0:
            return
        first = chosen[at] + 1
        for i in range(at, r):
            chosen[i] = first + i - at


def combinations_with_replacement(iterable, r):
    """All choices of r items that may repeat, in their order."""
    return _repeated_choices(tuple(iterable), _size(r, "r"))


def _repeated_choices(pool, r):
    n = len(pool)
    if n == 0 and r:
        return
    chosen = [0] * r
    while True:
        yield tuple(pool[i] for i in chosen)
        at = r - 1
        while at >= 0 and chosen[at] == n - 1:
            at -= 1
        if at < 0:
            return
        chosen[at:] = [chosen[at] + 1] * (r - at)


class groupby:
    """Keys with the neighbouring items that have them."""

    def __init__(self, iterable, key=None):
        self._iterator = iter(iterable)
        self._key = key
        self._last = self._wanted = self._item = _nothing
        self._group = None

    def __iter__(self):
        return self

    def _advance(self):
        self._item = next(self._iterator)
        self._last = self._item if self._key is None else self._key(self._item)

    def __next__(self):
        self._group = group = object()
        while self._last is self._wanted or self._last == self._wanted:
            self._advance()
        self._wanted = self._last
        return self._wanted, self._members(self._wanted, group)

    def _members(self, key, group):
        while self._group is group and self._last == key:
            yield self._item
            try:
                self._advance()
            except StopIteration:
                self._last = self._wanted = _nothing
                return


def tee(iterable, n=2, /):
    """Independent iterators over the items of one."""
    iterator = iter(iterable)
    first = [None, None]
    return tuple(_teed(iterator, first) for _ in range(_size(n, "n")))


def _teed(iterator, link):
    while True:
        if link[1] is None:
            item = next(iterator, _nothing)
            if item is _nothing:
                return
            link[0] = item
            link[1] = [None, None]
        item, link = link
        yield item
