//! Hand-written Verilog inside a block: how its ports are declared.

use crate::error::{Checked, Problem};

/// Text without comments and strings, cut into identifiers and single characters
/// (`<=` and `==` stay whole).
fn tokens(text: &str) -> Vec<String> {
    let mut out: Vec<String> = vec![];
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let length = if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if rest.starts_with("/*") {
            rest.find("*/").map_or(rest.len(), |end| end + 2)
        } else if rest.starts_with("(*") && !rest.starts_with("(*)") {
            rest.find("*)").map_or(rest.len(), |end| end + 2)
        } else if c == '"' {
            rest[1..].find('"').map_or(rest.len(), |end| end + 2)
        } else if c.is_whitespace() {
            c.len_utf8()
        } else {
            let word = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '$';
            let length = match rest.find(|c: char| !word(c)).unwrap_or(rest.len()) {
                0 if ["<=", "==", ">=", "!="]
                    .iter()
                    .any(|op| rest.starts_with(op)) =>
                {
                    2
                }
                0 => c.len_utf8(),
                length => length,
            };
            out.push(rest[..length].to_owned());
            length
        };
        rest = &rest[length..];
    }
    out
}

/// Whether `text` assigns `output` inside an `always` or `initial` block, so that the port has to
/// be a `reg`. An output that it drives with `assign` or from an instance is a wire.
pub(crate) fn is_procedural(text: &str, output: &str) -> Checked<bool> {
    let tokens = tokens(text);
    let mut mentioned = false;
    let mut procedural = false;
    let mut continuous = false;
    for (at, _) in tokens
        .iter()
        .enumerate()
        .filter(|(_, token)| *token == output)
    {
        mentioned = true;
        // Skip selections and the rest of a concatenation to see whether this is a left side.
        let mut start = at;
        let mut end = at + 1;
        end = skip_selects(&tokens, end);
        if let Some(open) = concatenation(&tokens, at) {
            start = open;
            end = skip_selects(&tokens, closing(&tokens, open, "{", "}") + 1);
        }
        let assigned = matches!(tokens.get(end).map(String::as_str), Some("=" | "<="));
        let before = start
            .checked_sub(1)
            .map_or(";", |before| tokens[before].as_str());
        match before {
            "assign" if assigned => continuous = true,
            ";" | "begin" | "end" | "else" | ")" | ":" | "*" | "initial" if assigned => {
                procedural = true
            }
            _ => {}
        }
    }
    match (mentioned, procedural, continuous) {
        (false, ..) => Err(Problem::Custom(format!(
            "the output `{output}` is not driven"
        ))),
        (_, true, true) => Err(Problem::Custom(format!(
            "`{output}` is driven by both `assign` and a block"
        ))),
        (_, procedural, _) => Ok(procedural),
    }
}

/// The bits of `input` that `text` reads: those of constant selections, all where it is used
/// otherwise.
pub(crate) fn read_bits(text: &str, input: &str, width: usize) -> Vec<bool> {
    let tokens = tokens(text);
    let mut used = vec![false; width];
    for (at, _) in tokens
        .iter()
        .enumerate()
        .filter(|(_, token)| *token == input)
    {
        if at > 0 && tokens[at - 1] == "." {
            // The port of an instance, not our input.
            continue;
        }
        let number = |offset: usize| {
            tokens
                .get(at + offset)
                .and_then(|token| token.parse::<usize>().ok())
        };
        let is =
            |offset: usize, text: &str| tokens.get(at + offset).is_some_and(|token| token == text);
        let (high, low) = match (number(2), number(4)) {
            (Some(bit), _) if is(1, "[") && is(3, "]") => (bit, bit),
            (Some(high), Some(low)) if is(1, "[") && is(3, ":") && is(5, "]") => (high, low),
            _ => (width - 1, 0),
        };
        (low..=high.min(width - 1)).for_each(|bit| used[bit] = true);
    }
    used
}

fn skip_selects(tokens: &[String], mut at: usize) -> usize {
    while tokens.get(at).is_some_and(|token| token == "[") {
        at = closing(tokens, at, "[", "]") + 1;
    }
    at
}

/// Position of the bracket that closes the one at `open`.
fn closing(tokens: &[String], open: usize, opener: &str, closer: &str) -> usize {
    let mut depth = 0;
    for (at, token) in tokens.iter().enumerate().skip(open) {
        if token == opener {
            depth += 1;
        } else if token == closer {
            depth -= 1;
            if depth == 0 {
                return at;
            }
        }
    }
    tokens.len()
}

/// The outermost `{` around position `at` within its statement.
fn concatenation(tokens: &[String], at: usize) -> Option<usize> {
    let mut depth = 0i32;
    let mut outermost = None;
    for back in (0..at).rev() {
        match tokens[back].as_str() {
            ";" | "begin" | "end" => break,
            "}" => depth += 1,
            "{" if depth > 0 => depth -= 1,
            "{" => outermost = Some(back),
            _ => {}
        }
    }
    outermost
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bits_that_are_read() {
        let text = "assign x = a[1:0] + b[2]; // b\nfoo f (.b(c), .d(d[e]));";
        let used = |name| {
            read_bits(text, name, 4)
                .iter()
                .map(|bit| if *bit { '1' } else { '0' })
                .collect::<String>()
        };
        assert_eq!(
            (used("a"), used("b"), used("c"), used("d")),
            ("1100".into(), "0010".into(), "1111".into(), "1111".into())
        );
    }

    #[test]
    fn driver_of_an_output() {
        let text = "reg [3:0] mem [0:7]; // q <= nothing\n\
             always @(posedge clock) if (we) mem[a] <= d;\n\
             always @(*) q = mem[a];\n\
             always @(posedge clock) begin {carry, sum[3:0]} <= x + y; end\n\
             assign full = count <= 4; assign {hi, lo} = wide;\n\
             PLL pll (.CLK(clk_out));\n\
             always @(posedge clock) case (s) 0: state <= 1; default: if (q <= lo) last = 2; endcase";
        for (output, expected) in [
            ("q", true),
            ("carry", true),
            ("sum", true),
            ("state", true),
            ("last", true),
            ("full", false),
            ("hi", false),
            ("lo", false),
            ("clk_out", false),
        ] {
            assert_eq!(is_procedural(text, output), Ok(expected), "{output}");
        }
        assert!(is_procedural(text, "nothing").is_err());
        assert!(is_procedural("assign a = 1; always @* a = 0;", "a").is_err());
    }
}
