x = None
print(x, x is None, x == None, x != 0, x is not None)
