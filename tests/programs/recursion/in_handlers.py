"""Recursion in exception handlers, with a chain of contexts, and in finally blocks"""
import sys


def handler(n):
    global deepest
    deepest = n
    try:
        raise ValueError(n)
    except ValueError:
        handler(n + 1)


def last(n):
    try:
        last(n + 1)
    finally:
        ends.append(n)


def again(n):
    try:
        again(n + 1)
    except RecursionError:
        raise


def chained(n):
    try:
        chained(n + 1)
    except RecursionError as error:
        raise RecursionError(n) from error


def context(n):
    try:
        context(n + 1)
    except RecursionError:
        raise RecursionError(n)


def swallowed(n):
    try:
        return swallowed(n + 1)
    except RecursionError:
        return n > 450


def managed(n):
    with Manager():
        managed(n + 1)


class Manager:
    def __enter__(self):
        pass

    def __exit__(self, kind, value, entries):
        exits.append(kind.__name__)


def length(error, name):
    count = 0
    while error is not None:
        count += 1
        error = getattr(error, name)
    return count


sys.setrecursionlimit(500)
ends = []
exits = []
for f in (handler, last, again, chained, context, managed):
    try:
        f(0)
    except RecursionError as error:
        chain = length(error, "__context__")
        print(f.__name__, type(error).__name__, chain > 450, length(error, "__cause__") > 450)
print(deepest > 450, len(ends) > 450, ends[-1], len(ends) - ends[0], len(exits) > 450, set(exits))
print(swallowed(0))
