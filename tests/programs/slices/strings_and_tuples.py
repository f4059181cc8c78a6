t = tuple(range(8))
s = "abcdefgh"
for start in (None, 0, 2, -3, 20, -20):
    for stop in (None, 0, 5, -1, 20, -20):
        for step in (None, 1, 2, -1, -3):
            print(t[start:stop:step], s[start:stop:step], list(t)[start:stop:step] == list(t[start:stop:step]))
