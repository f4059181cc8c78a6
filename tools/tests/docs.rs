//! The pages tell the truth where a test can know it: links resolve, the book is complete,
//! commands exist, excerpts stand in their files.

use std::fs;
use std::path::{Path, PathBuf};

const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/..");

/// The pages of the book, then those at the root.
fn pages() -> Vec<PathBuf> {
    let root = Path::new(ROOT);
    let mut pages: Vec<PathBuf> = fs::read_dir(root.join("docs/src"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "md"))
        .collect();
    pages.extend([root.join("README.md"), root.join("CONTRIBUTING.md")]);
    pages
}

/// A page's lines, split into text and the lines of its fenced blocks.
fn split(page: &str) -> (Vec<&str>, Vec<&str>) {
    let mut fenced = false;
    let (mut text, mut code) = (Vec::new(), Vec::new());
    for line in page.lines() {
        if line.trim_start().starts_with("```") {
            fenced = !fenced;
        } else if fenced {
            code.push(line);
        } else {
            text.push(line);
        }
    }
    (text, code)
}

/// The targets of the links and pictures of a page.
fn links(page: &str) -> Vec<String> {
    // Code spans are no text: an odd piece between back quotes.
    let text = split(page).0.join("\n");
    let text: String = text.split('`').step_by(2).collect();
    let targets = text.split("](").skip(1);
    targets
        .filter_map(|rest| rest.split_once(')'))
        .map(|(target, _)| target.to_owned())
        .collect()
}

/// The anchor that a heading gets: lower case, hyphens for spaces, other signs dropped.
fn anchor(heading: &str) -> String {
    let kept = heading
        .trim_start_matches('#')
        .trim()
        .chars()
        .filter_map(|c| match c {
            ' ' => Some('-'),
            c if c.is_alphanumeric() || c == '-' || c == '_' => Some(c),
            _ => None,
        });
    kept.flat_map(char::to_lowercase).collect()
}

/// Why `target`, a link in the page at `path`, leads nowhere.
fn broken(path: &Path, target: &str) -> Option<String> {
    if target.contains("://") {
        return None;
    }
    let (file, fragment) = target.split_once('#').unwrap_or((target, ""));
    let book = path.ends_with(Path::new("docs/src").join(path.file_name()?));
    if book && file.starts_with("..") {
        return Some("leaves the book".to_owned());
    }
    let file = match file {
        "" => path.to_owned(),
        file => path.parent()?.join(file),
    };
    if !file.exists() {
        return Some("no such file".to_owned());
    }
    let page = fs::read_to_string(&file)
        .ok()
        .filter(|_| !fragment.is_empty())?;
    let (text, _) = split(&page);
    let mut anchors = text
        .iter()
        .filter(|line| line.starts_with('#'))
        .map(|line| anchor(line));
    (!anchors.any(|it| it == fragment)).then(|| "no such heading".to_owned())
}

#[test]
fn every_link_resolves() {
    let mut errors = Vec::new();
    for path in pages() {
        for target in links(&fs::read_to_string(&path).unwrap()) {
            if let Some(why) = broken(&path, &target) {
                errors.push(format!("{}: ({target}): {why}", path.display()));
            }
        }
    }
    assert!(errors.is_empty(), "\n{}", errors.join("\n"));
}

#[test]
fn a_broken_link_is_found() {
    let page = Path::new(ROOT).join("docs/src/architecture.md");
    assert_eq!(
        links("see [a](x.md), `[b](y.md)`\n```\n[c](z.md)\n```\n"),
        ["x.md"]
    );
    assert!(broken(&page, "introduction.md#where-to-go-from-here").is_none());
    assert!(broken(&page, "#packages").is_none());
    assert!(broken(&page, "nowhere.md").is_some());
    assert!(broken(&page, "introduction.md#nowhere").is_some());
    assert!(broken(&page, "../../README.md").is_some());
}

#[test]
fn every_page_is_in_the_summary() {
    let summary = fs::read_to_string(format!("{ROOT}/docs/src/SUMMARY.md")).unwrap();
    let listed = links(&summary);
    for path in pages() {
        let name = path.file_name().unwrap().to_str().unwrap();
        let in_book = path.parent().unwrap().ends_with("docs/src") && name != "SUMMARY.md";
        assert!(
            !in_book || listed.iter().any(|it| it == name),
            "{name} is not in SUMMARY.md"
        );
    }
}

/// The word after the first `flag` of a command.
fn argument<'a>(words: &[&'a str], flag: &str) -> Option<&'a str> {
    let at = words.iter().position(|word| *word == flag)?;
    words.get(at + 1).copied()
}

