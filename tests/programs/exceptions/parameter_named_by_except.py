def step(error=None):
    try:
        if error is not None:
            raise error
        return "fine"
    except ValueError as error:
        return f"caught {error}"


print(step())
print(step(ValueError("x")))
