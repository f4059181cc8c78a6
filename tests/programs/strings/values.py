def greet(name, polite):
    if polite:
        print("Dear", name)
    else:
        print("Hi,", name)
    return name


s = greet("Ada", 1)
t = greet(s, 0)
print(s is t, s)
