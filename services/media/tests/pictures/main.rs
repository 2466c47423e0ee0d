//! Decoding through real child processes: the test corpus, the heaviest pictures, and children that misbehave.
//!
//! This program is its own child, as the product is: started with `decode`, it is [`media::child::main`].
//! So it has a `main` of its own and takes names of sentences as filters, like every other test program.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "this is a test, though it has a main"
)]

mod children;
mod corpus;
mod facts;
mod films;
mod heavy;
mod sandbox;
mod support;

use std::{ffi::OsString, panic::AssertUnwindSafe, pin::Pin, process::ExitCode, time::Instant};

type Test = Pin<Box<dyn Future<Output = ()>>>;
type Sentence = (&'static str, fn() -> Test);

macro_rules! sentences {
    ($($room:ident :: $name:ident),* $(,)?) => {
        [$((concat!(stringify!($room), "::", stringify!($name)), || Box::pin($room::$name()) as Test)),*]
    };
}

const SENTENCES: &[Sentence] = &sentences![
    corpus::every_file_gets_the_verdict_it_should_and_gets_it_again,
    corpus::photos_of_one_family_come_out_turned_the_same_way,
    facts::every_file_tells_what_the_manifest_says,
    facts::exiftool_reads_the_same,
    facts::content_credentials_get_the_verdict_of_the_manifest,
    facts::nobody_is_asked_for_a_manifest_that_is_kept_elsewhere,
    facts::what_a_reader_says_and_how_it_ends_is_judged,
    films::a_picture_that_moves_has_a_film_besides,
    films::one_of_which_no_film_comes_stands_still,
    films::a_camera_that_is_killed_is_nobodys_verdict,
    heavy::the_largest_honest_pictures_fit_the_limits,
    heavy::a_frame_larger_than_its_canvas_is_broken,
    heavy::a_picture_that_takes_too_long_is_too_heavy,
    heavy::too_many_bytes_and_none_are_refused_without_a_child,
    children::a_child_that_hangs_is_killed_with_its_whole_group,
    children::a_child_dies_with_the_wish_for_its_picture,
    children::the_way_a_child_ends_tells_whose_fault_it_was,
    children::an_answer_is_not_believed,
    children::pictures_that_do_not_fit_the_budget_together_take_turns,
    children::a_program_that_is_not_there_is_our_fault,
    sandbox::nothing_breaks_out_of_the_whole_sandbox,
    sandbox::each_layer_is_missed_when_it_is_taken_away,
    sandbox::without_any_layer_nearly_everything_is_open,
    sandbox::only_the_self_test_can_be_asked_to_leave_a_layer_out,
    sandbox::ffmpeg_works_shut_in,
    sandbox::ffmpeg_reads_no_file_but_its_own,
    sandbox::ffmpeg_calls_nobody,
    sandbox::a_call_of_ffmpeg_has_one_input_and_its_guards_come_last,
    sandbox::a_foreign_program_ends_at_its_limits_and_its_room_is_free_again,
];

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if let [command, mode, rest @ ..] = &arguments[..]
        && command == media::child::COMMAND
    {
        let rest: Vec<OsString> = rest.iter().map(OsString::from).collect();
        return media::child::main(mode, &rest);
    }
    let filters: Vec<&String> = arguments
        .iter()
        .filter(|argument| !argument.starts_with('-'))
        .collect();
    let chosen =
        |name: &str| filters.is_empty() || filters.iter().any(|filter| name.contains(filter.as_str()));
    if arguments.iter().any(|argument| argument == "--list") {
        for (name, _) in SENTENCES {
            println!("{name}: test");
        }
        return ExitCode::SUCCESS;
    }

    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .unwrap();
    let mut failed = 0;
    for (name, sentence) in SENTENCES.iter().filter(|(name, _)| chosen(name)) {
        let started = Instant::now();
        let result = std::panic::catch_unwind(AssertUnwindSafe(|| runtime.block_on(sentence())));
        let word = if result.is_ok() { "ok" } else { "FAILED" };
        println!(
            "test {name} ... {word} ({:.1} s)",
            started.elapsed().as_secs_f64()
        );
        failed += usize::from(result.is_err());
    }
    println!("{failed} failed");
    ExitCode::from(u8::from(failed > 0))
}
