"""Union of a set with itself keeps the table"""
group = {1, 2, 40}
print(group | group, group.union(group, group), group.union({40, 2, 1}))
frozen = frozenset([1, 2, 40])
print(frozen | frozen, frozen.union(frozen), frozen | group)
group |= group
print(group, group & group, group - group, group ^ group)
