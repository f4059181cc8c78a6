"""Calls of objects nest."""


class Fact:
    def __call__(self, n):
        return 1 if n == 0 else n * self(n - 1)


class Tree:
    def __init__(self, depth):
        self.children = [Tree(depth - 1), Tree(depth - 1)] if depth else []

    def count(self):
        return 1 + sum(child.count() for child in self.children)


print(Fact()(20), Tree(6).count())
