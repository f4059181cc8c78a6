"""Coroutines that a loop runs, and ways to wait for them."""

import types

from asyncio import coroutines, events, exceptions, format_helpers, futures, queues

FIRST_COMPLETED = "FIRST_COMPLETED"
FIRST_EXCEPTION = "FIRST_EXCEPTION"
ALL_COMPLETED = "ALL_COMPLETED"

# Those that have not ended, in the order in which they were made.
_all_tasks = {}
_current_tasks = {}
_count = 0


def current_task(loop=None):
    """The task that is running."""
    return _current_tasks.get(events.get_running_loop() if loop is None else loop)


def all_tasks(loop=None):
    """The tasks that have not ended."""
    return set(_tasks_of(events.get_running_loop() if loop is None else loop))


def _tasks_of(loop):
    return [task for task in _all_tasks if task.get_loop() is loop and not task.done()]


def _register_task(task):
    _all_tasks[task] = None


def _unregister_task(task):
    _all_tasks.pop(task, None)


def _enter_task(loop, task):
    current = _current_tasks.get(loop)
    if current is not None:
        raise RuntimeError(f"Cannot enter into task {task!r} while another task {current!r} is being executed.")
    _current_tasks[loop] = task


def _leave_task(loop, task):
    current = _current_tasks.get(loop)
    if current is not task:
        raise RuntimeError(f"Leaving task {task!r} does not match the current task {current!r}.")
    del _current_tasks[loop]


class Task(futures.Future):
    """A coroutine that the loop runs."""

    __module__ = "_asyncio"

    def __init__(self, coro, *, loop=None, name=None, context=None):
        global _count
        super().__init__(loop=loop)
        if not coroutines.iscoroutine(coro):
            raise TypeError(f"a coroutine was expected, got {coro!r}")
        if name is None:
            _count += 1
            name = f"Task-{_count}"
        self._name = str(name)
        self._coro = coro
        self._context = context
        self._fut_waiter = None
        self._must_cancel = False
        self._num_cancels_requested = 0
        self._loop.call_soon(self._step, context=self._context)
        _register_task(self)

    def __repr__(self):
        return f"<{self.__class__.__name__} {' '.join(format_helpers._task_repr_info(self))}>"

    def get_coro(self):
        return self._coro

    def get_name(self):
        return self._name

    def set_name(self, value):
        self._name = str(value)

    def set_result(self, result):
        raise RuntimeError("Task does not support set_result operation")

    def set_exception(self, exception):
        raise RuntimeError("Task does not support set_exception operation")

    def cancelling(self):
        return self._num_cancels_requested

    def uncancel(self):
        if self._num_cancels_requested > 0:
            self._num_cancels_requested -= 1
        return self._num_cancels_requested

    def cancel(self, msg=None):
        self._retrieved()
        if self.done():
            return False
        self._num_cancels_requested += 1
        if self._fut_waiter is not None and self._fut_waiter.cancel(msg=msg):
            # It stays what the task waits for: it may be a task that goes on after all.
            return True
        self._must_cancel = True
        self._cancel_message = msg
        return True

    def _step(self, error=None):
        if self.done():
            raise exceptions.InvalidStateError(f"_step(): already done: {self!r}, {error!r}")
        if self._must_cancel:
            if not isinstance(error, exceptions.CancelledError):
                error = self._make_cancelled_error()
            self._must_cancel = False
        self._fut_waiter = None
        _enter_task(self._loop, self)
        try:
            result = self._coro.send(None) if error is None else self._coro.throw(error)
        except StopIteration as stop:
            if self._must_cancel:
                # It was cancelled just before it ended.
                self._must_cancel = False
                super().cancel(msg=self._cancel_message)
            else:
                super().set_result(stop.value)
        except exceptions.CancelledError as cancelled:
            self._cancelled_exc = cancelled
            super().cancel()
        except (KeyboardInterrupt, SystemExit) as stop:
            super().set_exception(stop)
            raise
        except BaseException as failure:
            super().set_exception(failure)
        else:
            self._wait_for(result)
        finally:
            _leave_task(self._loop, self)
            if self._state != "PENDING":
                _unregister_task(self)

    def _wait_for(self, result):
        """Goes on when what the coroutine yielded is done."""
        blocking = getattr(result, "_asyncio_future_blocking", None)
        if blocking is None:
            if result is None:
                self._loop.call_soon(self._step, context=self._context)
            elif isinstance(result, types.GeneratorType):
                self._fail(f"yield was used instead of yield from for generator in task {self!r} with {result!r}")
            else:
                self._fail(f"Task got bad yield: {result!r}")
        elif result.get_loop() is not self._loop:
            self._fail(f"Task {self!r} got Future {result!r} attached to a different loop")
        elif not blocking:
            self._fail(f"yield was used instead of yield from in task {self!r} with {result!r}")
        elif result is self:
            self._fail(f"Task cannot await on itself: {self!r}")
        else:
            result._asyncio_future_blocking = False
            result.add_done_callback(self._wakeup, context=self._context)
            self._fut_waiter = result
            if self._must_cancel and result.cancel(msg=self._cancel_message):
                self._must_cancel = False

    def _fail(self, message):
        self._loop.call_soon(self._step, RuntimeError(message), context=self._context)

    def _wakeup(self, future):
        error = None
        try:
            future.result()
        except BaseException as failure:
            error = failure
        # Not where it is handled: it would be the context of what the coroutine raises.
        self._step(error)


