print({"a": 1, "b": 2} == {"b": 2, "a": 1}, {"a": 1} == {"a": 1.0}, {1: 2} == {1: 3}, {} == {}, {1: 1} == {2: 1})
print({1: [1, {2: 3}]} == {1: [1, {2: 3}]}, {"a": 1} != {"a": 2}, {} == [], {} != None)
nan = float("nan")
print({1: nan} == {1: nan})
try:
    {} < {}
except TypeError as e:
    print(e)
