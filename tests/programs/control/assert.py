def check(n):
    assert n > 0, "positive"
    assert n < 100
    return n


print(check(5), check(99))
