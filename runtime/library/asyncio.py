"""Coroutines that take turns: an event loop with timers, without files and threads."""

from collections import deque
from heapq import heappop, heappush
from time import monotonic
from types import CoroutineType


class CancelledError(BaseException):
    """A task or future was cancelled."""


class InvalidStateError(Exception):
    """A future has no result, or has one already."""


class QueueEmpty(Exception):
    """A queue has nothing for get_nowait()."""


class QueueFull(Exception):
    """A queue has no room for put_nowait()."""


TimeoutError = TimeoutError

_running = None


class _Handle:
    """A call that is to be made."""

    def __init__(self, when, order, callback, args):
        self.when, self.order = when, order
        self.callback, self.args = callback, args
        self.is_cancelled = False

    def cancel(self):
        self.is_cancelled = True

    def cancelled(self):
        return self.is_cancelled

    def __lt__(self, other):
        return (self.when, self.order) < (other.when, other.order)


class _Loop:
    """Calls that are ready, and those that wait for their time."""

    def __init__(self):
        self.ready = deque()
        self.timers = []
        self.tasks = []
        self.count = 0
        self.closed = False
        self.stopping = False

    def time(self):
        return monotonic()

    def call_soon(self, callback, *args):
        if self.closed:
            raise RuntimeError("Event loop is closed")
        handle = _Handle(0, 0, callback, args)
        self.ready.append(handle)
        return handle

    def call_later(self, delay, callback, *args):
        return self.call_at(self.time() + delay, callback, *args)

    def call_at(self, when, callback, *args):
        self.count += 1
        handle = _Handle(when, self.count, callback, args)
        heappush(self.timers, handle)
        return handle

    def create_future(self):
        return Future(loop=self)

    def create_task(self, coro, *, name=None):
        return Task(coro, loop=self, name=name)

    def is_running(self):
        return _running is self

    def run_once(self):
        while self.timers and (self.timers[0].is_cancelled or self.timers[0].when <= self.time()):
            handle = heappop(self.timers)
            if not handle.is_cancelled:
                self.ready.append(handle)
        for _ in range(len(self.ready)):
            handle = self.ready.popleft()
            if not handle.is_cancelled:
                handle.callback(*handle.args)

    def run_until_complete(self, future):
        global _running
        if self.closed:
            raise RuntimeError("Event loop is closed")
        if _running is not None:
            raise RuntimeError("This event loop is already running")
        if iscoroutine(future):
            future = self.create_task(future)
        _running = self
        try:
            while not future.done():
                if not self.ready and not self.timers:
                    raise RuntimeError("nothing can complete the future: all tasks wait for each other")
                self.run_once()
        finally:
            _running = None
        return future.result()


    def run_forever(self):
        global _running
        if _running is not None:
            raise RuntimeError("This event loop is already running")
        _running = self
        self.stopping = False
        try:
            while not self.stopping:
                self.run_once()
        finally:
            _running = None

    def stop(self):
        self.stopping = True

    def close(self):
        if _running is self:
            raise RuntimeError("Cannot close a running event loop")
        self.closed = True

    def is_closed(self):
        return self.closed

    async def shutdown_asyncgens(self):
        pass


def get_running_loop():
    """The loop that runs this code."""
    if _running is None:
        raise RuntimeError("no running event loop")
    return _running


# The loop for code that no loop runs.
_set = None
_current = None


def new_event_loop():
    """A loop that runs nothing yet."""
    return _Loop()


def set_event_loop(loop):
    """Sets what get_event_loop() returns where no loop runs."""
    global _set
    _set = loop


def get_event_loop():
    """The loop that runs this code, or the one that was set."""
    global _set
    if _running is not None:
        return _running
    if _set is None:
        _set = _Loop()
    return _set


