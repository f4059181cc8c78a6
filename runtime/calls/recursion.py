"""The recursion limit: CPython counts its own frames, the machine all return links."""

# What the hardware keeps for the runtime when the stacks are full.
FRAME_LIMIT = FRAME_END - FRAME_RESERVE
DEPTH_LIMIT = CONTROL_END - CONTROL_RESERVE

recursion_limit = RECURSION_LIMIT


@trap("event.stack")
def stack_is_full(ignored, unused):
    """A function of the program was entered whose frame or return link does not fit, or at
    more return links than the limit. If there are few enough functions, the limit is raised
    and the call made again."""
    global refused_link
    n = depth()
    if n < DEPTH_LIMIT and frame_top() < FRAME_LIMIT:
        left = recursion_limit - program_depth()
        if left >= 0:
            set_depth_limit(n - 1 + left)
            call_again(n - 1)
    set_depth_limit(recursion_limit)
    refused_link = n
    raise_message(RecursionError, "maximum recursion depth exceeded")


def call_again(n):
    """Goes on at the call that made a return link: it may still have to bind arguments."""
    set_link(LINK_PC, link(n, LINK_PC) - 1)
    set_link(LINK_FP, link(n, LINK_FP))
    set_link(LINK_DST, 0)
    set_link(LINK_TOP, link(n, LINK_TOP))
    set_link(LINK_KIND, LINK_KIND_DISCARD)
    unwind(n - 1)
    leave(None)


def program_depth():
    """The number of the program's functions that run."""
    count = 0
    for i in range(2, depth()):
        if link(i, LINK_PC) < RUNTIME_CODE:
            count += 1
    return count


def set_depth_limit(limit):
    """Sets the number of return links above which a function's entry traps."""
    if limit > DEPTH_LIMIT:
        limit = DEPTH_LIMIT
    set_link(LINK_LIMIT, limit)


# What a deeply recursive runtime function leaves for the functions that it calls.
STACK_MARGIN = 600
LINK_MARGIN = 96


def check_stack(doing=""):
    """Raises RecursionError if a recursive function of the runtime should not go deeper;
    says what it was doing."""
    if frame_top() > FRAME_END - STACK_MARGIN or depth() > CONTROL_END - LINK_MARGIN:
        raise_message(RecursionError, f"maximum recursion depth exceeded{doing}")
