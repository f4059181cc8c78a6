# match in loops and functions, with break, continue and return.
def run(commands):
    stack = []
    for command in commands:
        match command.split():
            case ["push", n]:
                stack.append(int(n))
            case ["add"]:
                stack.append(stack.pop() + stack.pop())
            case ["skip"]:
                continue
            case ["stop"]:
                break
            case ["result"]:
                return stack[-1]
            case other:
                print("unknown", other)
    return stack


print(run(["push 1", "push 2", "add", "skip", "result", "push 5"]))
print(run(["push 4", "what is this", "stop", "push 5"]))
