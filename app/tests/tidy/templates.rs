//! A template stands beside the code that renders it, and says nothing in one language alone.

use crate::files::{File, assert_none, files};

/// Said the same in both languages.
const NAMES: &[&str] = &["CSV", "GPS", "Jembatan", "PDF", "WhatsApp", "XLSX", "km"];

/// Attributes whose text a person reads or hears.
const SPOKEN: &[&str] = &["alt", "aria-label", "placeholder", "title"];

#[test]
fn every_template_is_rendered_by_the_code_beside_it() {
    let code = files(&["rs", "html"]);
    let templates = files(&["html"]).into_iter().filter(|it| it.path.starts_with("capabilities/"));
    let orphans = templates.filter(|template| {
        let quoted = [format!("\"{}\"", template.name()), format!("/{}\"", template.name())];
        let beside = code.iter().filter(|file| file.folder() == template.folder());
        !beside.into_iter().any(|file| quoted.iter().any(|it| file.text.contains(it)))
    });

    assert_none(
        &orphans.map(|it| format!("nothing beside {} renders it", it.path)).collect::<Vec<_>>(),
    );
}

#[test]
fn templates_speak_through_words() {
    let templates = files(&["html"]).into_iter().filter(|it| !it.is_test());
    assert_none(&templates.flat_map(|template| hard_coded(&template)).collect::<Vec<_>>());
}

#[test]
fn a_sentence_in_a_template_is_found() {
    let template = |text: &str| File { path: "x.html".into(), text: text.into() };
    let fine = "{# Why. #}<p class=\"a > b\" title=\"{{ tr.x() }}\">{{ tr.hello(\"Ayu\") }} · 12&nbsp;km</p>\
                <script>const x = 1 < 2;</script><kbd>Ctrl K</kbd>{% if a > b %}—{% endif %}\
                <button lang=\"id\">Bahasa Indonesia</button> aria-invalid=\"true\"";

    assert!(hard_coded(&template(fine)).is_empty(), "{:?}", hard_coded(&template(fine)));
    assert_eq!(hard_coded(&template("<h1>Hari ini</h1>")), ["x.html: “Hari ini”"]);
    assert_eq!(hard_coded(&template("<img alt='A photo'>")).len(), 1);
    assert_eq!(hard_coded(&template("<b>{{ n }} visits</b>")).len(), 1);
}

fn hard_coded(template: &File) -> Vec<String> {
    let mut text = template.text.clone();
    for (open, close) in [("{#", "#}"), ("{%", "%}"), ("{{", "}}"), ("<!--", "-->")] {
        text = without(&text, open, close);
    }
    for tag in ["script", "style", "code", "kbd"] {
        text = without(&text, &format!("<{tag}"), &format!("</{tag}>"));
    }
    text = without_own_language(&text);
    let mut spoken = attributes(&text);
    spoken.extend(untagged(&text).lines().map(str::to_owned));
    let sentences = spoken.into_iter().filter(|line| is_said(line));
    sentences.map(|line| format!("{}: “{}”", template.path, line.trim())).collect()
}

/// Whether a person would read a word here. A macro may write an attribute, which nobody reads.
fn is_said(line: &str) -> bool {
    let line = without(line, "&", ";");
    let attributes = line.split("=\"").count() - 1;
    if 0 < attributes && line.matches('"').count() == 2 * attributes {
        return false;
    }
    let mut words = line.split(|it: char| !it.is_alphabetic());
    words.any(|word| 1 < word.chars().count() && !NAMES.contains(&word))
}

/// The values of the attributes that are read aloud.
fn attributes(text: &str) -> Vec<String> {
    let mut values = Vec::new();
    for name in SPOKEN {
        for (quote, begin) in [('"', format!(" {name}=\"")), ('\'', format!(" {name}='"))] {
            let after = text.split(begin.as_str()).skip(1);
            values.extend(after.filter_map(|it| it.split(quote).next()).map(str::to_owned));
        }
    }
    values
}

/// The text without what says itself in which language it is, such as the name of a language.
fn without_own_language(text: &str) -> String {
    let mut kept = String::new();
    for (number, part) in text.split(" lang=\"").enumerate() {
        let said = part.starts_with("id\"") || part.starts_with("en\"");
        let after = part.split_once('>').and_then(|(_, rest)| rest.split_once('<'));
        match after {
            Some((_, after)) if 0 < number && said => {
                kept.push_str("><");
                kept.push_str(after);
            }
            _ => kept.push_str(part),
        }
    }
    kept
}

/// The text between the tags; what a quote in a tag holds ends no tag.
fn untagged(text: &str) -> String {
    let mut kept = String::new();
    let mut inside: Option<Option<char>> = None;
    for it in text.chars() {
        match (inside, it) {
            (None, '<') => inside = Some(None),
            (None, _) => kept.push(it),
            (Some(None), '>') => {
                kept.push(' ');
                inside = None;
            }
            (Some(None), '"' | '\'') => inside = Some(Some(it)),
            (Some(Some(quote)), _) if it == quote => inside = Some(None),
            _ => {}
        }
    }
    kept
}

/// The text without what stands between these marks; each leaves a space.
fn without(text: &str, open: &str, close: &str) -> String {
    let mut rest = text;
    let mut kept = String::new();
    while let Some((before, inside)) = rest.split_once(open) {
        let Some((_, after)) = inside.split_once(close) else { break };
        kept.push_str(before);
        kept.push(' ');
        rest = after;
    }
    kept + rest
}
