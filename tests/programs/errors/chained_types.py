x = 3
print(1 < x < None)
