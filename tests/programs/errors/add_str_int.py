x = 'a'
print(x + 1)
