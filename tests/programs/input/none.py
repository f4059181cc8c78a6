"""Without input, input() raises EOFError"""

print(input("? "))
