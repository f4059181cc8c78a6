//! A search for special methods' results that something believes: what programs do with
//! values (`consumers/`), times the special methods that this asks for, times results of
//! all kinds (`results.txt`). Each combination prints what came of it, as in CPython.

mod compare;
mod known;
mod program;
mod table;
mod transcript;

pub use compare::{differences, Difference, Kind};
pub use known::{Known, Line};
pub use program::{program, Combination};
pub use table::{sections, Base, Consumer, Section};
pub use transcript::{raises, Transcript};

use crate::Rng;

/// Consumers in one program: few, so that little is linked that another one needs.
const CONSUMERS: usize = 3;

/// Pairs of a method and a result that each consumer in a program meets.
const ANSWERS: usize = 14;

/// Programs, each a list of combinations. In all of them together each consumer occurs with
/// each of its bases: with some methods and results that the seed determines, or without a
/// seed with all.
pub fn programs(sections: &[Section], seed: Option<u64>) -> Vec<Vec<Combination<'_>>> {
    let mut rng = Rng::new(seed.unwrap_or(0));
    let mut programs = vec![];
    for section in sections {
        let answers = section.answers();
        for base in &section.bases {
            for consumers in section.consumers.chunks(CONSUMERS) {
                let start = rng.index(answers.len());
                let (starts, step) = match seed {
                    Some(_) => (start..start + 1, 1),
                    None => (0..answers.len(), ANSWERS),
                };
                for start in starts.step_by(step) {
                    let end = start + ANSWERS;
                    let chosen = answers.iter().cycle().skip(start).take(end - start);
                    let chosen: Vec<_> = chosen.take(answers.len()).collect();
                    let of = |consumer| {
                        let make = move |&&(method, result): &&(_, _)| Combination {
                            section,
                            base: *base,
                            consumer,
                            method,
                            result,
                        };
                        chosen.iter().map(make).collect::<Vec<_>>()
                    };
                    programs.push(consumers.iter().flat_map(of).collect());
                }
            }
        }
    }
    programs
}
