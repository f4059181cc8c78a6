x = None
print(x >= x)
