x = '8'
print(x // 2)
