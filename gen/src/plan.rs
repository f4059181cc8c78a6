//! What to write for a board: decided before anything is written.

use anyhow::{Context as _, Result};
use pyxl_boards::ecp5::Ecp5Top;
use pyxl_boards::sim::SimTop;
use pyxl_boards::zynq::ZynqTop;
use pyxl_boards::{fclk_dividers, Board, Pin, Pull, Site, Target};
use pyxl_hdl::emit;
use serde_json::{json, Value};
use tera::{Context, Tera};

use crate::images::Contents;

/// One file.
pub struct Planned {
    /// Path within the output directory.
    pub path: String,
    /// The whole text.
    pub text: String,
    /// What it is for, in a few words.
    pub purpose: String,
}

/// All files of a board.
pub struct Plan {
    /// Name of the top module.
    pub top: String,
    /// The files, in the order in which they are shown.
    pub files: Vec<Planned>,
    /// Arguments of nextpnr and of the packer, on boards that have them.
    pub nextpnr: Vec<String>,
    /// See `nextpnr`.
    pub ecppack: Vec<String>,
}

/// Plans the files of a board.
///
/// # Errors
/// A block has no faithful Verilog, or a template is wrong.
pub fn plan(board: &Board, contents: &Contents) -> Result<Plan> {
    let top = format!("pyxl_{}", board.name.replace('-', "_"));
    let modules = match &board.target {
        Target::Sim => emit(&SimTop::new(&board.config, &contents.images), &top),
        Target::Ecp5(ecp5) => emit(
            &Ecp5Top::new(&board.config, ecp5.pll, &contents.images),
            &top,
        ),
        Target::Zynq7 { .. } => emit(&ZynqTop::new(&board.config, &contents.images), &top),
    }
    .context("cannot print the hardware as Verilog")?;
    let mut plan = Plan {
        top: top.clone(),
        files: vec![],
        nextpnr: vec![],
        ecppack: vec![],
    };
    let mut context = context(board, contents, &top);

    // Yosys knows the primitives itself.
    let verilog: Vec<_> = modules
        .iter()
        .filter(|m| !m.name.ends_with("_blackbox.v"))
        .collect();
    let verilog: Vec<_> = verilog.iter().map(|m| format!("rtl/{}", m.name)).collect();
    context.insert("verilog", &verilog);
    for (i, module) in modules.into_iter().enumerate() {
        let purpose = match i {
            0 => "top level",
            _ if module.name.ends_with("_blackbox.v") => "declarations of primitives, for lint",
            _ => "module",
        };
        plan.add(&format!("rtl/{}", module.name), module.text, purpose);
    }
    for (name, text, purpose) in &contents.files {
        plan.add(&format!("rtl/{name}"), text.clone(), purpose);
    }
    match &board.target {
        Target::Sim => {}
        Target::Ecp5(ecp5) => {
            let file = |suffix: &str| format!("{top}.{suffix}");
            plan.nextpnr = [
                format!("--{}", ecp5.size),
                format!("--package {} --speed {}", ecp5.package, ecp5.speed),
                format!("--freq {}", board.core_mhz),
                format!("--json {} --lpf board.lpf", file("json")),
                format!(
                    "--textcfg {} --report {}",
                    file("config"),
                    file("report.json")
                ),
            ]
            .iter()
            .flat_map(|part| part.split(' ').map(str::to_owned))
            .collect();
            plan.ecppack = vec!["--compress".into(), file("config"), file("bit")];
            context.insert("nextpnr", &plan.nextpnr.join(" "));
            context.insert("ecppack", &plan.ecppack.join(" "));
            context.insert(
                "synth",
                &format!("synth_ecp5 -abc9 -top {top} -json {}", file("json")),
            );
            plan.render(
                "board.lpf",
                include_str!("../../constraints/board.lpf.tera"),
                &context,
                "pins and clock",
            )?;
            plan.render(
                "synth.ys",
                include_str!("../templates/synth.ys.tera"),
                &context,
                "Yosys script",
            )?;
            plan.render(
                "build.sh",
                include_str!("../templates/ecp5.sh.tera"),
                &context,
                "makes the bitstream",
            )?;
        }
        Target::Zynq7 { .. } => {
            let synth = format!(
                "synth_xilinx -family xc7 -flatten -abc9 -top {top}\nwrite_json {top}.json"
            );
            context.insert("synth", &synth);
            plan.render(
                "pins.xdc",
                include_str!("../../constraints/pins.xdc.tera"),
                &context,
                "pins",
            )?;
            plan.render(
                "timing.xdc",
                include_str!("../../constraints/timing.xdc.tera"),
                &context,
                "clock (Vivado)",
            )?;
            plan.render(
                "vivado.tcl",
                include_str!("../templates/vivado.tcl.tera"),
                &context,
                "bitstream, Vivado",
            )?;
            plan.render(
                "synth.ys",
                include_str!("../templates/synth.ys.tera"),
                &context,
                "Yosys script",
            )?;
            plan.render(
                "openxc7.sh",
                include_str!("../templates/openxc7.sh.tera"),
                &context,
                "bitstream, openXC7",
            )?;
        }
    }
    plan.render(
        "README.md",
        include_str!("../templates/README.md.tera"),
        &context,
        "how to build and load it",
    )?;
    Ok(plan)
}

