//! The built style sheet and scripts are embedded; before the first `npm run build` there are none yet.
fn main() -> std::io::Result<()> {
    println!("cargo:rerun-if-changed=../../web/dist");
    std::fs::create_dir_all("../../web/dist")
}
