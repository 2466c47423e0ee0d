//! Children that hang, die or lie, played by shell scripts.

use media::{
    decoder::{DecodeError, Decoder},
    picture::{Limits, Reason},
};
use tempfile::TempDir;

use crate::support::{is_empty, reason, runs, scripted, until, with_program, write};

/// A decoder with a scripted child, its scratch folder, and a folder with a file to decode in it.
struct Stage {
    decoder: Decoder,
    scratch: TempDir,
    folder: TempDir,
}

impl Stage {
    fn new(script: &str, limits: Limits) -> Self {
        let folder = tempfile::tempdir().unwrap();
        write(folder.path(), b"not looked at");
        let script = script.replace("$FOLDER", folder.path().to_str().unwrap());
        let (decoder, scratch) = scripted(folder.path(), &script, limits, 320);
        Self {
            decoder,
            scratch,
            folder,
        }
    }

    async fn render(&self) -> Result<media::decoder::Rendered, DecodeError> {
        self.decoder.render(&self.folder.path().join("input")).await
    }

    fn noted(&self, name: &str) -> String {
        std::fs::read_to_string(self.folder.path().join(name))
            .unwrap_or_default()
            .trim()
            .to_owned()
    }
}

const HANGING: &str = "sleep 300 & echo $! > $FOLDER/grandchild; echo $$ > $FOLDER/child; wait";

pub(crate) async fn a_child_that_hangs_is_killed_with_its_whole_group() {
    let stage = Stage::new(
        HANGING,
        Limits {
            wall_seconds: 1,
            ..Limits::default()
        },
    );
    assert_eq!(reason(stage.render().await), Reason::TooHeavy);
    until("the child still runs", || !runs(&stage.noted("child"))).await;
    until("the grandchild still runs", || !runs(&stage.noted("grandchild"))).await;
    assert!(is_empty(stage.scratch.path()));
}

pub(crate) async fn a_child_dies_with_the_wish_for_its_picture() {
    let stage = Stage::new(HANGING, Limits::default());
    tokio::select! {
        _ = stage.render() => panic!("a hanging child ended"),
        () = until("the child never ran", || runs(&stage.noted("child"))) => {}
    }
    until("the child still runs", || !runs(&stage.noted("child"))).await;
    until("the grandchild still runs", || !runs(&stage.noted("grandchild"))).await;
    assert!(is_empty(stage.scratch.path()));
}

pub(crate) async fn the_way_a_child_ends_tells_whose_fault_it_was() {
    for (script, expected) in [
        ("kill -XCPU $$", "refused: too_heavy"),
        ("kill -ABRT $$", "refused: too_heavy"),
        ("kill -SEGV $$", "refused: broken"),
        ("exit 101", "refused: broken"),
        ("exit 75", "the decoder did not run"),
        ("exit 1", "the decoder did not run"),
        ("kill -KILL $$", "the decoder was killed by Some(SIGKILL)"),
        ("kill -TERM $$", "the decoder was killed by Some(SIGTERM)"),
    ] {
        let stage = Stage::new(script, Limits::default());
        let end = stage.render().await.map(|_| "a picture came of it");
        assert_eq!(end.unwrap_err().to_string(), expected, "{script}");
        assert!(is_empty(stage.scratch.path()));
    }
}

