"""Ten thousand objects of each builtin kind, one after the other."""

from collections import Counter, OrderedDict, defaultdict, deque
from types import SimpleNamespace

COUNT = 10_000


def repeat(make):
    kept = None
    for i in range(COUNT):
        kept = make(i)
    print(make.__name__, kept)


def integer(i):
    n = 1 << 300 | i
    return n * n - n ** 2 + i, n & 0xFFFF


def number(i):
    return i / 7, complex(i, 1.5)


def text(i):
    s = "né%d" % i
    return s * 3, s.upper().encode()[::-1]


def buffer(i):
    b = bytearray(b"%d" % i)
    m = memoryview(b)[1:]
    return bytes(m), b * 2


def sequence(i):
    items = [i] * 20
    items.append(items)
    return len(items), (i, (i, (i,))), items[1:3]


def queue(i):
    d = deque([i], maxlen=8)
    d.extendleft(range(20))
    d.append(d)
    return len(d)


def mapping(i):
    d = {str(j): [j] for j in range(i % 30)}
    d["own"] = d
    return len(d), list(d)[-2:]


def members(i):
    s = set(range(i % 40)) | {"x%d" % i}
    return len(s), frozenset(s) == s


def special_mapping(i):
    d = defaultdict(list)
    d[i].append(d)
    o = OrderedDict([(i, 1), (2, o_of(i))])
    return len(d), list(o), Counter("aab%d" % i).most_common(1)


def o_of(i):
    return object(), slice(i, None), range(i)


def iterator(i):
    items = [i, 1, 2]
    its = [iter(items), reversed(items), enumerate(items), zip(items, items), map(str, items), iter({i: 1}.items())]
    items.append(its)
    return [next(it) for it in its]


def exception(i):
    def descend(n):
        if n == 0:
            raise ValueError(i)
        descend(n - 1)

    try:
        try:
            descend(i % 20)
        except ValueError as error:
            raise KeyError(i) from error
    except KeyError as error:
        error.add_note("note %d" % i)
        error.own = error
        return error.args, error.__cause__.args, error.__notes__


def namespace(i):
    n = SimpleNamespace(i=i, **{"n%d" % i: 1})
    n.own = n
    return n.i, len(vars(n))


def cell(i):
    def f():
        nonlocal i
        i += 1
        return f, i

    return f()[1]


repeat(integer)
repeat(number)
repeat(text)
repeat(buffer)
repeat(sequence)
repeat(queue)
repeat(mapping)
repeat(members)
repeat(special_mapping)
repeat(iterator)
repeat(exception)
repeat(namespace)
repeat(cell)
