items = []
for i in range(20):
    items.append(i * i)
print(items, len(items), items[0], items[-1], items[19], items[-20])
items[3] = "x"
items[-1] = None
print(items)
