class G:
    def __class_getitem__(cls, item):
        return (cls.__name__, item)


print(G[int], G[1, 2], list[int], dict[str, int], tuple[int, ...], set[str], type[int])
print(list[int]([1, 2]), dict[str, int](a=1), list[list[int]])
try:
    int[3]
except TypeError as e:
    print(e)


class P:
    pass


try:
    P[1]
except TypeError as e:
    print(e)


def f(x: list[int]) -> dict[str, int]:
    return {}


print(f([]))
