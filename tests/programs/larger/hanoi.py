moves = 0


def hanoi(n, source, target, spare):
    global moves
    if n == 0:
        return
    hanoi(n - 1, source, spare, target)
    moves += 1
    if n == 4:
        print(source, "->", target)
    hanoi(n - 1, spare, target, source)


hanoi(6, "A", "C", "B")
print(moves)
