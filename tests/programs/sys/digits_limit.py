"""sys.set_int_max_str_digits sets how many digits int() and str() take."""
import sys
print(sys.get_int_max_str_digits())
for limit in (1000, 0, 5, -1, "x"):
    try:
        sys.set_int_max_str_digits(limit)
    except (ValueError, TypeError) as e:
        print(e)
        continue
    try:
        print(limit, len(str(10**1200)), int("1" * 1100) % 1000)
    except ValueError as e:
        print(limit, e)
print(sys.get_int_max_str_digits())
