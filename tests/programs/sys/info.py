"""sys.float_info, sys.int_info and sys.hash_info: numbers with names."""
import sys
print(sys.float_info)
print(sys.float_info.max, sys.float_info.min, sys.float_info.epsilon, sys.float_info.dig, sys.float_info[7])
print(sys.float_info.max * 2, len(sys.float_info), isinstance(sys.float_info, tuple))
print(sys.int_info.bits_per_digit, sys.int_info)
print(hash(float("inf")) == sys.hash_info.inf, sys.hash_info.modulus == 2**61 - 1)
major, minor, *_ = sys.version_info
print(major, minor, sys.version_info.releaselevel)
