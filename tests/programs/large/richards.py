"""An operating system in small: tasks with queues of packets, after Martin Richards' benchmark."""

IDLE, WORKER, HANDLER_A, HANDLER_B, DEVICE_A, DEVICE_B = range(6)
KIND_DEVICE, KIND_WORK = 0, 1
BUFFER = 4


class Packet:
    __slots__ = ("link", "ident", "kind", "datum", "data")

    def __init__(self, link, ident, kind):
        self.link = link
        self.ident = ident
        self.kind = kind
        self.datum = 0
        self.data = [0] * BUFFER

    def append_to(self, queue):
        self.link = None
        if queue is None:
            return self
        last = queue
        while last.link is not None:
            last = last.link
        last.link = self
        return queue


class Task:
    def __init__(self, scheduler, ident, priority, work, waiting):
        self.scheduler, self.ident, self.priority = scheduler, ident, priority
        self.input = work
        self.packet_pending = work is not None
        self.task_waiting = waiting
        self.task_holding = False
        scheduler.add(self)

    def add_packet(self, packet, old):
        if self.input is None:
            self.input = packet
            self.packet_pending = True
            if self.priority > old.priority:
                return self
        else:
            packet.append_to(self.input)
        return old

    @property
    def held_or_waiting(self):
        return self.task_holding or (not self.packet_pending and self.task_waiting)

    def run_task(self):
        packet = None
        if self.packet_pending and self.task_waiting:
            packet = self.input
            self.input = packet.link
            self.task_waiting = False
            self.packet_pending = self.input is not None
        return self.run(packet)

    def wait(self):
        self.task_waiting = True
        return self


class IdleTask(Task):
    def __init__(self, scheduler, priority, count):
        super().__init__(scheduler, IDLE, priority, None, False)
        self.control, self.count = 1, count

    def run(self, packet):
        self.count -= 1
        if self.count == 0:
            return self.scheduler.hold(self)
        if self.control & 1 == 0:
            self.control //= 2
            return self.scheduler.release(DEVICE_A)
        self.control = self.control // 2 ^ 0xD008
        return self.scheduler.release(DEVICE_B)


class WorkTask(Task):
    def __init__(self, scheduler, priority, work):
        super().__init__(scheduler, WORKER, priority, work, True)
        self.destination, self.letter = HANDLER_A, 0

    def run(self, packet):
        if packet is None:
            return self.wait()
        self.destination = HANDLER_B if self.destination == HANDLER_A else HANDLER_A
        packet.ident = self.destination
        packet.datum = 0
        for i in range(BUFFER):
            self.letter = self.letter % 26 + 1
            packet.data[i] = 64 + self.letter
        return self.scheduler.queue_packet(self, packet)


class HandlerTask(Task):
    def __init__(self, scheduler, ident, priority, work):
        super().__init__(scheduler, ident, priority, work, True)
        self.work_in = self.device_in = None

    def run(self, packet):
        if packet is not None:
            if packet.kind == KIND_WORK:
                self.work_in = packet.append_to(self.work_in)
            else:
                self.device_in = packet.append_to(self.device_in)
        work = self.work_in
        if work is None:
            return self.wait()
        count = work.datum
        if count >= BUFFER:
            self.work_in = work.link
            return self.scheduler.queue_packet(self, work)
        device = self.device_in
        if device is None:
            return self.wait()
        self.device_in = device.link
        device.datum = work.data[count]
        work.datum = count + 1
        return self.scheduler.queue_packet(self, device)


class DeviceTask(Task):
    def __init__(self, scheduler, ident, priority):
        super().__init__(scheduler, ident, priority, None, True)
        self.pending = None

    def run(self, packet):
        if packet is None:
            packet = self.pending
            if packet is None:
                return self.wait()
            self.pending = None
            return self.scheduler.queue_packet(self, packet)
        self.pending = packet
        self.scheduler.trace(packet.datum)
        return self.scheduler.hold(self)


class Scheduler:
    def __init__(self):
        self.tasks, self.table = [], {}
        self.queued = self.held = 0
        self.letters = []

    def add(self, task):
        self.tasks.insert(0, task)
        self.table[task.ident] = task

    def trace(self, letter):
        self.letters.append(chr(letter))

    def hold(self, task):
        self.held += 1
        task.task_holding = True
        return self.following(task)

    def following(self, task):
        at = self.tasks.index(task) + 1
        return self.tasks[at] if at < len(self.tasks) else None

    def release(self, ident):
        task = self.table[ident]
        task.task_holding = False
        current = self.current
        return task if task.priority > current.priority else current

    def queue_packet(self, current, packet):
        task = self.table[packet.ident]
        self.queued += 1
        packet.link = None
        packet.ident = current.ident
        return task.add_packet(packet, current)

    def run(self):
        task = self.tasks[0]
        while task is not None:
            self.current = task
            task = self.following(task) if task.held_or_waiting else task.run_task()


def packets(ident, kind, count):
    queue = None
    for _ in range(count):
        queue = Packet(queue, ident, kind)
    return queue


scheduler = Scheduler()
IdleTask(scheduler, 1, 200)
WorkTask(scheduler, 1000, packets(WORKER, KIND_WORK, 2))
HandlerTask(scheduler, HANDLER_A, 2000, packets(DEVICE_A, KIND_DEVICE, 3))
HandlerTask(scheduler, HANDLER_B, 3000, packets(DEVICE_B, KIND_DEVICE, 3))
DeviceTask(scheduler, DEVICE_A, 4000)
DeviceTask(scheduler, DEVICE_B, 5000)
scheduler.run()
print(scheduler.queued, scheduler.held)
print("".join(scheduler.letters)[:80])
