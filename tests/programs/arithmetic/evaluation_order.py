def say(n):
    print("say", n)
    return n


print(say(1) + say(2) * say(3))
print(say(7) - say(4) < say(9))
x = say(1) if say(0) else say(2)
print(x)