class Future:
    """A result that will be there later."""

    def __init__(self, *, loop=None):
        self._loop = loop or get_event_loop()
        self._state = "PENDING"
        self._result = self._exception = None
        self._callbacks = []

    def done(self):
        return self._state != "PENDING"

    def cancelled(self):
        return self._state == "CANCELLED"

    def cancel(self, msg=None):
        if self.done():
            return False
        self._finish("CANCELLED")
        return True

    def _finish(self, state):
        self._state = state
        callbacks, self._callbacks = self._callbacks, []
        for callback in callbacks:
            self._loop.call_soon(callback, self)

    def result(self):
        if self._state == "CANCELLED":
            raise CancelledError()
        if self._state == "PENDING":
            raise InvalidStateError("Result is not ready.")
        if self._exception is not None:
            raise self._exception
        return self._result

    def exception(self):
        if self._state == "CANCELLED":
            raise CancelledError()
        if self._state == "PENDING":
            raise InvalidStateError("Exception is not set.")
        return self._exception

    def add_done_callback(self, callback):
        if self.done():
            self._loop.call_soon(callback, self)
        else:
            self._callbacks.append(callback)

    def remove_done_callback(self, callback):
        before = len(self._callbacks)
        self._callbacks = [other for other in self._callbacks if other != callback]
        return before - len(self._callbacks)

    def set_result(self, result):
        if self.done():
            raise InvalidStateError("invalid state")
        self._result = result
        self._finish("FINISHED")

    def set_exception(self, exception):
        if self.done():
            raise InvalidStateError("invalid state")
        self._exception = exception() if isinstance(exception, type) else exception
        self._finish("FINISHED")

    def __await__(self):
        if not self.done():
            yield self
        return self.result()

    __iter__ = __await__


class Task(Future):
    """A coroutine that the loop runs."""

    _count = 0

    def __init__(self, coro, *, loop=None, name=None):
        if not iscoroutine(coro):
            raise TypeError(f"a coroutine was expected, got {coro!r}")
        super().__init__(loop=loop)
        Task._count += 1
        self._name = name or f"Task-{Task._count}"
        self._coro = coro
        self._waiter = None
        self._must_cancel = False
        self._cancelling = 0
        self._loop.tasks.append(self)
        self._loop.call_soon(self._step)

    def get_name(self):
        return self._name

    def set_name(self, value):
        self._name = str(value)

    def get_coro(self):
        return self._coro

    def cancelling(self):
        return self._cancelling

    def uncancel(self):
        self._cancelling = max(self._cancelling - 1, 0)
        return self._cancelling

    def cancel(self, msg=None):
        if self.done():
            return False
        self._cancelling += 1
        if self._waiter is None or not self._waiter.cancel():
            self._must_cancel = True
        return True

    def _step(self, error=None):
        global _current
        if self._must_cancel:
            if not isinstance(error, CancelledError):
                error = CancelledError()
            self._must_cancel = False
        self._waiter = None
        before, _current = _current, self
        try:
            result = self._coro.send(None) if error is None else self._coro.throw(error)
        except StopIteration as stop:
            if self._must_cancel:
                self._must_cancel = False
                super().cancel()
            else:
                super().set_result(stop.value)
        except CancelledError:
            super().cancel()
        except (KeyboardInterrupt, SystemExit) as stop:
            super().set_exception(stop)
            raise
        except BaseException as failure:
            super().set_exception(failure)
        else:
            self._wait(result)
        finally:
            _current = before
            if self.done() and self in self._loop.tasks:
                self._loop.tasks.remove(self)

    def _wait(self, result):
        if result is None:
            self._loop.call_soon(self._step)
        elif isinstance(result, Future):
            result.add_done_callback(self._wake)
            self._waiter = result
            if self._must_cancel and result.cancel():
                self._must_cancel = False
        else:
            error = RuntimeError(f"Task got bad yield: {result!r}")
            self._loop.call_soon(self._step, error)

    def _wake(self, future):
        try:
            future.result()
        except BaseException as error:
            self._step(error)
        else:
            self._step()


def iscoroutine(obj):
    """True for coroutines."""
    return isinstance(obj, CoroutineType)


def iscoroutinefunction(func):
    """True for a function that was defined with `async def`."""
    return hasattr(func, "__code__") and func.__code__.co_flags & 128 != 0


def isfuture(obj):
    """True for futures and tasks."""
    return isinstance(obj, Future)


def create_task(coro, *, name=None):
    """Lets the loop run a coroutine."""
    return get_running_loop().create_task(coro, name=name)


def ensure_future(obj, *, loop=None):
    """The future itself, or a task for a coroutine or another awaitable."""
    if isinstance(obj, Future):
        return obj
    if iscoroutine(obj):
        return Task(obj)
    if hasattr(obj, "__await__"):
        return Task(_awaiting(obj))
    raise TypeError("An asyncio.Future, a coroutine or an awaitable is required")


async def _awaiting(obj):
    return await obj


def current_task():
    """The task that is running."""
    get_running_loop()
    return _current


def all_tasks():
    """The tasks that have not ended."""
    return set(get_running_loop().tasks)


