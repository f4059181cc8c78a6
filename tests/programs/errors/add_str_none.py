x = 'a'
print(x + None)
