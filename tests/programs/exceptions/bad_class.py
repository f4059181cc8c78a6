# Only exception classes can be caught.
try:
    try:
        1 // 0
    except 5:
        print("no")
except TypeError as e:
    print(e)
try:
    try:
        1 // 0
    except (KeyError, int):
        print("no")
except TypeError as e:
    print(e, repr(e.__context__))
try:
    try:
        pass
    except undefined:
        print("no")
except NameError:
    print("never")
else:
    print("not evaluated")
try:
    1 // 0
except undefined:
    pass