def create_task(coro, *, name=None, context=None):
    """Lets the loop run a coroutine."""
    loop = events.get_running_loop()
    task = loop.create_task(coro) if context is None else loop.create_task(coro, context=context)
    if name is not None:
        task.set_name(name)
    return task


@types.coroutine
def _wrap_awaitable(awaitable):
    return (yield from awaitable.__await__())


def ensure_future(coro_or_future, *, loop=None):
    """The future itself, or a task for a coroutine or another awaitable."""
    if futures.isfuture(coro_or_future):
        if loop is not None and loop is not coro_or_future.get_loop():
            raise ValueError("The future belongs to a different loop than the one specified as the loop argument")
        return coro_or_future
    is_wrapped = not coroutines.iscoroutine(coro_or_future)
    if is_wrapped:
        if not hasattr(type(coro_or_future), "__await__"):
            raise TypeError("An asyncio.Future, a coroutine or an awaitable is required")
        coro_or_future = _wrap_awaitable(coro_or_future)
    try:
        return (events.get_event_loop() if loop is None else loop).create_task(coro_or_future)
    except RuntimeError:
        if not is_wrapped:
            coro_or_future.close()
        raise


@types.coroutine
def _turn():
    yield


async def sleep(delay, result=None):
    """Lets others run for some seconds."""
    if delay <= 0:
        await _turn()
        return result
    loop = events.get_running_loop()
    future = loop.create_future()
    handle = loop.call_later(delay, futures._set_result_unless_cancelled, future, result)
    try:
        return await future
    finally:
        handle.cancel()


def _release_waiter(waiter):
    if not waiter.done():
        waiter.set_result(None)


async def _cancel_and_wait(future, loop):
    waiter = loop.create_future()
    done = lambda _: _release_waiter(waiter)
    future.add_done_callback(done)
    try:
        future.cancel()
        # Not the future: whether this wait is cancelled has to be clear.
        await waiter
    finally:
        future.remove_done_callback(done)


async def wait_for(fut, timeout):
    """Awaits something for some seconds at most."""
    loop = events.get_running_loop()
    if timeout is None:
        return await fut
    if timeout <= 0:
        future = ensure_future(fut, loop=loop)
        if future.done():
            return future.result()
        return await _time_out(future, loop)
    waiter = loop.create_future()
    handle = loop.call_later(timeout, _release_waiter, waiter)
    done = lambda _: _release_waiter(waiter)
    future = ensure_future(fut, loop=loop)
    future.add_done_callback(done)
    try:
        try:
            await waiter
        except exceptions.CancelledError:
            if future.done():
                return future.result()
            future.remove_done_callback(done)
            await _cancel_and_wait(future, loop)
            raise
        if future.done():
            return future.result()
        future.remove_done_callback(done)
        return await _time_out(future, loop)
    finally:
        handle.cancel()


async def _time_out(future, loop):
    """Cancels a future: TimeoutError, unless it had a result in time."""
    await _cancel_and_wait(future, loop)
    try:
        return future.result()
    except exceptions.CancelledError as error:
        raise TimeoutError() from error


async def _all_done(fs):
    """Waits until all are done, whatever becomes of them."""
    for f in fs:
        try:
            await f
        except BaseException:
            pass


def _check_many(fs, expected):
    if futures.isfuture(fs) or coroutines.iscoroutine(fs):
        raise TypeError(f"expect {expected} of futures, not {type(fs).__name__}")


