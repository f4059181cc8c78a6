"""The traceback of RecursionError counts repeated lines"""


def even(n):
    return odd(n + 1)


def odd(n):
    if n % 2:
        return odd(
            n + 1
        )
    return even(n)


def deep(n):
    return deep(n + 1) if n < 400 else even(n)


deep(0)
