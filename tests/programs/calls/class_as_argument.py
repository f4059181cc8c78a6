"""Instances that are made where they are arguments"""
items = [3]
items.extend(list(reversed((1, 2))))
items.extend(list(sorted(list(range(2)))))
print(items, "|".join(sorted(dict(sorted({"a": 1}.items())))))


class Numbers(list):
    pass


def pair(first, second):
    return first, second


print(pair(1, list(Numbers([1]))), pair(pair(1, list(range(2))), list(Numbers([1, 2]))))
