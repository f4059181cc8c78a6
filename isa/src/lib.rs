//! PySM, the instruction set of PyXL: words and tags, the instruction table and
//! everything that derives from it.
#![warn(missing_docs)]

pub mod asm;
mod checks;
pub mod config;
pub mod disasm;
pub mod field;
mod format;
pub mod image;
pub mod insn;
pub mod layout;
pub mod reference;
pub mod table;
pub mod timing;
pub mod word;

pub use config::MachineConfig;
pub use image::{Image, ImageError};
pub use insn::{Descriptor, Insn, Operand, Slot};
pub use layout::{LinkField, LinkKind};
pub use table::{Checks, ControlFlow, Destination, Format, Opcode, Row, Unit, ROWS};
pub use word::{Tag, Unbound, Word};
