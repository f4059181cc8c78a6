x = None
print(+x)
