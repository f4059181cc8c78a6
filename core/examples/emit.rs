use rust_hdl::prelude::*;
fn main() {
    let mut core = pyxl_core::Core::new(
        &pyxl_isa::MachineConfig {
            frame_words: 2048,
            ..pyxl_isa::MachineConfig::SIM
        },
        &Default::default(),
    );
    core.connect_all();
    std::fs::create_dir_all("/tmp/emit").unwrap();
    match pyxl_hdl::emit(&core, "core") {
        Ok(files) => {
            for f in files {
                std::fs::write(format!("/tmp/emit/{}", f.name), f.text).unwrap();
                println!("{}", f.name);
            }
        }
        Err(e) => println!("ERROR {e}"),
    }
}
