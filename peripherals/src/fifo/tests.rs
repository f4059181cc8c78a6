use std::collections::VecDeque;

use super::*;
use crate::bench::Clocked;

/// Deterministic pseudo-random bits (xorshift).
fn random(state: &mut u64) -> u64 {
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    *state
}

#[test]
fn behaves_like_a_bounded_queue() {
    for depth in [2, 16, 256] {
        let mut fifo = Fifo::<8>::new(depth);
        let mut model = VecDeque::new();
        let mut seed = 0x1234_5678_9abc_def1;
        let (mut was_full, mut was_empty) = (false, false);
        for cycle in 0..13 * depth {
            let r = random(&mut seed);
            // Long fills and drains alternate, so that both ends are reached.
            let filling = (cycle / (3 * depth)) % 2 == 0;
            let (push, pop) = ((r & 3 == 0) != filling, (r >> 2 & 3 == 0) == filling);
            fifo.push.next = push;
            fifo.pop.next = pop;
            fifo.data.next = (r >> 8 & 0xff).into();
            fifo.settle();
            assert_eq!(
                fifo.ready.val(),
                model.len() < depth as usize,
                "ready, cycle {cycle}"
            );
            assert_eq!(fifo.valid.val(), !model.is_empty(), "valid, cycle {cycle}");
            if let Some(&head) = model.front() {
                assert_eq!(fifo.head.val(), head, "head, cycle {cycle}");
            }
            was_full |= !fifo.ready.val();
            was_empty |= !fifo.valid.val();
            let room = model.len() < depth as usize;
            if pop {
                model.pop_front();
            }
            if push && room {
                model.push_back(r >> 8 & 0xff);
            }
            fifo.tick();
        }
        assert!(
            was_full && was_empty,
            "depth {depth}: the test did not reach both ends"
        );
    }
}

#[test]
fn reset_empties() {
    let mut fifo = Fifo::<8>::new(2);
    fifo.push.next = true;
    fifo.ticks(2);
    assert!(!fifo.ready.val() && fifo.valid.val());
    fifo.reset.next = true;
    fifo.tick();
    assert!(fifo.ready.val() && !fifo.valid.val());
}

#[test]
#[should_panic(expected = "FIFO depth 12")]
fn refuses_other_depths() {
    Fifo::<8>::new(12);
}
