"""An operand that lives across a call whose blocks come before it"""


def pieces(p):
    try:
        raise StopIteration(1)
    except Exception:
        pass
    yield abs(p) & ("a" or "b").find("a") + 7


print(*pieces(-5))
