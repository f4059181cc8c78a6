//! `#[bus(Other)]`.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{
    parse_quote, Error, Field, GenericArgument, Ident, ItemStruct, PathArguments, Result, Type,
};

/// The bundle as it was written, and the same from the other end.
pub fn expand(other: &Ident, near: &ItemStruct) -> Result<TokenStream> {
    let mut far = near.clone();
    far.ident = other.clone();
    let near_name = &near.ident;
    let (here, there) = (near_name.to_string(), other.to_string());
    let doc = format!("The other end of [`{here}`].");
    far.attrs = vec![parse_quote!(#[doc = #doc])];
    for field in &mut far.fields {
        turn(field)?;
    }
    Ok(quote! {
        #[derive(LogicInterface, Default)]
        #[join = #there]
        #near

        #[derive(LogicInterface, Default)]
        #[join = #here]
        #far
    })
}

/// `In` for `Out`, and `Out` for `In`.
fn turn(field: &mut Field) -> Result<()> {
    if let Type::Path(ty) = &mut field.ty {
        if let Some(signal) = ty
            .path
            .segments
            .last_mut()
            .filter(|it| it.ident == "Signal")
        {
            if let PathArguments::AngleBracketed(of) = &mut signal.arguments {
                let direction = of.args.first().map(|it| quote!(#it).to_string());
                let turned: Option<GenericArgument> = match direction.as_deref() {
                    Some("In") => Some(parse_quote!(Out)),
                    Some("Out") => Some(parse_quote!(In)),
                    _ => None,
                };
                if let Some(turned) = turned {
                    of.args[0] = turned;
                    return Ok(());
                }
            }
        }
    }
    let message = "a wire of a bus is a `Signal<In, _>` or a `Signal<Out, _>`";
    Err(Error::new_spanned(&field.ty, message))
}
