# A value pattern asks the subject's ==.
class Any:
    def __init__(self, answer):
        self.answer = answer

    def __eq__(self, other):
        print("eq", other)
        return self.answer


for answer in (True, False, [], [1]):
    match Any(answer):
        case 1:
            print("one")
        case "a" | "b":
            print("letter")
        case _:
            print("other")
