for i in range(3):
    print(i, end=" ")
for i in range(2, 5):
    print(i, end=" ")
for i in range(10, 0, -3):
    print(i, end=" ")
for i in range(0, 10, 4):
    print(i, end=" ")
for i in range(5, 2):
    print("never")
for i in range(3, -1, -1):
    print(i, end=" ")
print()
