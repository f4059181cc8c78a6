"""What representations of futures, tasks and calls say."""


def _short(value):
    """The repr() of a value, shortened as the module reprlib does it."""
    kind = type(value)
    if kind is str:
        text = repr(value[:30])
        return text if len(text) <= 30 else _without_middle(repr(value[:13] + value[-14:]), 30)
    if (kind is list or kind is tuple) and len(value) > 1:
        parts = ", ".join([_short(item) for item in value[:6]] + ["..."] * (len(value) > 6))
        return f"[{parts}]" if kind is list else f"({parts})"
    text = repr(value)
    most = 40 if kind is int else 30
    return text if len(text) <= most else _without_middle(text, most)


def _without_middle(text, most):
    return f"{text[: (most - 3) // 2]}...{text[-((most - 2) // 2) :]}"


def _source(func):
    """Where a function begins, or "" for what is none."""
    code = getattr(func, "__code__", None)
    if code is None:
        code = getattr(getattr(func, "__func__", None), "__code__", None)
    if code is None:
        return ""
    return f" at {code.co_filename}:{code.co_firstlineno}"


def _format_callback_source(func, args):
    name = getattr(func, "__qualname__", None) or getattr(func, "__name__", None) or repr(func)
    arguments = ", ".join([_short(arg) for arg in args])
    return f"{name}({arguments}){_source(func)}"


def _format_callbacks(callbacks):
    texts = [_format_callback_source(callback, ()) for callback, _ in callbacks]
    if len(texts) > 2:
        texts[1:-1] = [f"<{len(texts) - 2} more>"]
    return f"cb=[{', '.join(texts)}]"


def _format_coroutine(coro):
    code = getattr(coro, "cr_code", None) or getattr(coro, "gi_code", None)
    name = getattr(coro, "__qualname__", None) or f"<{type(coro).__name__} without __name__>"
    if code is None:
        return f"{name}()"
    if getattr(coro, "cr_frame", None) or getattr(coro, "gi_frame", None):
        return f"{name}() running"
    return f"{name}() done, defined at {code.co_filename}:{code.co_firstlineno}"


def _future_repr_info(future):
    info = ["pending" if future._state == "PENDING" else "cancelled" if future._state == "CANCELLED" else "finished"]
    if future._state == "FINISHED":
        if future._exception is not None:
            info.append(f"exception={future._exception!r}")
        else:
            info.append(f"result={_short(future._result)}")
    if future._callbacks:
        info.append(_format_callbacks(future._callbacks))
    return info


def _task_repr_info(task):
    info = _future_repr_info(task)
    if task.cancelling() and not task.done():
        info[0] = "cancelling"
    info.insert(1, f"name={task.get_name()!r}")
    info.insert(2, f"coro=<{_format_coroutine(task.get_coro())}>")
    if task._fut_waiter is not None:
        info.insert(3, f"wait_for={task._fut_waiter!r}")
    return info
