//! `#[derive(Block)]`.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{Data, DeriveInput, Error, Result};

/// As rust-hdl's `LogicBlock`. The type's name goes to the probes as a namespace that is closed
/// at once: `Probe` has no call for it, and nothing but the printer looks at an empty one.
pub fn derive(input: &DeriveInput) -> Result<TokenStream> {
    let Data::Struct(data) = &input.data else {
        return Err(Error::new_spanned(input, "a block is a struct"));
    };
    let mut fields = vec![];
    for field in &data.fields {
        let Some(name) = &field.ident else {
            return Err(Error::new_spanned(
                field,
                "the fields of a block have names",
            ));
        };
        if !name.to_string().starts_with('_') {
            fields.push(name);
        }
    }
    let names = fields.iter().map(|field| field.to_string());
    let ty = &input.ident;
    let (generics, arguments, bounds) = input.generics.split_for_impl();
    Ok(quote! {
        impl #generics block::Block for #ty #arguments #bounds {
            fn connect_all(&mut self) {
                self.connect();
                #(self.#fields.connect_all();)*
            }
            fn update_all(&mut self) {
                self.update();
                #(self.#fields.update_all();)*
            }
            fn has_changed(&self) -> bool {
                false #(|| self.#fields.has_changed())*
            }
            fn accept(&self, name: &str, probe: &mut dyn probe::Probe) {
                let ty = ::std::any::type_name::<Self>();
                probe.visit_start_scope(name, self);
                probe.visit_start_namespace(ty, self);
                probe.visit_end_namespace(ty, self);
                #(self.#fields.accept(#names, probe);)*
                probe.visit_end_scope(name, self);
            }
        }
    })
}
