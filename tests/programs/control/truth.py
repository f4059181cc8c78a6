def truth(value):
    if value:
        return "true"
    return "false"


print(truth(0), truth(1), truth(-1), truth(None), truth(""), truth("0"))
print(truth(True), truth(False), truth(truth))
print(not truth, not 5, not "")
