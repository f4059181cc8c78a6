x = [1]
try:
    f"{x:d}"
except TypeError as e:
    print(e)
try:
    f"{5:s}"
except ValueError as e:
    print(e)
print(f"value {x:>5}")
