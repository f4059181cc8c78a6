def nothing():
    pass


def documented():
    """Says nothing."""


def dots(): ...


print(nothing(), documented(), dots())
