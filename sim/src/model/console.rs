//! The console's transmit side: a FIFO in front of a UART, as the core sees it.

use pyxl_isa::MachineConfig;
use std::collections::VecDeque;

/// Start bit, eight data bits, stop bit.
const BITS_PER_BYTE: u64 = 10;

/// Which standard stream a byte belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stream {
    /// Standard output.
    Out,
    /// Standard error.
    Err,
}

/// Both standard streams and the moment at which the next byte is accepted.
#[derive(Clone, Debug)]
pub struct Console {
    /// Bytes written to standard output and not yet taken by the host.
    pub out: Vec<u8>,
    /// Bytes written to standard error.
    pub err: Vec<u8>,
    depth: usize,
    byte_cycles: u64,
    /// For each byte in the FIFO: the cycle in which the transmitter takes it.
    leaves: VecDeque<u64>,
    idle: u64,
}

impl Console {
    /// An empty FIFO and an idle transmitter.
    pub fn new(config: &MachineConfig) -> Console {
        let depth = config.uart_fifo as usize;
        Console {
            out: Vec::new(),
            err: Vec::new(),
            depth,
            byte_cycles: BITS_PER_BYTE * u64::from(config.clocks_per_bit),
            leaves: VecDeque::with_capacity(depth + 1),
            idle: 0,
        }
    }

    /// Writes a byte that waits in execute since cycle `now`; returns the cycle in
    /// which it is accepted.
    pub fn write(&mut self, now: u64, stream: Stream, byte: u8) -> u64 {
        let mut accepted = now;
        while self.leaves.front().is_some_and(|&cycle| cycle < accepted) {
            self.leaves.pop_front();
        }
        if self.leaves.len() >= self.depth {
            if let Some(cycle) = self.leaves.pop_front() {
                accepted = accepted.max(cycle + 1);
            }
        }
        let leaves = self.idle.max(accepted + 1);
        self.idle = leaves + self.byte_cycles;
        self.leaves.push_back(leaves);
        match stream {
            Stream::Out => self.out.push(byte),
            Stream::Err => self.err.push(byte),
        }
        accepted
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
            .map(|i| console.write(i, Stream::Out, b'a' + i as u8))
            .collect();
        assert_eq!(accepted, [0, 1, 2, 102, 202]);
        assert_eq!(console.out, b"abcde");
    }
}