pub(crate) async fn an_answer_is_not_believed() {
    let ready = r#"{"verdict":"ready","kind":"jpeg","animated":false,"incomplete":false,"width":10,"height":10,"renditions":[RENDITIONS],
        "thumbhash":[1,2,3,4,5],"placeholder":[82,73,70,70,0,0,0,0,87,69,66,80],"sketch":null}"#;
    let [webp, jpeg] = ["webp", "jpeg"]
        .map(|format| format!(r#"{{"name":"320.{format}","width":10,"height":10,"bytes":12}}"#));
    let both = ready.replace("RENDITIONS", &format!("{webp},{jpeg}"));
    let files = "printf 'RIFF0000WEBP' > 320.webp; printf '\\377\\330\\377\\34012345678' > 320.jpeg";
    let claims = [
        ("nothing at all", String::new(), String::new()),
        ("no JSON", files.to_owned(), "hello".to_owned()),
        ("no files", String::new(), both.clone()),
        (
            "too few files",
            files.to_owned(),
            ready.replace("RENDITIONS", &webp),
        ),
        (
            "files of another size",
            format!("{files}; printf x >> 320.jpeg"),
            both.clone(),
        ),
        (
            "a link",
            format!("{files}; mv 320.webp x; ln -s x 320.webp"),
            both.clone(),
        ),
        ("no WebP", format!("{files}; cp 320.jpeg 320.webp"), both.clone()),
        (
            "too many pixels",
            files.to_owned(),
            both.replacen("\"width\":10", "\"width\":100000", 1),
        ),
        (
            "a path",
            files.to_owned(),
            both.replace("320.webp", "../320.webp"),
        ),
        (
            "a placeholder that is none",
            files.to_owned(),
            both.replace("[82,", "[83,"),
        ),
        (
            "a sketch that is none",
            files.to_owned(),
            both.replace("\"sketch\":null", "\"sketch\":[1,2,3]"),
        ),
    ];
    let answering = |files: &str, answer: &str| {
        let probe = r#"{"verdict":"possible","need_mib":20}"#;
        let answer = answer.replace('\n', " ");
        format!("if [ $2 = probe ]; then echo '{probe}'; else {files}\n echo '{answer}'; fi")
    };
    let honest = Stage::new(&answering(files, &both), Limits::default());
    assert_eq!(
        honest.render().await.unwrap().files.len(),
        2,
        "the honest answer is taken"
    );
    for (claim, files, answer) in claims {
        let stage = Stage::new(&answering(&files, &answer), Limits::default());
        match stage.render().await {
            Err(DecodeError::Refused(Reason::Broken | Reason::TooManyPixels)) => {}
            other => panic!("{claim}: {other:?}"),
        }
        assert!(is_empty(stage.scratch.path()), "{claim}");
    }
}

/// Each child takes a lock that only one can have, holds it for a moment, and says who came.
const ALONE: &str = r#"if [ $2 = probe ]; then echo '{"verdict":"possible","need_mib":NEED}'; exit; fi
    mkdir $FOLDER/lock || exit 75
    sleep 0.3
    rmdir $FOLDER/lock
    echo '{"verdict":"refused","reason":"broken"}'"#;

pub(crate) async fn pictures_that_do_not_fit_the_budget_together_take_turns() {
    // More than half, and more than all there is.
    for need in ["200", "4000"] {
        let stage = Stage::new(&ALONE.replace("NEED", need), Limits::default());
        let (one, two) = tokio::join!(stage.render(), stage.render());
        assert_eq!((reason(one), reason(two)), (Reason::Broken, Reason::Broken));
    }
    // Less than half: they run at the same time, so one finds the lock taken.
    let stage = Stage::new(&ALONE.replace("NEED", "100"), Limits::default());
    let (one, two) = tokio::join!(stage.render(), stage.render());
    let blamed = [one, two]
        .into_iter()
        .filter(|end| matches!(end, Err(DecodeError::Infrastructure(_))))
        .count();
    assert_eq!(blamed, 1);
}

pub(crate) async fn a_program_that_is_not_there_is_our_fault() {
    let folder = tempfile::tempdir().unwrap();
    let input = write(folder.path(), b"something");
    let (decoder, scratch) = with_program("/nowhere/at/all".into(), Limits::default(), 320);
    assert!(matches!(
        decoder.render(&input).await,
        Err(DecodeError::Infrastructure(_))
    ));
    assert!(is_empty(scratch.path()));
    assert!(matches!(
        decoder.render(&folder.path().join("gone")).await,
        Err(DecodeError::Infrastructure(_))
    ));
}