/// The folders that a member of the workspace stands for: one, or with `*` all in it.
fn folders(member: &str) -> Vec<PathBuf> {
    let root = Path::new(ROOT);
    match member.strip_suffix("/*") {
        Some(parent) => fs::read_dir(root.join(parent))
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .collect(),
        None => vec![root.join(member)],
    }
}

/// Why `command`, a line of a fenced block, cannot work.
fn unknown(command: &str) -> Option<String> {
    let words: Vec<&str> = command
        .trim_start_matches("$ ")
        .split_whitespace()
        .collect();
    match *words.first()? {
        "make" => {
            let target = words.get(1).filter(|word| !word.starts_with('#'))?;
            let makefile = fs::read_to_string(format!("{ROOT}/Makefile")).unwrap();
            let known = makefile
                .lines()
                .any(|line| line.starts_with(&format!("{target}:")));
            (!known).then(|| format!("make has no target {target}"))
        }
        "cargo" => {
            let package = argument(&words, "-p")?;
            let manifest = fs::read_to_string(format!("{ROOT}/Cargo.toml")).unwrap();
            let (_, members) = manifest.split_once("members = [")?;
            let members = members.split_once(']')?.0.split(',');
            let mut folders = members.flat_map(|member| folders(member.trim().trim_matches('"')));
            let known = folders.any(|folder| {
                let manifest = fs::read_to_string(folder.join("Cargo.toml"));
                manifest.is_ok_and(|it| it.contains(&format!("name = \"{package}\"")))
            });
            (!known).then(|| format!("cargo has no package {package}"))
        }
        _ => None,
    }
}

#[test]
fn every_command_exists() {
    for path in pages() {
        let page = fs::read_to_string(&path).unwrap();
        for command in split(&page).1 {
            if let Some(why) = unknown(command) {
                panic!("{}: {command}: {why}", path.display());
            }
        }
    }
}

#[test]
fn an_unknown_command_is_found() {
    assert!(unknown("$ make test").is_none());
    assert!(unknown("make nonsense").is_some());
    assert!(unknown("cargo run -q -p gen -- --board arty-z7").is_none());
    assert!(unknown("cargo test -p pyxl-model").is_none());
    assert!(unknown("cargo run -p nonsense").is_some());
}

/// Languages of the blocks that are excerpts on the pages called `adding-…`.
const EXCERPTS: [&str; 3] = ["rust", "python", "toml"];

/// The excerpts of a page: the last file that the text before names, and the lines.
fn excerpts(page: &str) -> Vec<(Option<&str>, Vec<&str>)> {
    let (mut file, mut excerpts, mut language) = (None, vec![], None);
    for line in page.lines() {
        match (line.strip_prefix("```"), language) {
            (Some(name), None) => {
                language = Some(name);
                if EXCERPTS.contains(&name) {
                    excerpts.push((file, vec![]));
                }
            }
            (Some(_), Some(_)) => language = None,
            (None, Some(name)) if EXCERPTS.contains(&name) => {
                excerpts.last_mut().unwrap().1.push(line.trim());
            }
            (None, Some(_)) => {}
            (None, None) => {
                let spans = line.split('`').skip(1).step_by(2);
                let files = spans.filter(|span| Path::new(ROOT).join(span).is_file());
                file = files.last().or(file);
            }
        }
    }
    excerpts
}

/// Why an excerpt is none of the file's text, whatever its indentation.
fn strange(file: Option<&str>, excerpt: &[&str]) -> Option<String> {
    let Some(file) = file else {
        return Some("the text before names no file".to_owned());
    };
    let text = fs::read_to_string(Path::new(ROOT).join(file)).unwrap();
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    let found = lines.windows(excerpt.len()).any(|lines| lines == excerpt);
    (!found).then(|| format!("is not in {file}"))
}

#[test]
fn excerpts_stand_in_their_files() {
    let name = |path: &PathBuf| path.file_name().unwrap().to_str().unwrap().to_owned();
    let pages = pages().into_iter();
    for path in pages.filter(|path| name(path).starts_with("adding-")) {
        let page = fs::read_to_string(&path).unwrap();
        for (file, lines) in excerpts(&page) {
            if let Some(why) = strange(file, &lines) {
                panic!("{}: {why}:\n{}", path.display(), lines.join("\n"));
            }
        }
    }
}

#[test]
fn a_changed_excerpt_is_found() {
    let page = "In `Cargo.toml`:\n```toml\n  [workspace]\n```\n```sh\nls\n```\n```rust\nx\n```\n";
    let [(file, table), (same, code)] = &excerpts(page)[..] else {
        panic!("two excerpts");
    };
    assert_eq!((*file, *same), (Some("Cargo.toml"), Some("Cargo.toml")));
    assert!(strange(*file, table).is_none());
    assert_eq!(
        strange(*same, code).as_deref(),
        Some("is not in Cargo.toml")
    );
    assert!(strange(None, table).is_some());
}