impl Plan {
    fn add(&mut self, path: &str, text: String, purpose: &str) {
        self.files.push(Planned {
            path: path.into(),
            text,
            purpose: purpose.into(),
        });
    }

    fn render(
        &mut self,
        path: &str,
        template: &str,
        context: &Context,
        purpose: &str,
    ) -> Result<()> {
        let text = Tera::one_off(template, context, false)
            .with_context(|| format!("template of {path}"))?;
        self.add(path, text, purpose);
        Ok(())
    }
}

/// Values for the templates.
fn context(board: &Board, contents: &Contents, top: &str) -> Context {
    let config = &board.config;
    let mut values = json!({
        "generated": format!(
            "Generated by gen {} for the board {}. Do not edit.", env!("CARGO_PKG_VERSION"), board.name
        ),
        "board": board.name,
        "description": board.description,
        "top": top,
        "program": contents.source,
        "input_mhz": board.input_mhz,
        "core_mhz": board.core_mhz,
        "period_ns": format!("{:.3}", 1000.0 / board.core_mhz),
        "code_words": config.code_words,
        "heap_words": config.heap_words,
        "frame_words": config.frame_words,
        "control_words": config.control_words,
        "block_rams": board.block_rams.0,
        "block_rams_available": board.block_rams.1,
        "pins": board.pins.iter().enumerate().map(pin).collect::<Vec<_>>(),
    });
    let more = match &board.target {
        Target::Sim => json!({ "family": "sim" }),
        Target::Ecp5(ecp5) => json!({
            "family": "ecp5",
            "part": ecp5.part,
            "clock": site(&ecp5.clock),
            "txd": site(&ecp5.txd),
            "rxd": site(&ecp5.rxd),
            "baud": ecp5.baud,
        }),
        Target::Zynq7 { part } => {
            let dividers = fclk_dividers(board.input_mhz, board.core_mhz).unwrap_or_default();
            json!({
                "family": "zynq7",
                "part": part,
                "fclk_first": dividers.0,
                "fclk_second": dividers.1,
            })
        }
    };
    if let (Value::Object(all), Value::Object(more)) = (&mut values, more) {
        all.extend(more);
    }
    Context::from_value(values).unwrap_or_default()
}

fn site(site: &Site) -> Value {
    json!({ "site": site.name, "standard": site.standard })
}

fn pin((number, pin): (usize, &Pin)) -> Value {
    let pull = match pin.pull {
        Pull::None => "none",
        Pull::Up => "up",
        Pull::Down => "down",
    };
    json!({
        "number": number,
        "name": pin.name,
        "site": pin.site.name,
        "standard": pin.site.standard,
        "pull": pull,
    })
}

#[cfg(test)]
mod tests;
