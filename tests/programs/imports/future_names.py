"""Names that `from __future__ import` binds, and the module itself."""
from __future__ import annotations, division

print(annotations)
print(division.getMandatoryRelease(), division.compiler_flag, division.optional)
import __future__

print(__future__.annotations is annotations, __future__.all_feature_names)
