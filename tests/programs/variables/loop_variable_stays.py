for i in range(3):
    pass
print(i)
for i in range(10, 20):
    if i == 13:
        break
print(i)
i = "kept"
for i in range(0):
    pass
print(i)