async def wait(fs, *, timeout=None, return_when=ALL_COMPLETED):
    """The sets of those that are done and of those that are not."""
    _check_many(fs, "a list")
    if not fs:
        raise ValueError("Set of Tasks/Futures is empty.")
    if return_when not in (FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED):
        raise ValueError(f"Invalid return_when value: {return_when}")
    fs = set(fs)
    if any([coroutines.iscoroutine(f) for f in fs]):
        raise TypeError("Passing coroutines is forbidden, use tasks explicitly.")
    loop = events.get_running_loop()
    waiter = loop.create_future()
    handle = None
    if timeout is not None:
        handle = loop.call_later(timeout, _release_waiter, waiter)
    left = len(fs)

    def done(f):
        nonlocal left
        left -= 1
        if (
            left <= 0
            or return_when == FIRST_COMPLETED
            or return_when == FIRST_EXCEPTION
            and not f.cancelled()
            and f.exception() is not None
        ):
            if handle is not None:
                handle.cancel()
            _release_waiter(waiter)

    for f in fs:
        f.add_done_callback(done)
    try:
        await waiter
    finally:
        if handle is not None:
            handle.cancel()
        for f in fs:
            f.remove_done_callback(done)
    return {f for f in fs if f.done()}, {f for f in fs if not f.done()}


def as_completed(fs, *, timeout=None):
    """Awaitables for the results in the order in which they are there."""
    _check_many(fs, "an iterable")
    ended = queues.Queue()
    loop = events.get_event_loop()
    todo = {ensure_future(f, loop=loop) for f in set(fs)}
    handle = None

    def time_out():
        for f in todo:
            f.remove_done_callback(done)
            ended.put_nowait(None)
        todo.clear()

    def done(f):
        if not todo:
            return
        todo.remove(f)
        ended.put_nowait(f)
        if not todo and handle is not None:
            handle.cancel()

    async def next_result():
        f = await ended.get()
        if f is None:
            raise TimeoutError
        return f.result()

    for f in todo:
        f.add_done_callback(done)
    if todo and timeout is not None:
        handle = loop.call_later(timeout, time_out)
    for _ in range(len(todo)):
        yield next_result()


class _GatheringFuture(futures.Future):
    """What gather() returns; to cancel it cancels the children."""

    def __init__(self, children, *, loop):
        super().__init__(loop=loop)
        self._children = children
        self._cancel_requested = False

    def cancel(self, msg=None):
        if self.done():
            return False
        for child in self._children:
            if child.cancel(msg=msg):
                # It is cancelled when the child is, unless that goes on.
                self._cancel_requested = True
        return self._cancel_requested


def _outcome(future):
    if future.cancelled():
        message = future._cancel_message
        return exceptions.CancelledError("" if message is None else message)
    error = future.exception()
    return future.result() if error is None else error


def gather(*coros_or_futures, return_exceptions=False):
    """The results of several awaitables, in a list."""
    if not coros_or_futures:
        outer = events.get_event_loop().create_future()
        outer.set_result([])
        return outer
    ended = 0
    outer = loop = None

    def done(f):
        nonlocal ended
        ended += 1
        if outer is None or outer.done():
            if not f.cancelled():
                f.exception()
            return
        if not return_exceptions:
            if f.cancelled():
                outer.set_exception(f._make_cancelled_error())
                return
            error = f.exception()
            if error is not None:
                outer.set_exception(error)
                return
        if ended == len(known):
            results = [_outcome(child) for child in children]
            if outer._cancel_requested:
                # Even if the children went on: the cancellation is not lost.
                outer.set_exception(f._make_cancelled_error())
            else:
                outer.set_result(results)

    known = {}
    children = []
    for each in coros_or_futures:
        if each not in known:
            f = ensure_future(each, loop=loop)
            if loop is None:
                loop = f.get_loop()
            known[each] = f
            f.add_done_callback(done)
        children.append(known[each])
    outer = _GatheringFuture(children, loop=loop)
    return outer


def shield(arg):
    """Awaits something that goes on if the wait for it is cancelled."""
    inner = ensure_future(arg)
    if inner.done():
        return inner
    outer = inner.get_loop().create_future()

    def inner_done(f):
        if outer.cancelled():
            if not f.cancelled():
                f.exception()
        elif f.cancelled():
            outer.cancel()
        elif f.exception() is not None:
            outer.set_exception(f.exception())
        else:
            outer.set_result(f.result())

    def outer_done(_):
        if not inner.done():
            inner.remove_done_callback(inner_done)

    inner.add_done_callback(inner_done)
    outer.add_done_callback(outer_done)
    return outer
