x = 1
assert not (x if x == 1 else x < 5), x
