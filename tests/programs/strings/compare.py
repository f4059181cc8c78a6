a = "apple"
b = "banana"
e = ""
print(a == b, a != b, a < b, a <= b, a > b, a >= b)
print(a == "apple", a < "apple pie", e < a, e == "", "Z" < "a")
print(a == 5, a != 5, 5 == a, None == a, a is a, a is None, a is not None)
if a < b:
    print("less")
if not a == b:
    print("different")
if a != 1:
    print("not 1")
