def say(value):
    print("<", value, ">")
    return value


print(say(0) and say(1))
print(say(1) and say("") and say(2))
print(say(0) or say(None) or say(3) or say(4))
print(not say(0))
if say(1) and not say(0) or say(5):
    print("yes")
if not (say(0) or say("x")):
    print("no")
