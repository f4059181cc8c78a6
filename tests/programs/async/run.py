"""A driver for coroutines, for the programs beside it."""


class Pause:
    """Awaiting it gives the driver a value, and gets one back."""

    def __init__(self, value):
        self.value = value

    def __await__(self):
        return (yield self.value)


def run(coroutine, answer=None):
    """Runs a coroutine to its end; answers what it pauses with."""
    value = None
    paused = []
    while True:
        try:
            request = coroutine.send(value)
        except StopIteration as stop:
            return stop.value, paused
        paused.append(request)
        value = answer(request) if answer else None
