# coding: cp1252
print('“€”', len('“€”'))
print(1 / len(''))  # “€”
