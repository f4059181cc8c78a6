# try, except, else and finally in all combinations.
def f(fail, handle, again):
    out = []
    try:
        try:
            out.append("try")
            if fail:
                raise ValueError(fail)
        except ValueError as e:
            out.append("except")
            if not handle:
                raise
            if again:
                raise KeyError("again")
        else:
            out.append("else")
            if again:
                raise KeyError("else")
        finally:
            out.append("finally")
    except (ValueError, KeyError) as e:
        out.append(repr(e))
    return out


for fail in (0, 1):
    for handle in (0, 1):
        for again in (0, 1):
            print(fail, handle, again, f(fail, handle, again))
