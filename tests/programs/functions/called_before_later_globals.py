def show():
    print(later)


later = 1
show()
later = 2
show()
