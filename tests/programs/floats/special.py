inf = float("inf")
nan = float("nan")
print(inf, -inf, nan, inf + 1, inf - inf, inf * 0, inf / inf, 1 / inf, -1 / inf, inf // 2, 5 % inf, -5 % inf)
print(nan == nan, nan != nan, nan < 1, nan > 1, inf > 10**400, -inf < -(10**400), inf == inf)
print(nan in [nan], [nan] == [nan], min(1.0, nan), max(nan, 1.0), bool(nan), sorted([3.0, -inf, inf, 0.0]))
print(inf**0, nan**0, 1**inf, 0.5**inf, 2**-inf, (-inf) ** 3, (-inf) ** -3, round(nan, 2), round(inf, 2))
for operation in (lambda: int(inf), lambda: int(nan), lambda: round(inf), lambda: inf.as_integer_ratio(), lambda: 0.0**-1):
    try:
        print(operation())
    except (OverflowError, ValueError, ZeroDivisionError) as e:
        print(type(e).__name__, e)
