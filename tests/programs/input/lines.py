"""input() reads lines and raises EOFError at the end"""

name = input("Name? ")
print(f"Hello, {name}!")
total = 0
while True:
    try:
        total += int(input())
    except ValueError as error:
        print(error)
    except EOFError as error:
        print(repr(error))
        break
print(total)
input("again: ")
