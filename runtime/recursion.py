"""The recursion limit: CPython counts its own frames, the machine all return links."""

LINK_LIMIT = 7

# What the hardware keeps for the runtime when the stacks are full.
FRAME_LIMIT = FRAME_END - 256
DEPTH_LIMIT = CONTROL_END - 32

HEADROOM = 64

recursion_limit = 1000


@trap("event.stack")
def stack_is_full(ignored, unused):
    """A function was entered whose frame or return link does not fit, or at more return
    links than the limit. If those of the program are few enough and there is room, the limit
    is raised and the function begins; else it does not."""
    global refused_link
    n = depth()
    count = 0
    for i in range(1, n + 1):
        if link(i, LINK_PC) < RUNTIME_CODE:
            count += 1
    # The outermost link leads to the boot function.
    left = recursion_limit - count + 1
    if link(n, LINK_PC) >= RUNTIME_CODE and left < HEADROOM:
        left = HEADROOM
    if left >= 0 and n < DEPTH_LIMIT and frame_top() < FRAME_LIMIT:
        limit = n - 1 + left
        if limit > DEPTH_LIMIT:
            limit = DEPTH_LIMIT
        set_link(LINK_LIMIT, limit)
        return
    set_link(LINK_LIMIT, recursion_limit)
    refused_link = n
    raise_message(RecursionError, "maximum recursion depth exceeded")


# What a deeply recursive runtime function leaves for the functions that it calls.
STACK_MARGIN = 600
LINK_MARGIN = 64


def check_stack(doing=""):
    """Raises RecursionError if a recursive function of the runtime should not go deeper;
    says what it was doing."""
    if frame_top() > FRAME_END - STACK_MARGIN or depth() > CONTROL_END - LINK_MARGIN:
        raise_message(RecursionError, f"maximum recursion depth exceeded{doing}")
