x = 1
assert x and (x == 1 and not x), "no"