def run(main, *, debug=None):
    """Runs a coroutine in a new loop to its end, and cancels what is left."""
    global _running
    if _running is not None:
        raise RuntimeError("asyncio.run() cannot be called from a running event loop")
    if not iscoroutine(main):
        raise ValueError(f"a coroutine was expected, got {main!r}")
    loop = _Loop()
    _running = loop
    try:
        task = Task(main)
    finally:
        _running = None
    try:
        return loop.run_until_complete(task)
    finally:
        left = list(loop.tasks)
        for other in left:
            other.cancel()
        _running = loop
        while not all(other.done() for other in left) and (loop.ready or loop.timers):
            loop.run_once()
        _running = None


class _Turn:
    def __await__(self):
        yield


async def sleep(delay, result=None):
    """Lets others run for some seconds."""
    if delay <= 0:
        await _Turn()
        return result
    future = Future()
    handle = future._loop.call_later(delay, _set_unless_done, future, result)
    try:
        return await future
    finally:
        handle.cancel()


def _set_unless_done(future, result):
    if not future.done():
        future.set_result(result)


def gather(*aws, return_exceptions=False):
    """The results of several awaitables, in a list."""
    outer = Future()
    children = [ensure_future(aw) for aw in aws]
    if not children:
        outer.set_result([])
        return outer
    left = [len(children)]

    def done(child):
        left[0] -= 1
        if outer.done():
            return
        if not return_exceptions:
            if child.cancelled():
                outer.set_exception(CancelledError())
                return
            if child._exception is not None:
                outer.set_exception(child._exception)
                return
        if left[0] == 0:
            outer.set_result([_outcome(each) for each in children])

    for child in children:
        child.add_done_callback(done)
    outer.cancel = lambda msg=None: any([child.cancel() for child in children])
    return outer


def _outcome(future):
    if future.cancelled():
        return CancelledError()
    return future._exception if future._exception is not None else future._result


class timeout:
    """Cancels the body of `async with` after some seconds, which is a TimeoutError."""

    def __init__(self, delay):
        self._delay = delay
        self._expired = False

    def expired(self):
        return self._expired

    async def __aenter__(self):
        self._task = current_task()
        self._cancelling = self._task.cancelling()
        self._handle = None
        if self._delay is not None:
            self._handle = get_running_loop().call_later(self._delay, self._expire)
        return self

    def _expire(self):
        self._expired = True
        self._task.cancel()

    async def __aexit__(self, kind, error, traceback):
        if self._handle is not None:
            self._handle.cancel()
        if self._expired and self._task.uncancel() <= self._cancelling and kind is CancelledError:
            raise TimeoutError from error


async def wait_for(fut, timeout):
    """Awaits something for some seconds at most."""
    task = ensure_future(fut)
    if timeout is None:
        return await task
    waiter = Future()
    handle = waiter._loop.call_later(timeout, _set_unless_done, waiter, None)
    release = lambda _: _set_unless_done(waiter, None)
    task.add_done_callback(release)
    try:
        await waiter
    except CancelledError:
        task.cancel()
        raise
    finally:
        handle.cancel()
    if task.done():
        return task.result()
    task.cancel()
    try:
        return await task
    except CancelledError as error:
        raise TimeoutError() from error


class Event:
    """Tasks wait until it is set."""

    def __init__(self):
        self._waiters = deque()
        self._value = False

    def is_set(self):
        return self._value

    def set(self):
        self._value = True
        for waiter in self._waiters:
            _set_unless_done(waiter, True)

    def clear(self):
        self._value = False

    async def wait(self):
        if self._value:
            return True
        waiter = Future()
        self._waiters.append(waiter)
        try:
            await waiter
            return True
        finally:
            self._waiters.remove(waiter)


class Semaphore:
    """At most so many tasks at a time."""

    def __init__(self, value=1):
        if value < 0:
            raise ValueError("Semaphore initial value must be >= 0")
        self._value = value
        self._waiters = deque()

    def locked(self):
        return self._value == 0 or any(not waiter.cancelled() for waiter in self._waiters)

    async def acquire(self):
        if not self.locked():
            self._value -= 1
            return True
        waiter = Future()
        self._waiters.append(waiter)
        try:
            try:
                await waiter
            finally:
                self._waiters.remove(waiter)
        except CancelledError:
            if waiter.done() and not waiter.cancelled():
                self._value += 1
                self._next()
            raise
        if self._value > 0:
            self._next()
        return True

    def release(self):
        self._value += 1
        self._next()

    def _next(self):
        for waiter in self._waiters:
            if not waiter.done():
                self._value -= 1
                waiter.set_result(True)
                return

    async def __aenter__(self):
        await self.acquire()

    async def __aexit__(self, *details):
        self.release()


