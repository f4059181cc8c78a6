//! UART with queues: what the core's console talks to.

use pyxl_hdl_macros::{hdl, Block};
use rust_hdl::prelude::*;

use crate::fifo::Fifo;
use crate::uart_rx::UartRx;
use crate::uart_tx::UartTx;

/// Serial port, 8N1, with a queue of `D` bytes in each direction.
///
/// The sending side is replayed by the cycle-exact model. With N clock cycles
/// per bit and `count` bytes in the queue:
///
/// - `tx_ready` in cycle t is `count(t) < D`; a byte is taken in cycle t when
///   `tx_valid` and `tx_ready`;
/// - a byte leaves the queue in every cycle t in which `count(t) > 0` and
///   t ≥ s + 10 N, where s is the cycle in which the previous one left (there
///   is no such limit for the first);
/// - `count(t + 1) = count(t) + taken(t) − left(t)`;
/// - its start bit is on `txd` from cycle t + 1 on, if it left in cycle t.
///
/// So the byte pushed i-th, in cycle p(i), leaves in cycle
/// s(i) = max(p(i) + 1, s(i − 1) + 10 N), and frees its place for cycle s(i) + 1.
///
/// A received byte is in the queue (`rx_valid`, `rx_data`) until `rx_pop`; one
/// that finds the queue full is lost.
#[derive(Block, Default)]
pub struct Uart {
    /// Clock.
    pub clock: Signal<In, Clock>,
    /// Empties both queues; the line becomes idle.
    pub reset: Signal<In, Bit>,
    /// Send `tx_data`, if `tx_ready`.
    pub tx_valid: Signal<In, Bit>,
    /// Byte to send.
    pub tx_data: Signal<In, Bits<8>>,
    /// The sending queue has room.
    pub tx_ready: Signal<Out, Bit>,
    /// There is a received byte.
    pub rx_valid: Signal<Out, Bit>,
    /// The oldest received byte.
    pub rx_data: Signal<Out, Bits<8>>,
    /// Removes the oldest received byte.
    pub rx_pop: Signal<In, Bit>,
    /// Serial line out, idle high.
    pub txd: Signal<Out, Bit>,
    /// Serial line in, asynchronous to the clock.
    pub rxd: Signal<In, Bit>,
    transmitter: UartTx,
    receiver: UartRx,
    tx_fifo: Fifo<8>,
    rx_fifo: Fifo<8>,
}

impl Uart {
    /// `depth`: bytes in each queue, a power of two from 2 to 256.
    /// `clocks_per_bit`: 2 to 65,536.
    ///
    /// # Panics
    /// If one of them is out of range.
    pub fn new(depth: u32, clocks_per_bit: u32) -> Self {
        Self {
            transmitter: UartTx::new(clocks_per_bit),
            receiver: UartRx::new(clocks_per_bit),
            tx_fifo: Fifo::new(depth),
            rx_fifo: Fifo::new(depth),
            ..Default::default()
        }
    }
}

impl Logic for Uart {
    #[hdl]
    fn update(&mut self) {
        clock!(self, clock, transmitter, receiver, tx_fifo, rx_fifo);
        self.transmitter.reset.next = self.reset.val();
        self.receiver.reset.next = self.reset.val();
        self.tx_fifo.reset.next = self.reset.val();
        self.rx_fifo.reset.next = self.reset.val();

        self.tx_fifo.push.next = self.tx_valid.val();
        self.tx_fifo.data.next = self.tx_data.val();
        self.tx_ready.next = self.tx_fifo.ready.val();
        self.transmitter.valid.next = self.tx_fifo.valid.val();
        self.transmitter.data.next = self.tx_fifo.head.val();
        self.tx_fifo.pop.next = self.transmitter.ready.val();
        self.txd.next = self.transmitter.txd.val();

        self.receiver.rxd.next = self.rxd.val();
        self.rx_fifo.push.next = self.receiver.valid.val();
        self.rx_fifo.data.next = self.receiver.data.val();
        self.rx_valid.next = self.rx_fifo.valid.val();
        self.rx_data.next = self.rx_fifo.head.val();
        self.rx_fifo.pop.next = self.rx_pop.val();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bench::Clocked;

    /// The rule in [`Uart`]'s documentation, replayed beside the block.
    #[test]
    fn tx_ready_follows_the_documented_rule() {
        for (depth, n) in [(2, 2), (4, 3), (16, 4)] {
            let mut uart = Uart::new(depth, n);
            let (mut count, mut next_leave, mut seen_full) = (0, 0, false);
            for cycle in 0u32..1500 {
                // Bursts, pauses and single bytes.
                let valid = cycle % 300 < 200 && (cycle % 7 != 3 || cycle > 800);
                uart.tx_valid.next = valid;
                uart.tx_data.next = u64::from(cycle & 0xff).into();
                uart.settle();
                assert_eq!(
                    uart.tx_ready.val(),
                    count < depth,
                    "depth {depth}, n {n}, cycle {cycle}"
                );
                seen_full |= count == depth;
                let taken = valid && count < depth;
                let left = count > 0 && cycle >= next_leave;
                if left {
                    next_leave = cycle + 10 * n;
                }
                count = count + u32::from(taken) - u32::from(left);
                uart.tick();
            }
            assert!(seen_full);
        }
    }

    #[test]
    fn loopback_keeps_every_byte_in_order() {
        let mut uart = Uart::new(16, 4);
        let message: Vec<u8> = (0..40u8).map(|i| i.wrapping_mul(37)).collect();
        let (mut sent, mut got) = (0, vec![]);
        for _ in 0..40 * 45 {
            uart.settle();
            uart.rxd.next = uart.txd.val();
            uart.tx_valid.next = sent < message.len();
            uart.tx_data.next = u64::from(*message.get(sent).unwrap_or(&0)).into();
            uart.rx_pop.next = uart.rx_valid.val();
            uart.settle();
            sent += usize::from(uart.tx_valid.val() && uart.tx_ready.val());
            if uart.rx_valid.val() {
                got.push(uart.rx_data.val().to_u8());
            }
            uart.tick();
        }
        assert_eq!(got, message);
    }

    #[test]
    fn a_full_receive_queue_keeps_the_oldest_bytes() {
        let mut uart = Uart::new(2, 2);
        uart.tx_valid.next = true;
        uart.tx_data.next = 1.into();
        for cycle in 0..100 {
            uart.settle();
            uart.rxd.next = uart.txd.val();
            uart.tick();
            uart.tx_data.next = u64::from(cycle / 20 + 2u32).into();
        }
        assert!(uart.rx_valid.val());
        assert_eq!(uart.rx_data.val(), 1);
    }
}
