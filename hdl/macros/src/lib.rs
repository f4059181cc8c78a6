//! The macros with which a hardware block is written; `rust_hdl::prelude` has the rest.
//!
//! `#[derive(Block)]` and `#[hdl]` stand for rust-hdl's `LogicBlock` and `hdl_gen`. They add what
//! those lose on the way to Verilog: the name of the Rust type, and the values of constants.
//! What `hdl_gen` accepts and drops is an error of the compiler here.

mod block;
mod bus;
mod comments;
mod constants;
mod refuse;

use proc_macro::TokenStream;
use syn::{parse_macro_input, DeriveInput, Ident, ItemFn, ItemStruct};

/// Implements rust-hdl's `Block` for a struct of signals, constants and blocks, and tells the
/// printer the struct's name. A field whose name begins with `_` is plain Rust: the state of a
/// model, or a number that `update()` reads as a parameter.
#[proc_macro_derive(Block)]
pub fn block(input: TokenStream) -> TokenStream {
    let input = parse_macro_input!(input as DeriveInput);
    block::derive(&input)
        .unwrap_or_else(syn::Error::into_compile_error)
        .into()
}

/// Declares the wires between two blocks once: `#[bus(Other)]` on a struct of `Signal<In, _>` and
/// `Signal<Out, _>` makes it an interface of rust-hdl, and `Other` the same with the directions
/// exchanged. `Bus::join(&mut self.a.bus, &mut self.b.other)` connects two children,
/// `Bus::link(&mut self.bus, &mut self.a.bus)` hands a block's own wires on to a child. In
/// Verilog, `address` of a field `bus` is the port `bus_address`, at the top level too.
///
/// ```
/// use {pyxl_hdl_macros::bus, rust_hdl::prelude::*};
///
/// /// A memory's port, as the memory has it.
/// #[bus(MemoryUser)]
/// pub struct MemoryPort {
///     /// Word to read.
///     pub address: Signal<In, Bits<8>>,
///     /// Its contents, one cycle later.
///     pub data: Signal<Out, Bits<32>>,
/// }
///
/// MemoryPort::default().join(&mut MemoryUser::default());
/// ```
#[proc_macro_attribute]
pub fn bus(other: TokenStream, item: TokenStream) -> TokenStream {
    let other = parse_macro_input!(other as Ident);
    let near = parse_macro_input!(item as ItemStruct);
    bus::expand(&other, &near)
        .unwrap_or_else(syn::Error::into_compile_error)
        .into()
}

/// Makes the `update` of a `Logic` the description of its hardware.
///
/// Beyond what rust-hdl's `hdl_gen` translates, an expression may name a constant (`LIMIT`,
/// `tag::INT`, a const generic) and a plain field of the block (`self._ticks`), all of them
/// unsigned integers. `//` comments go on to the Verilog.
///
/// ```compile_fail
/// # use {pyxl_hdl_macros::hdl, rust_hdl::prelude::*};
/// # struct Latch { open: Bit, data: Signal<In, Bits<8>>, q: Signal<Out, Bits<8>> }
/// # impl Logic for Latch {
/// #[hdl]
/// fn update(&mut self) {
///     match self.data.val().index() {
///         0 if self.open => self.q.next = 1.into(), // the guard would be lost
///         _ => self.q.next = 2.into(),
///     }
/// }
/// # }
/// ```
#[proc_macro_attribute]
pub fn hdl(arguments: TokenStream, item: TokenStream) -> TokenStream {
    let mut update = parse_macro_input!(item as ItemFn);
    let mut out = proc_macro2::TokenStream::new();
    if !arguments.is_empty() {
        let arguments = proc_macro2::TokenStream::from(arguments);
        out.extend(
            syn::Error::new_spanned(arguments, "`hdl` has no arguments").into_compile_error(),
        );
    }
    for error in refuse::check(&update) {
        out.extend(error.into_compile_error());
    }
    comments::pass(&mut update);
    constants::pass(&mut update);
    out.extend(quote::quote! {
        #[allow(non_snake_case, clippy::assertions_on_constants)]
        #[hdl_gen]
        #update
    });
    out.into()
}
