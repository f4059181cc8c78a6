# A comparison may return anything.
class A:
    def __init__(self, result):
        self.result = result

    def __lt__(self, other):
        return self.result

    def __eq__(self, other):
        return self.result


print(A([]) < 1, A("x") == 2)
if A([]) < 1:
    print("no")
else:
    print("empty is false")
if A([0]) < 1:
    print("full is true")
while A(()) == 1:
    print("no")
print(1 if A("") < 0 else 2, not A([1]) < 0, A([]) < 1 < 2, 0 < 1 > A(5) < 3)
print(A([]) == 1 or "or", A([1]) == 1 and "and", A(None) != 1)
assert A([1]) < 2
