//! The console: a FIFO in front of a UART, as the core sees it, and the input.

use pyxl_isa::MachineConfig;
use std::collections::VecDeque;

/// Start bit, eight data bits, stop bit.
const BITS_PER_BYTE: u64 = 10;
/// From a byte's acceptance in execute to its place in the FIFO.
const PUSH_DELAY: u64 = 1;
/// Between two acceptances, and between two bytes read: a byte on its way to or from a FIFO
/// is not counted there yet, so the next one waits for it.
const ACCEPT_INTERVAL: u64 = 2;

/// Which standard stream a byte belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stream {
    /// Standard output.
    Out,
    /// Standard error.
    Err,
}

/// Both standard streams, and the cycle in which the next byte is accepted.
///
/// A byte pushed in cycle p leaves the FIFO in cycle `max(p + 1, s + 10 N)`, where s is
/// the cycle in which its predecessor left and N the clock cycles per bit; its place is
/// free from the next cycle on.
#[derive(Clone, Debug)]
pub struct Console {
    /// Bytes written to standard output and not yet taken by the host.
    pub out: Vec<u8>,
    /// Bytes written to standard error.
    pub err: Vec<u8>,
    /// Bytes of standard input that the program has not read yet.
    pub input: VecDeque<u8>,
    /// Nothing comes after `input`.
    pub ended: bool,
    depth: usize,
    byte_cycles: u64,
    /// First cycle in which another byte can be accepted, by its predecessor.
    interval: u64,
    /// First cycle in which another byte of input can be read.
    input_interval: u64,
    /// Cycles in which the last bytes leave the FIFO, as many as it holds.
    leaves: VecDeque<u64>,
}

impl Console {
    /// An empty FIFO and an idle transmitter.
    pub fn new(config: &MachineConfig) -> Console {
        let depth = config.uart_fifo as usize;
        Console {
            out: Vec::new(),
            err: Vec::new(),
            input: VecDeque::new(),
            ended: true,
            depth,
            byte_cycles: BITS_PER_BYTE * u64::from(config.clocks_per_bit),
            interval: 0,
            input_interval: 0,
            leaves: VecDeque::with_capacity(depth),
        }
    }

    /// Writes a byte that waits in execute since cycle `now`; returns the cycle in
    /// which it is accepted.
    pub fn write(&mut self, now: u64, stream: Stream, byte: u8) -> u64 {
        let mut accepted = now.max(self.interval);
        let previous = self.leaves.back().map(|leaves| leaves + self.byte_cycles);
        if self.leaves.len() == self.depth {
            if let Some(oldest) = self.leaves.pop_front() {
                accepted = accepted.max(oldest + 1);
            }
        }
        let in_queue = accepted + PUSH_DELAY;
        self.leaves
            .push_back((in_queue + 1).max(previous.unwrap_or(0)));
        self.interval = accepted + ACCEPT_INTERVAL;
        match stream {
            Stream::Out => self.out.push(byte),
            Stream::Err => self.err.push(byte),
        }
        accepted
    }

    /// Takes a byte of input for an instruction that waits in execute since cycle `now`:
    /// the byte, or nothing at the input's end, and the cycle in which it is taken. `None`
    /// if there is neither, yet.
    pub fn read(&mut self, now: u64) -> Option<(Option<u8>, u64)> {
        let byte = self.input.pop_front();
        if byte.is_none() && !self.ended {
            return None;
        }
        let taken = now.max(self.input_interval);
        self.input_interval = taken + ACCEPT_INTERVAL;
        Some((byte, taken))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_full_fifo_makes_the_core_wait() {
        let config = MachineConfig {
            uart_fifo: 2,
            clocks_per_bit: 10,
            ..MachineConfig::SIM
        };
        let mut console = Console::new(&config);
        let accepted: Vec<u64> = (0..5)
            .map(|i| console.write(10 + i, Stream::Out, b'a' + i as u8))
            .collect();
        // The first leaves in 12, so that its place is free from 13 on; the second in 112.
        assert_eq!(accepted, [10, 12, 14, 113, 213]);
        assert_eq!(console.out, b"abcde");
    }

    #[test]
    fn input_is_read_every_other_cycle_up_to_its_end() {
        let mut console = Console::new(&MachineConfig::SIM);
        console.ended = false;
        assert_eq!(console.read(3), None);
        console.input.extend(b"ab");
        console.ended = true;
        assert_eq!(console.read(3), Some((Some(b'a'), 3)));
        assert_eq!(console.read(4), Some((Some(b'b'), 5)));
        assert_eq!(console.read(20), Some((None, 20)));
        assert_eq!(console.read(30), Some((None, 30)));
    }

    #[test]
    fn an_idle_console_accepts_at_once() {
        let mut console = Console::new(&MachineConfig::SIM);
        assert_eq!(console.write(5, Stream::Err, 0), 5);
        assert_eq!(console.write(1000, Stream::Err, 0), 1000);
    }
}