class Lock(Semaphore):
    """One task at a time."""

    def __init__(self):
        super().__init__(1)

    def release(self):
        if not self.locked():
            raise RuntimeError("Lock is not acquired.")
        super().release()


class Queue:
    """What some tasks put, others get."""

    def __init__(self, maxsize=0):
        self.maxsize = maxsize
        self._items = deque()
        self._getters = deque()
        self._putters = deque()
        self._unfinished = 0
        self._finished = Event()
        self._finished.set()

    def _put(self, item):
        self._items.append(item)

    def _get(self):
        return self._items.popleft()

    def qsize(self):
        return len(self._items)

    def empty(self):
        return not self._items

    def full(self):
        return 0 < self.maxsize <= self.qsize()

    def put_nowait(self, item):
        if self.full():
            raise QueueFull
        self._put(item)
        self._unfinished += 1
        self._finished.clear()
        self._wake(self._getters)

    def get_nowait(self):
        if self.empty():
            raise QueueEmpty
        item = self._get()
        self._wake(self._putters)
        return item

    async def put(self, item):
        while self.full():
            await self._turn(self._putters, lambda: not self.full())
        self.put_nowait(item)

    async def get(self):
        while self.empty():
            await self._turn(self._getters, lambda: not self.empty())
        return self.get_nowait()

    async def _turn(self, waiters, ready):
        waiter = Future()
        waiters.append(waiter)
        try:
            await waiter
        except BaseException:
            waiter.cancel()
            if waiter in waiters:
                waiters.remove(waiter)
            if ready() and not waiter.cancelled():
                self._wake(waiters)
            raise

    def _wake(self, waiters):
        while waiters:
            waiter = waiters.popleft()
            if not waiter.done():
                waiter.set_result(None)
                break

    def task_done(self):
        if self._unfinished <= 0:
            raise ValueError("task_done() called too many times")
        self._unfinished -= 1
        if self._unfinished == 0:
            self._finished.set()

    async def join(self):
        if self._unfinished:
            await self._finished.wait()


class PriorityQueue(Queue):
    """A queue whose least item comes first."""

    def _put(self, item):
        items = list(self._items)
        heappush(items, item)
        self._items = deque(items)

    def _get(self):
        items = list(self._items)
        least = heappop(items)
        self._items = deque(items)
        return least


class LifoQueue(Queue):
    """A queue whose last item comes first."""

    def _get(self):
        return self._items.pop()


class TaskGroup:
    """Tasks that end before the block does; if one fails, the others are cancelled."""

    def __init__(self):
        self._tasks = []
        self._errors = []
        self._parent = None
        self._aborting = False
        self._cancelled_parent = False

    async def __aenter__(self):
        self._parent = current_task()
        return self

    def create_task(self, coro, *, name=None):
        if self._aborting:
            raise RuntimeError(f"TaskGroup {self!r} is shutting down")
        task = create_task(coro, name=name)
        self._tasks.append(task)
        task.add_done_callback(self._done)
        return task

    def _done(self, task):
        self._tasks.remove(task)
        if task.cancelled() or task._exception is None:
            return
        self._errors.append(task._exception)
        if not self._aborting:
            self._abort()
            if not self._parent.done() and self._waiting is None:
                self._cancelled_parent = True
                self._parent.cancel()
        if self._waiting is not None and not self._waiting.done() and not self._tasks:
            self._waiting.set_result(None)

    _waiting = None

    def _abort(self):
        self._aborting = True
        for task in self._tasks:
            if not task.done():
                task.cancel()

    async def __aexit__(self, kind, error, traceback):
        if kind is not None and not (kind is CancelledError and self._cancelled_parent):
            if kind is not CancelledError:
                self._errors.append(error)
            self._abort()
        while self._tasks:
            self._waiting = gather(*self._tasks, return_exceptions=True)
            try:
                await self._waiting
            except CancelledError:
                if not self._aborting:
                    self._abort()
                    error, kind = error or CancelledError(), CancelledError
            await _Turn()
        self._waiting = None
        if self._errors:
            raise BaseExceptionGroup("unhandled errors in a TaskGroup", self._errors)
        if kind is CancelledError and not self._cancelled_parent and error is not None:
            raise error
        return self._cancelled_parent
