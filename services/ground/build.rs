//! Rebuilds the migrator when a migration appears.
fn main() {
    println!("cargo:rerun-if-changed=../../migrations");
}
