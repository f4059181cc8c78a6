"""itertools."""
import itertools
from itertools import (accumulate, chain, combinations, combinations_with_replacement, compress, count, cycle, dropwhile,
                       filterfalse, groupby, islice, pairwise, permutations, product, repeat, starmap, takewhile, tee,
                       zip_longest)

print(list(islice(count(10, 3), 4)), list(islice(cycle("ab"), 5)), list(repeat(7, 3)), list(islice(repeat(None), 2)))
print(list(chain("ab", [1], ())), list(chain.from_iterable([[1, 2], [3]])))
print(list(accumulate([1, 2, 3, 4])), list(accumulate([3, 1, 4], max)), list(accumulate([1, 2], initial=10)), list(accumulate([])))
print(list(compress("abcdef", [1, 0, 1, 0, 1, 1])), list(dropwhile(lambda x: x < 3, [1, 2, 3, 1])))
print(list(takewhile(lambda x: x < 3, [1, 2, 3, 1])), list(filterfalse(lambda x: x % 2, range(6))), list(filterfalse(None, [0, 1])))
print(list(starmap(pow, [(2, 3), (3, 2)])), list(pairwise("abcd")), list(pairwise([1])))
print(list(islice(range(20), 2, 10, 3)), list(islice("abc", None)), list(islice("abcdef", 2, None)))
print(list(zip_longest("abc", [1], fillvalue="-")), list(zip_longest()))
print(list(product("ab", [1, 2])), list(product([0, 1], repeat=2)), list(product()), list(product("a", [])))
print(list(permutations("abc")), list(permutations(range(3), 2)), list(permutations([1], 2)), list(permutations([])))
print(list(combinations("abcd", 2)), list(combinations([1], 2)), list(combinations("ab", 0)))
print(list(combinations_with_replacement("abc", 2)), list(combinations_with_replacement([], 1)))
for key, group in groupby("aaabbbca"):
    print(key, list(group), end=" ")
print()
words = ["apple", "ant", "bee", "bear", "cat"]
print({k: list(g) for k, g in groupby(words, key=lambda w: w[0])}, [k for k, g in groupby([1, 1, 2, 3, 3])])
a, b = tee([1, 2, 3])
next(a)
print(list(a), list(b), [list(t) for t in tee("xy", 3)])
it = iter(range(10))
print(list(islice(it, 3)), next(it), list(itertools.islice(it, 1, 4, 2)), next(it))
for call in (lambda: islice([], -1), lambda: combinations("ab", -1), lambda: product("a", repeat=-1), lambda: list(chain(1)),
             lambda: accumulate(3), lambda: islice([], 0, 1, 0)):
    try:
        print(call())
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
total = 0
for a, b, c in product(range(5), repeat=3):
    if a < b < c:
        total += a * b * c
print(total, sum(1 for _ in permutations(range(5))))
