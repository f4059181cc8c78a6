"""Changing a bytearray."""

ASSIGN_ERROR = "can assign only bytes, buffers, or iterables of ints in range(0, 256)"


def bytearray_from(data):
    """A new bytearray with these BYTES."""
    array = alloc(bytearray, BYTEARRAY_WORDS)
    st(array, BYTEARRAY_LENGTH, 0)
    st(array, BYTEARRAY_EXPORTS, 0)
    st(array, BYTEARRAY_STORAGE, new_byte_storage(0))
    bytearray_replace(array, data)
    return array


def new_byte_storage(count):
    """Storage for so many bytes, zero."""
    if count > TEXT_MAX:
        raise MemoryError
    words = count + 3 >> 2
    block = alloc(storage, STORAGE_ITEMS + words)
    st(block, STORAGE_CAPACITY, words)
    zero_words(block, STORAGE_ITEMS, STORAGE_ITEMS + words)
    return block


def bytearray_replace(array, data):
    """Makes the bytearray's contents these BYTES."""
    length = ld(data, BYTES_LENGTH)
    if length != ld(array, BYTEARRAY_LENGTH):
        check_resizable(array)
    block = new_byte_storage(length)
    copy_bytes(block, STORAGE_BYTES, data, TEXT_BYTES, length)
    st(array, BYTEARRAY_STORAGE, block)
    st(array, BYTEARRAY_LENGTH, length)


def bytearray_append(array, data):
    """Appends BYTES; the storage doubles when it is full."""
    length = ld(array, BYTEARRAY_LENGTH)
    more = ld(data, BYTES_LENGTH)
    if more:
        check_resizable(array)
    block = ld(array, BYTEARRAY_STORAGE)
    if length + more > ld(block, STORAGE_CAPACITY) << 2:
        larger = new_byte_storage(length + length + more)
        copy_bytes(larger, STORAGE_BYTES, block, STORAGE_BYTES, length)
        st(array, BYTEARRAY_STORAGE, larger)
        block = larger
    copy_bytes(block, STORAGE_BYTES + length, data, TEXT_BYTES, more)
    st(array, BYTEARRAY_LENGTH, length + more)


def set_byte(array, index, byte):
    """Stores a byte at a valid index."""
    merge(ld(array, BYTEARRAY_STORAGE), STORAGE_BYTES + index, byte, 1)


def bytearray_store(array, key, value):
    """array[key] = value, for an index or a slice."""
    if is_a(key, slice):
        data = assigned_bytes(value)
        slice_bounds(key, array)
        bytearray_setslice(array, slice_start, slice_step, slice_length, data)
        return
    byte_index(array, key)
    byte = byte_value(value, "byte must be in range(0, 256)")
    set_byte(array, byte_index(array, key), byte)


def bytearray_delete(array, key):
    """del array[key], for an index or a slice."""
    if is_a(key, slice):
        slice_bounds(key, array)
        bytearray_delslice(array, slice_start, slice_step, slice_length)
    else:
        bytearray_delitem(array, byte_index(array, key))


def bytearray_delitem(array, index):
    """del array[index], for a valid index."""
    bytearray_splice(array, index, index + 1, new_bytes(0))


def bytearray_splice(array, start, stop, data):
    """Replaces the bytes from start to stop."""
    old = bytes_of(array)
    length = ld(old, BYTES_LENGTH)
    builder = new_builder()
    put_slice(builder, old, 0, start)
    put_slice(builder, data, 0, ld(data, BYTES_LENGTH))
    put_slice(builder, old, stop, length)
    bytearray_replace(array, built_bytes(builder))


def assigned_bytes(value):
    """The BYTES that are assigned to a slice."""
    data = bytes_of(value)
    if data is not END:
        return data
    if tag(value) == STR or is_number(value) or not is_iterable(value):
        raise TypeError(ASSIGN_ERROR)
    return bytes_from_ints(value, "bytearray")


def bytearray_setslice(array, start, step, length, data):
    """Replaces the `length` bytes from start on in steps of step by BYTES."""
    size = ld(data, BYTES_LENGTH)
    if step == 1:
        bytearray_splice(array, start, start + length, data)
        return
    if size == 0:
        bytearray_delslice(array, start, step, length)
        return
    if size != length:
        sizes = f"{int_to_string(size)} to extended slice of size {int_to_string(length)}"
        raise ValueError(f"attempt to assign bytes of size {sizes}")
    for i in range(length):
        set_byte(array, start, char_at(data, i))
        start = radd(start, step)


def bytearray_delslice(array, start, step, length):
    """Removes the `length` bytes from start on in steps of step."""
    if length == 0:
        return
    if step < 0:
        start = start + (length - 1) * step
        step = 0 - step
    data = bytes_of(array)
    builder = new_builder()
    put_slice(builder, data, 0, start)
    for i in range(1, length):
        put_slice(builder, data, start + 1, start + step)
        start += step
    put_slice(builder, data, start + 1, ld(data, BYTES_LENGTH))
    bytearray_replace(array, built_bytes(builder))


def extension_bytes(value):
    """The BYTES that a bytearray is extended with."""
    data = bytes_of(value)
    if data is not END:
        return data
    if not is_iterable(value):
        raise TypeError(f"can't extend bytearray with {type_name(value)}")
    return bytes_from_ints(value, "bytearray")


def bytearray_insert(array, index, item):
    """bytearray.insert"""
    data = one_byte(byte_value(item, "byte must be in range(0, 256)"))
    length = ld(array, BYTEARRAY_LENGTH)
    index = from_end(index, length)
    if index > length:
        index = length
    bytearray_splice(array, index, index, data)


def bytearray_pop(array, index):
    """bytearray.pop"""
    length = ld(array, BYTEARRAY_LENGTH)
    if length == 0:
        raise IndexError("pop from empty bytearray")
    if index < 0:
        index += length
    if index < 0 or index >= length:
        raise IndexError("pop index out of range")
    byte = byte_at(array, index)
    bytearray_delitem(array, index)
    return byte


def bytearray_remove(array, value):
    """bytearray.remove"""
    byte = byte_value(value, "byte must be in range(0, 256)")
    data = bytes_of(array)
    at = find_char(data, byte, 0, ld(data, BYTES_LENGTH))
    if at < 0:
        raise ValueError("value not found in bytearray")
    bytearray_delitem(array, at)


def bytearray_self(value, name):
    """The bytearray of a method's raw self."""
    if is_a(value, bytearray):
        return value
    return unwrap_self(value, bytearray, name)


def bytearray_repr(name, data):
    """repr() of a bytearray with these BYTES, whose class has this name: single quotes are
    always escaped."""
    builder = new_builder()
    put_text(builder, name)
    put_text(builder, "(b")
    put_quoted(builder, data, quote_for(data), 39)
    put_char(builder, 41)
    return built(builder)
