//! Peripherals of PyXL, described in rust-hdl: pins, serial port, host port.
//!
//! Every block runs on one clock with a synchronous, active-high reset. A
//! signal "in cycle t" is its settled value before the clock edge that ends
//! cycle t; a register written in cycle t shows its new value in cycle t + 1.
#![warn(missing_docs)]
// rust-hdl's derive macros and its style of `next`/`val` assignments.
#![allow(clippy::bool_comparison)]

pub mod axi3;
pub mod axi_lite;
pub mod bus;
pub mod fifo;
pub mod gpio;
pub mod host;
pub mod registers;
pub mod uart;
pub mod uart_rx;
pub mod uart_tx;

pub use axi3::Axi3;
pub use axi_lite::AxiLite;
pub use fifo::Fifo;
pub use gpio::Gpio;
pub use host::HostPort;
pub use uart::Uart;
pub use uart_rx::UartRx;
pub use uart_tx::UartTx;

#[cfg(test)]
mod bench;
