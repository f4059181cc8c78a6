fast = True
if fast:
    def work():
        return "fast"
else:
    def work():
        return "slow"

print(work())
