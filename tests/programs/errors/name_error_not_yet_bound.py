value = 1
print(valu)
values = 2
