"""A parser and interpreter for a small language: classes, match, recursion, exceptions."""
from dataclasses import dataclass
from enum import Enum, auto


class Kind(Enum):
    NUMBER = auto()
    NAME = auto()
    OP = auto()
    END = auto()


@dataclass(frozen=True)
class Token:
    kind: Kind
    text: str
    pos: int


class ParseError(Exception):
    def __init__(self, message, pos):
        super().__init__(f"{message} at {pos}")
        self.pos = pos


def tokenize(source):
    i = 0
    while i < len(source):
        c = source[i]
        if c.isspace():
            i += 1
        elif c.isdigit() or c == ".":
            j = i
            while j < len(source) and (source[j].isdigit() or source[j] == "."):
                j += 1
            yield Token(Kind.NUMBER, source[i:j], i)
            i = j
        elif c.isalpha() or c == "_":
            j = i
            while j < len(source) and (source[j].isalnum() or source[j] == "_"):
                j += 1
            yield Token(Kind.NAME, source[i:j], i)
            i = j
        elif source[i:i + 2] in ("**", "==", "<=", ">=", "!="):
            yield Token(Kind.OP, source[i:i + 2], i)
            i += 2
        elif c in "+-*/()=,<>?:":
            yield Token(Kind.OP, c, i)
            i += 1
        else:
            raise ParseError(f"unexpected {c!r}", i)
    yield Token(Kind.END, "", len(source))


class Parser:
    LEVELS = [("==", "!=", "<", ">", "<=", ">="), ("+", "-"), ("*", "/")]

    def __init__(self, source):
        self.tokens = list(tokenize(source))
        self.at = 0

    @property
    def token(self):
        return self.tokens[self.at]

    def accept(self, *texts):
        if self.token.kind is Kind.OP and self.token.text in texts:
            self.at += 1
            return self.tokens[self.at - 1].text

    def expect(self, text):
        if not self.accept(text):
            raise ParseError(f"expected {text!r}, got {self.token.text!r}", self.token.pos)

    def statement(self):
        if self.token.kind is Kind.NAME and self.tokens[self.at + 1].text == "=":
            name = self.token.text
            self.at += 2
            node = ("let", name, self.ternary())
        else:
            node = self.ternary()
        if self.token.kind is not Kind.END:
            raise ParseError(f"unexpected {self.token.text!r}", self.token.pos)
        return node

    def ternary(self):
        node = self.binary(0)
        if self.accept("?"):
            yes = self.ternary()
            self.expect(":")
            return ("if", node, yes, self.ternary())
        return node

    def binary(self, level):
        if level == len(self.LEVELS):
            return self.unary()
        node = self.binary(level + 1)
        while op := self.accept(*self.LEVELS[level]):
            node = (op, node, self.binary(level + 1))
        return node

    def unary(self):
        if self.accept("-"):
            return ("neg", self.unary())
        node = self.atom()
        if self.accept("**"):
            node = ("**", node, self.unary())
        return node

    def atom(self):
        token = self.token
        self.at += 1
        match token:
            case Token(kind=Kind.NUMBER, text=text) if text.count(".") < 2:
                return float(text) if "." in text else int(text)
            case Token(Kind.NAME, name):
                if self.accept("("):
                    args = []
                    while not self.accept(")"):
                        args.append(self.ternary())
                        if self.token.text != ")":
                            self.expect(",")
                    return ("call", name, *args)
                return ("var", name)
            case Token(Kind.OP, "("):
                node = self.ternary()
                self.expect(")")
                return node
        raise ParseError(f"unexpected {token.text or 'end'!r}", token.pos)


def evaluate(node, env):
    match node:
        case int() | float():
            return node
        case ("var", name):
            try:
                return env[name]
            except KeyError:
                raise NameError(f"unknown variable {name}") from None
        case ("let", name, value):
            env[name] = result = evaluate(value, env)
            return result
        case ("neg", value):
            return -evaluate(value, env)
        case ("if", test, yes, no):
            return evaluate(yes if evaluate(test, env) else no, env)
        case ("call", name, *args):
            return env[name](*(evaluate(arg, env) for arg in args))
        case (op, left, right):
            a, b = evaluate(left, env), evaluate(right, env)
            return {"+": lambda: a + b, "-": lambda: a - b, "*": lambda: a * b, "/": lambda: a / b, "**": lambda: a**b,
                    "==": lambda: a == b, "!=": lambda: a != b, "<": lambda: a < b, ">": lambda: a > b, "<=": lambda: a <= b, ">=": lambda: a >= b}[op]()


env = {"max": max, "min": min, "abs": abs, "pi": 3.14159}
for line in ["1 + 2 * 3", "x = (1 + 2) * 3", "x ** 2 ** 0.5", "-x ** 2", "max(x, 10, 3) - min(1, 2)", "y = x > 5 ? 100 : 200", "y / 8", "10 / (x - 9)", "2 +", "z", "3 $ 4",
             "abs(-7.5", "1.2.3", "pi * x ** 2 <= 300", "f(1)"]:
    try:
        print(f"{line:<30} = {evaluate(Parser(line).statement(), env)!r}")
    except ParseError as error:
        print(f"{line:<30} ! {error} [{error.pos}]")
    except (ZeroDivisionError, NameError, KeyError) as error:
        print(f"{line:<30} ! {type(error).__name__}: {error}")
