"""Exceptions: chaining, groups, finally, custom hierarchies, cleanup; ends with a traceback."""
import sys
from contextlib import ExitStack, contextmanager


class AppError(Exception):
    code = 1

    def __init__(self, message, **details):
        super().__init__(message)
        self.details = details

    def __str__(self):
        extra = ", ".join(f"{k}={v!r}" for k, v in self.details.items())
        return f"{self.args[0]} ({extra})" if extra else self.args[0]


class NotFound(AppError, LookupError):
    code = 44


class Retry(AppError):
    code = 7


def attempt(times, operation):
    errors = []
    for n in range(1, times + 1):
        try:
            result = operation(n)
        except Retry as error:
            errors.append(error)
            print(f"attempt {n}: {error}")
        except (NotFound, KeyError) as error:
            raise AppError("gave up", tried=n) from error
        else:
            print(f"attempt {n}: success")
            return result
        finally:
            print(f"attempt {n} done")
    raise ExceptionGroup("all failed", errors)


def flaky(limit):
    def operation(n):
        if n < limit:
            raise Retry("busy", n=n)
        if limit == 99:
            raise NotFound("nothing", key="k")
        return n * 10
    return operation


print(attempt(3, flaky(2)))
try:
    attempt(2, flaky(5))
except* Retry as group:
    print("group of", len(group.exceptions), [str(e) for e in group.exceptions])
try:
    attempt(1, lambda n: {}["missing"])
except AppError as error:
    print(error, repr(error.__cause__), error.__suppress_context__, error.code)


def cleanup(order):
    try:
        try:
            order.append("try")
            return order
        finally:
            order.append("inner")
    finally:
        order.append("outer")


def override():
    for i in range(3):
        try:
            if i == 1:
                raise ValueError(i)
        except ValueError:
            continue
        finally:
            if i == 2:
                return f"returned at {i}"


@contextmanager
def step(name, log):
    log.append(f"+{name}")
    try:
        yield
    except ZeroDivisionError as error:
        log.append(f"!{name}")
        raise RuntimeError(name) from error
    finally:
        log.append(f"-{name}")


print(cleanup([]), override())
log = []
try:
    with ExitStack() as stack:
        for name in "abc":
            stack.enter_context(step(name, log))
        1 // 0
except RuntimeError as error:
    chain = []
    while error:
        chain.append(repr(error))
        error = error.__cause__ or error.__context__
    print(log, chain)
try:
    try:
        raise TypeError("first")
    except TypeError:
        raise ValueError("second")
except ValueError as error:
    print(repr(error.__context__), error.__cause__)
    error.add_note("a note")
    print(error.__notes__)
try:
    error
except NameError as e:
    print(e)
try:
    raise ExceptionGroup("eg", [ValueError(1), ExceptionGroup("inner", [TypeError(2), OSError(3)])])
except* (TypeError, ValueError) as eg:
    print("handled", eg.exceptions)
except* OSError as eg:
    print("os", eg)
try:
    assert len(log) == 0, f"log has {len(log)}"
except AssertionError as error:
    print(error)
def recurse(n):
    return recurse(n + 1) + 1
try:
    recurse(0)
except RecursionError as error:
    print(error)
try:
    sys.exit("not yet")
except SystemExit as error:
    print("exit", error.code)


def outer():
    try:
        inner()
    except KeyError as error:
        raise NotFound("final", where="outer") from error


def inner():
    table = {"a": 1}
    return table["a"] + table["b"]


outer()
