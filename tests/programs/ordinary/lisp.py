"""A Lisp interpreter: closures, recursion, exceptions with causes, operators as functions."""
import math
import operator as op
from functools import reduce


class LispError(Exception):
    pass


class Symbol(str):
    def __repr__(self):
        return str(self)


class Env(dict):
    def __init__(self, names=(), values=(), outer=None):
        super().__init__(zip(names, values))
        self.outer = outer

    def find(self, name):
        env = self
        while env is not None:
            if name in env:
                return env
            env = env.outer
        raise LispError(f"undefined: {name}")


class Procedure:
    def __init__(self, params, body, env):
        self.params, self.body, self.env = params, body, env

    def __call__(self, *args):
        if len(args) != len(self.params):
            raise LispError(f"expected {len(self.params)} arguments, got {len(args)}")
        return evaluate(self.body, Env(self.params, args, self.env))


def tokenize(text):
    return text.replace("(", " ( ").replace(")", " ) ").replace("'", " ' ").split()


def read(tokens):
    if not tokens:
        raise LispError("unexpected end")
    token = tokens.pop(0)
    if token == "(":
        result = []
        while tokens and tokens[0] != ")":
            result.append(read(tokens))
        if not tokens:
            raise LispError("missing )")
        tokens.pop(0)
        return result
    if token == "'":
        return [Symbol("quote"), read(tokens)]
    if token == ")":
        raise LispError("unexpected )")
    for kind in (int, float):
        try:
            return kind(token)
        except ValueError:
            continue
    return Symbol(token)


def standard():
    env = Env()
    env.update({
        "+": lambda *a: sum(a), "*": lambda *a: reduce(op.mul, a, 1), "-": lambda a, *b: a - sum(b) if b else -a, "/": op.truediv,
        "<": op.lt, ">": op.gt, "=": op.eq, "<=": op.le, "mod": op.mod, "not": op.not_,
        "car": lambda x: x[0], "cdr": lambda x: x[1:], "cons": lambda x, y: [x] + y, "list": lambda *x: list(x), "null?": lambda x: x == [],
        "length": len, "map": lambda f, x: [f(y) for y in x], "apply": lambda f, x: f(*x), "display": lambda *x: print(*map(show, x)), "pi": math.pi,
        "number?": lambda x: isinstance(x, (int, float)) and not isinstance(x, bool), "sqrt": math.sqrt, "max": max,
    })
    return env


def show(x):
    match x:
        case True:
            return "#t"
        case False:
            return "#f"
        case None:
            return ""
        case list():
            return f"({' '.join(map(show, x))})"
        case Procedure(params=p):
            return f"<lambda {show(p)}>"
        case _ if callable(x):
            return "<builtin>"
    return str(x)


def evaluate(x, env):
    while True:
        match x:
            case Symbol():
                return env.find(x)[x]
            case int() | float():
                return x
            case ["quote", value]:
                return value
            case ["if", test, yes, *no]:
                x = yes if evaluate(test, env) else (no[0] if no else None)
                if x is None:
                    return None
            case ["define", [name, *params], body]:
                env[name] = Procedure(params, body, env)
                return None
            case ["define", name, value]:
                env[name] = evaluate(value, env)
                return None
            case ["set!", name, value]:
                env.find(name)[name] = evaluate(value, env)
                return None
            case ["lambda", params, body]:
                return Procedure(params, body, env)
            case ["begin", *most, last]:
                for each in most:
                    evaluate(each, env)
                x = last
            case ["let", bindings, body]:
                env = Env([n for n, _ in bindings], [evaluate(v, env) for _, v in bindings], env)
                x = body
            case [head, *args]:
                f = evaluate(head, env)
                values = [evaluate(a, env) for a in args]
                if isinstance(f, Procedure) and len(values) == len(f.params):
                    x, env = f.body, Env(f.params, values, f.env)
                    continue
                try:
                    return f(*values)
                except (TypeError, IndexError) as error:
                    raise LispError(f"cannot apply {show(head)}") from error
            case _:
                raise LispError(f"cannot evaluate {show(x)}")


PROGRAM = """
(define (fact n) (if (<= n 1) 1 (* n (fact (- n 1)))))
(fact 20)
(define (loop n acc) (if (= n 0) acc (loop (- n 1) (+ acc n))))
(loop 200 0)
(map (lambda (x) (* x x)) '(1 2 3))
(define counter ((lambda (n) (lambda () (begin (set! n (+ n 1)) n))) 10))
(counter)
(+ (counter) (counter))
(let ((x 2) (y 3)) (list x y (+ x y) (sqrt 16)))
(define (compose f g) (lambda (x) (f (g x))))
((compose car cdr) '(a b c))
(define (filter p l) (if (null? l) '() (if (p (car l)) (cons (car l) (filter p (cdr l))) (filter p (cdr l)))))
(filter (lambda (n) (= 0 (mod n 3))) '(1 2 3 4 5 6 9))
(display 'hello (list 1 2.5) (< 1 2) fact)
(undefined 1)
(car '())
(fact 1 2)
(apply max '(3 9 4))
)
(+ 1
(/ 1 0)
"""
env = standard()
for line in PROGRAM.strip().splitlines():
    try:
        result = evaluate(read(tokenize(line)), env)
        if result is not None:
            print(show(result))
    except LispError as error:
        print("error:", error, "|", repr(error.__cause__))
    except ZeroDivisionError as error:
        print(type(error), error)
