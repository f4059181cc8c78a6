ages = {"a": 1}
for name in ages:
    ages[name + "x"] = 2
