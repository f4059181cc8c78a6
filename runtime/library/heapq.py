"""Heaps in lists: an item is not greater than those at twice its place plus 1 and 2."""


def _rise(heap, start, at):
    """Moves the item at a place towards the root."""
    item = heap[at]
    while at > start:
        parent = (at - 1) >> 1
        if not item < heap[parent]:
            break
        heap[at] = heap[parent]
        at = parent
    heap[at] = item


def _sink(heap, at):
    """Moves the item at a place down to a leaf, and then up to where it belongs."""
    end = len(heap)
    start = at
    item = heap[at]
    child = 2 * at + 1
    while child < end:
        right = child + 1
        if right < end and not heap[child] < heap[right]:
            child = right
        heap[at] = heap[child]
        at = child
        child = 2 * at + 1
    heap[at] = item
    _rise(heap, start, at)


def heappush(heap, item, /):
    """Adds an item."""
    heap.append(item)
    _rise(heap, 0, len(heap) - 1)


def heappop(heap, /):
    """Removes the least item."""
    if not heap:
        raise IndexError("index out of range")
    last = heap.pop()
    if not heap:
        return last
    least = heap[0]
    heap[0] = last
    _sink(heap, 0)
    return least


def heapreplace(heap, item, /):
    """Removes the least item, then adds one."""
    if not heap:
        raise IndexError("index out of range")
    least = heap[0]
    heap[0] = item
    _sink(heap, 0)
    return least


def heappushpop(heap, item, /):
    """Adds an item, then removes the least."""
    if heap and heap[0] < item:
        item, heap[0] = heap[0], item
        _sink(heap, 0)
    return item


def heapify(x, /):
    """Makes a list a heap."""
    for at in range(len(x) // 2 - 1, -1, -1):
        _sink(x, at)


def nsmallest(n, iterable, key=None):
    """The n least items."""
    return sorted(iterable, key=key)[: max(n, 0)]


def nlargest(n, iterable, key=None):
    """The n greatest items."""
    return sorted(iterable, key=key, reverse=True)[: max(n, 0)]


def merge(*iterables, key=None, reverse=False):
    """The items of sorted iterables in order."""
    ends = []
    for order, iterable in enumerate(iterables):
        iterator = iter(iterable)
        for item in iterator:
            ends.append([item if key is None else key(item), order, item, iterator])
            break
    while ends:
        best = ends[0]
        for end in ends:
            if best[0] < end[0] if reverse else end[0] < best[0]:
                best = end
        yield best[2]
        for item in best[3]:
            best[0] = item if key is None else key(item)
            best[2] = item
            break
        else:
            ends.remove(best)
