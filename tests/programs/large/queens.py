"""N queens by generators, sets and recursion."""


def queens(n):
    columns, rising, falling = set(), set(), set()
    board = []

    def place(row):
        if row == n:
            yield tuple(board)
            return
        for column in range(n):
            if column in columns or row + column in rising or row - column in falling:
                continue
            columns.add(column)
            rising.add(row + column)
            falling.add(row - column)
            board.append(column)
            yield from place(row + 1)
            board.pop()
            columns.remove(column)
            rising.discard(row + column)
            falling.difference_update({row - column})

    yield from place(0)


def draw(board):
    for column in board:
        print(" ".join("Q" if i == column else "." for i in range(len(board))))


for n in range(1, 8):
    solutions = list(queens(n))
    print(n, len(solutions), solutions[:2])
draw(next(queens(8)))
