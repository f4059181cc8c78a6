print('first')
print('second', 1 // 0)
