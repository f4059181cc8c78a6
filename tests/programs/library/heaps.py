"""heapq and bisect."""
import bisect
import heapq

heap = []
for x in [5, 1, 8, 3, 9, 2, 7]:
    heapq.heappush(heap, x)
print(heap, heapq.heappop(heap), heap, heapq.heapreplace(heap, 4), heapq.heappushpop(heap, 0), heap)
data = [(3, "c"), (1, "a"), (2, "b"), (1, "z")]
heapq.heapify(data)
print(data, [heapq.heappop(data) for _ in range(4)])
print(heapq.nsmallest(2, [5, 2, 8]), heapq.nlargest(2, ["a", "ccc", "bb"], key=len), list(heapq.merge([1, 4], [2, 3], [0])))
print(list(heapq.merge([9, 3], [5], reverse=True)), list(heapq.merge(["a", "ccc"], ["bb"], key=len)))
try:
    heapq.heappop([])
except IndexError as error:
    print(error)
graph = {"a": {"b": 7, "c": 3}, "b": {"d": 2}, "c": {"b": 1, "d": 8}, "d": {}}
distances, queue = {}, [(0, "a")]
while queue:
    distance, node = heapq.heappop(queue)
    if node not in distances:
        distances[node] = distance
        for other, weight in graph[node].items():
            heapq.heappush(queue, (distance + weight, other))
print(distances)
a = [1, 3, 3, 5]
print(bisect.bisect(a, 3), bisect.bisect_left(a, 3), bisect.bisect_right(a, 0), bisect.bisect_left(a, 9), bisect.bisect(a, 3, 0, 2))
bisect.insort(a, 4)
bisect.insort_left(a, 3)
print(a, ["F", "D", "C", "B", "A"][bisect.bisect([60, 70, 80, 90], 85)], bisect.bisect_left([(1, "b"), (5, "a")], 3, key=lambda p: p[0]))
try:
    bisect.bisect([], 1, -1)
except ValueError as error:
    print(error)
