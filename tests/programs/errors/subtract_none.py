x = None
y = 5 - x
