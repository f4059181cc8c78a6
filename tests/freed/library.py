"""Ten thousand objects of library modules: compiled patterns, iterators, streams, documents."""

import copy
import io
import itertools
import json
import random
import re

COUNT = 10_000


def repeat(make):
    kept = None
    for i in range(COUNT):
        kept = make(i)
    print(make.__name__, kept)


def pattern(i):
    p = re.compile("a%d" % (i % 700))
    return p.match("a%d" % (i % 700)).span()


def iterator(i):
    c = itertools.chain([i], itertools.count(i))
    return next(c), list(itertools.islice(itertools.cycle([i, 1]), 3))


def stream(i):
    s = io.StringIO()
    s.write("line %d" % i)
    return s.getvalue()


def document(i):
    return json.loads(json.dumps({"k": [i, "x%d" % i]}))


def generator(i):
    return random.Random(i).randrange(100)


def copied(i):
    items = [i, {"a": [i]}]
    items.append(items)
    return copy.deepcopy(items)[:2]


repeat(pattern)
repeat(iterator)
repeat(stream)
repeat(document)
repeat(generator)
repeat(copied)
