x = None
print(2 * (x * 3))
