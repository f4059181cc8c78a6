//! Readable Verilog-2005 for blocks written in [rust-hdl](rust_hdl), and the proof that it means
//! the same.
//!
//! rust-hdl is a good front end: modules, types, width checks and unit simulation in Rust. Its
//! own printer gives Verilog that is silently different in many cases. [`emit`] prints the same
//! syntax tree with explicit widths, and refuses with an [`EmitError`] what it cannot print
//! faithfully. [`cosim`] runs a block in rust-hdl's simulation and its Verilog in Verilator, on
//! random inputs. Blocks are written with `#[derive(Block)]` and `#[hdl]` of `pyxl-hdl-macros`.
//!
//! ```
//! use pyxl_hdl_macros::{hdl, Block};
//! use rust_hdl::prelude::*;
//!
//! const STEP: u64 = 3;
//!
//! /// Counts while it is enabled.
//! #[derive(Block, Default)]
//! struct Counter {
//!     pub clock: Signal<In, Clock>,
//!     pub enable: Signal<In, Bit>,
//!     pub value: Signal<Out, Bits<8>>,
//!     count: DFF<Bits<8>>,
//! }
//!
//! impl Logic for Counter {
//!     #[hdl]
//!     fn update(&mut self) {
//!         dff_setup!(self, clock, count);
//!         if self.enable.val() {
//!             self.count.d.next = self.count.q.val() + STEP;
//!         }
//!         self.value.next = self.count.q.val();
//!     }
//! }
//!
//! let files = pyxl_hdl::emit(&Counter::default(), "counter")?;
//! assert_eq!(files[0].name, "counter.v");
//! assert!(files[0].text.contains("count_next = count + STEP;"));
//! # Ok::<(), pyxl_hdl::EmitError>(())
//! ```
//!
//! # What comes out
//!
//! * One file per module *type*. The top module has the name given to [`emit`], the others that
//!   of their Rust type, with a prefix: `SimpleRam` is `pyxl_simple_ram`. Instances with the same
//!   text share it. Element `i` of an array of blocks is instance `field_i`.
//! * Names are rust-hdl's with `_` for `$`, `.` and `::`: port `bus.address` is `bus_address`,
//!   variant `State::Idle` is `State_Idle`. Keywords and collisions are errors, never renamed.
//! * A `DFF` field is a register of that name, its input is `name_next`. Registers have initial
//!   values and no reset: write synchronous resets.
//! * Clocks are wired; independent assignments are `assign`; the statements that belong together
//!   become one `always @*`, split only where Verilog would see a false loop.
//! * Fields of structs that are read are wires: `control.val().wait` is `control_wait`. The bits of
//!   all fields stand in comments, as do the Rust comments of `update()`. Bits that nothing reads
//!   go to a wire `unused`. The files are free of `verilator -Wall` warnings.
//!
//! # What block authors follow
//!
//! * **Give every signal a default first**, then change it: a signal that is not assigned on
//!   every path is refused as a latch. `dff_setup!` is the default of a register.
//! * Reads of a `Local` or an output see what was last assigned to it in the same `update()`, or
//!   the settled value if the read stands before all assignments; every other signal reads as
//!   its settled value. Do not read between assignments on some paths only.
//! * Constants: `LIMIT`, `tag::INT`, `Self::LIMIT`, const generics; their names are in capitals,
//!   and as literals they take the width of their context. In Verilog they are `localparam`s.
//! * Parameters that are known when the block is built: a field `_limit: u64`, read as
//!   `self._limit`. A constructor names what is no default and ends in `..Default::default()`.
//! * No match guards, no `..=`, no arithmetic on `.index()`, no `signed_bit_cast`: rust-hdl loses
//!   them without a trace, so `#[hdl]` refuses them. A sign is extended with
//!   `(bit_cast::<32, 16>(x) ^ 0x8000) - 0x8000`, which is printed as `{{16{x[15]}}, x}`.
//! * `.into()` is taken for the bits as they are: a `From<Bits<N>>` for an enum must map `n` to
//!   its `n`-th variant.
//! * `get_bit` with an index out of range stops rust-hdl's simulation; in Verilog the low bits of
//!   the index count. `get_bits` beyond the top reads zeros, in both.
//! * In a `for` loop, `bit_cast` cannot name an indexed signal (`hdl_gen` evaluates it outside of
//!   the loop): give the element a `Local` of its own.
//! * `Bits` wider than 32 simulate slowly in Rust. Structs of smaller fields are faster.
//! * Wires that go together are a bus: a struct under `#[bus(Other)]`, written once for both ends,
//!   passed with `join` between children and with `link` from a block to a child. Ports of the
//!   top level can be buses, too: `axi: LiteSlave` has the ports `axi_awvalid`, `axi_awaddr` ….
//!
//! # Hand-written Verilog
//!
//! A block whose `hdl()` returns `Verilog::Custom` (memories, multipliers, ROMs) has a Rust model
//! in `update()` and Verilog beside it, using the names of the ports as printed. The printer
//! writes the port list: an output that the text assigns in an `always` or `initial` block
//! becomes `output reg`, any other `output wire`. `Local` signals are for the Rust model only, and
//! there can be no child blocks.
//! Registers that are not initialised are zero in [`cosim`], as in rust-hdl; give them an
//! `initial` value if the design relies on it.
//!
//! `Verilog::Wrapper` is for vendors' primitives: all ports are wires, and its `cores`
//! (declarations for tools that do not know the primitive) become a file `…_blackbox.v`.
//! `Verilog::Blackbox` instantiates a module that exists elsewhere.
#![warn(missing_docs)]

mod collect;
pub mod cosim;
mod custom;
mod emit;
mod error;
mod expr;
mod flow;
mod group;
mod index;
mod ir;
mod lower;
mod module;
mod names;
mod nets;
mod stmt;

pub use emit::{emit, VerilogFile, HEADER};
pub use error::{EmitError, Problem};
