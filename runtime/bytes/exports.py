"""Bytearrays that are viewed keep their length.

A bytearray counts the views that were not released. One that the program has dropped counts until it
is collected: so before a change of the length is refused, the memory is collected, and the views that
are left are counted anew."""


def begin_export(value):
    """A BYTES or BYTEARRAY gets a view."""
    if is_a(value, bytearray):
        st(value, BYTEARRAY_EXPORTS, ld(value, BYTEARRAY_EXPORTS) + 1)


def end_export(value):
    """A view of a BYTES or BYTEARRAY was released."""
    if is_a(value, bytearray):
        st(value, BYTEARRAY_EXPORTS, ld(value, BYTEARRAY_EXPORTS) - 1)


def check_resizable(array):
    """Raises BufferError if a bytearray is viewed."""
    if exists(memoryview) and ld(array, BYTEARRAY_EXPORTS) != 0:
        collect(0)
        count = count_views(array)
        st(array, BYTEARRAY_EXPORTS, count)
        if count:
            raise BufferError("Existing exports of data: object cannot be re-sized")


@strict
def count_views(array):
    """The number of views of a bytearray that a collection has left."""
    count = 0
    at = HEAP_START
    while at < HEAP_END:
        header = retag(ld(at, HEADER), INT)
        if header & HEADER_STATE:
            if header >> HEADER_CLASS_SHIFT & HEADER_CLASS_MASK == cid_of(memoryview):
                if ld(at, MEMORYVIEW_OBJECT) is array:
                    count += 1
            at += block_words(header)
        elif header:
            at += header
        else:
            at += 1
    return count
