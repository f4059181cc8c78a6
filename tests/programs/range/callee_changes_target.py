def disturb():
    global i, limit
    i = 100
    limit = 0


limit = 3
for i in range(limit):
    disturb()
    print(i, limit)
