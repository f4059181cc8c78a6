n = 1
while True:
    n *= 3
    if n > 1000:
        break
print(n)
while 1:
    break
while 0:
    print("never")
else:
    print("else")
