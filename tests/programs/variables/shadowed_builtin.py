def print_all(print, range):
    return print + range


abs = 4
print(print_all(1, 2), abs)
