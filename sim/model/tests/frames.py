"""Runs a program that fails and prints its frames, one per line, tab separated:
function, line, end line, column, end column, anchor's first and last column or -1."""

import itertools
import sys
import traceback

path = sys.argv[1]
with open(path) as file:
    source = file.read()
try:
    exec(compile(source, path, "exec"), {"__name__": "__main__"})
except BaseException as error:
    tb = error.__traceback__.tb_next
else:
    sys.exit("the program does not fail")

lines = source.split("\n")
while tb is not None:
    code = tb.tb_frame.f_code
    positions = itertools.islice(code.co_positions(), tb.tb_lasti // 2, None)
    line, end_line, column, end_column = next(positions)
    anchor = (-1, -1)
    if line == end_line:
        segment = lines[line - 1].encode()[column:end_column].decode()
        try:
            found = traceback._extract_caret_anchors_from_line_segment(segment)
        except SyntaxError:
            found = None
        if found:
            offset = lambda n: column + len(segment[:n].encode())
            anchor = (offset(found.left_end_offset), offset(found.right_start_offset))
    print(code.co_name, line, end_line, column, end_column, *anchor, sep="\t")
    tb = tb.tb_next
