x = 1
# coding: nothing
print('é', x)
