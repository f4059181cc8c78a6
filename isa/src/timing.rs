//! Costs that do not belong to one instruction: how many cycles later than
//! "one per instruction" the next instruction executes.

/// A redirect known in decode: jump, predicted call, return, backward branch.
pub const DECODE_REDIRECT: u64 = 1;

/// After `stf`, whose destination decode cannot compare with the next instruction's operands:
/// the next instruction waits in decode until it is known.
pub const FRAME_STORE: u64 = 1;

/// A redirect decided in execute: mispredicted branch, call of a value, `unwind`.
pub const EXECUTE_REDIRECT: u64 = 4;

/// From a trapping instruction to the handler's first: an execute redirect to
/// the vector, whose `tjmp` redirects again.
pub const TRAP_ENTRY: u64 = EXECUTE_REDIRECT + 1 + DECODE_REDIRECT;

/// Cycles that a multiplication or division waits before it traps because an
/// operand is no number: one later than a one-cycle instruction would.
pub const LONG_UNIT_REFUSAL: u64 = 1;
