x = None
y = 1
while y and x < 3:
    y += 1
