# Operands from left to right, before the operator.
def n(x):
    print("n", x)
    return x


n(1) + n(2) * n(3)
n(1) < n(2) < n(0) < n(5)
n(0) or n(2) and n(3)
n(1) if n(0) else n(2)
[n(1), n(2)][n(0)]
n([1])[n(0)]
not n(1)
-n(2) ** n(2)
n(1) in [n(2), n(1)]
n("a") is not n(None)
{n(1): n(2), **{n(3): n(4)}}
(n(1), *[n(2)], n(3))
print(n(1) == n(1) == n(2))
