//! What nobody should type, in every field that there is: never a fault of ours, never a piece of
//! a page, and never something that a spreadsheet would execute.

use std::cell::RefCell;
use std::path::Path;
use std::sync::Arc;

use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{
    BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};
use serde_json::Value as Json;
use testing::{AYU, BUDI, FAJAR, RIZKY, SRI, Seen, World};
use tokio::task::JoinSet;

use crate::asks::{Ask, asks, named, send, tell};
use crate::before::Before;

/// How many of the strings each field gets; each string is had by some fields.
const EACH: usize = 18;
/// How many asks share a world, so that what one takes away the next does not miss for long.
const SHARED: usize = 12;
const AT_ONCE: usize = 4;

/// Taken away by these, the client would be missing for all that come later.
const TAKES_AWAY: &[&str] = &["/hide", "/merge", "/undo", "/remove", "/standing", "/password"];

/// The list of others, the formulas that attack spreadsheets, and ours.
pub fn strings() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../testdata/hostile-input");
    let naughty = std::fs::read(folder.join("naughty-strings.json")).unwrap();
    let mut strings: Vec<String> = serde_json::from_slice(&naughty).unwrap();
    let formulas = std::fs::read_to_string(folder.join("csv-injection.txt")).unwrap();
    strings.extend(formulas.lines().map(str::to_owned));
    strings.extend(
        [
            "a\0b",
            "\0",
            "Budi\r\nEND:VCARD\r\nBEGIN:VCARD\r\nFN:Palsu",
            "x\nEND:VEVENT\nBEGIN:VEVENT\nSUMMARY:Palsu",
            "Toko\u{202e}gnp.exe",
            "<b title=\"toko\">Toko</b>",
            "\";alert(1);//",
            "${7*7}{{7*7}}<%= 7*7 %>",
            "\u{feff}Toko",
            "👩‍👩‍👧‍👦",
            "9223372036854775808",
            "-1",
            "1e309",
            "0000-00-00",
            "9999-12-31",
            "2026-02-30",
        ]
        .map(str::to_owned),
    );
    strings.push("x".repeat(70_000));
    strings.push("\u{1f4a3}".repeat(3_000));
    strings
}

/// The same ask, with each of its values in turn replaced by what `put` gives.
fn replaced(body: &str, at: usize, with: &str) -> Option<String> {
    if body.starts_with('{') {
        let mut json: Json = serde_json::from_str(body).unwrap();
        *leaves(&mut json).into_iter().nth(at)? = Json::String(with.to_owned());
        return Some(json.to_string());
    }
    let mut fields: Vec<String> = body.split('&').map(str::to_owned).collect();
    let field = fields.get_mut(at)?;
    let name = field.split('=').next().unwrap();
    *field = format!("{name}={}", form_escaped(with));
    Some(fields.join("&"))
}

pub fn form_escaped(text: &str) -> String {
    text.bytes()
        .map(|it| match it {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => char::from(it).to_string(),
            _ => format!("%{it:02X}"),
        })
        .collect()
}

/// Whatever is no list and no object.
fn leaves(json: &mut Json) -> Vec<&mut Json> {
    match json {
        Json::Object(fields) => fields.values_mut().flat_map(leaves).collect(),
        Json::Array(items) => items.iter_mut().flat_map(leaves).collect(),
        leaf => vec![leaf],
    }
}

/// A body in which something can be typed.
fn takes_words(ask: &'static Ask) -> bool {
    let (_, address, body) = ask;
    let form = body.starts_with("{\"") || body.contains('=') && !body.contains(' ');
    form && !TAKES_AWAY.iter().any(|it| address.contains(it))
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn no_field_falls_over_what_is_typed_into_it() {
    let asked: Vec<&'static Ask> = asks().filter(|ask| takes_words(ask)).collect();
    let before = Arc::new(Before::new().await);
    let mut parts = JoinSet::new();
    for part in 0..AT_ONCE {
        let before = Arc::clone(&before);
        let chunks = asked.chunks(SHARED).enumerate().skip(part).step_by(AT_ONCE);
        let mine: Vec<(usize, Vec<&'static Ask>)> =
            chunks.map(|(at, chunk)| (at * SHARED, chunk.to_vec())).collect();
        parts.spawn(async move {
            let strings = strings();
            let mut faults = Vec::new();
            for (first, chunk) in mine {
                let world = before.world().await;
                for (at, ask) in chunk.into_iter().enumerate() {
                    faults.extend(typed(&world, ask, (first + at) * 5, &strings).await);
                }
                faults.extend(read_back(&world).await);
            }
            faults
        });
    }
    let faults: Vec<String> = parts.join_all().await.concat();
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}

/// Types into each field of this ask: whoever owns the record, the administrator, finance and
/// others in turn.
async fn typed(world: &World, ask: &'static Ask, turn: usize, strings: &[String]) -> Vec<String> {
    let (method, address, body) = *ask;
    let body = &named(body);
    let mut faults = Vec::new();
    let mut heard = false;
    let mut field = 0;
    while replaced(body, field, "").is_some() {
        for step in 0..EACH {
            let string = &strings[(turn + field * EACH + step * 37) % strings.len()];
            let body = replaced(body, field, string).unwrap();
            let who = [AYU, SRI, FAJAR, BUDI, RIZKY][step % 5];
            let seen = tell(&world.browse(who), Some(who), method, address, &body).await;
            heard |= ![401, 403, 404, 405].contains(&seen.status);
            let what = || format!("{method} {address}, field {field}, {string:.40?}");
            faults.extend(fault(&seen, Some(string)).map(|it| format!("{}: {it}", what())));
        }
        field += 1;
    }
    if !heard {
        faults.push(format!("{method} {address}: nobody may type here, so nothing is proven"));
    }
    faults
}

/// What is wrong with an answer, whatever it answers.
fn fault(seen: &Seen, string: Option<&str>) -> Option<String> {
    if 500 <= seen.status {
        return Some(format!("{} {:.200}", seen.status, seen.body));
    }
    let kind = seen.headers.get("content-type").map(|it| it.to_str().unwrap_or_default());
    if kind.is_some_and(|it| it.starts_with("text/html")) {
        let marked = string.filter(|it| 3 < it.len() && it.contains('<') && it.contains('>'));
        if marked.is_some_and(|it| seen.body.contains(it)) {
            return Some("became part of the page".to_owned());
        }
    }
    None
}

/// Every page, list and file after all of that.
async fn read_back(world: &World) -> Vec<String> {
    let mut faults = Vec::new();
    for who in [AYU, SRI, FAJAR] {
        for ask in asks().filter(|it| it.0 == "GET" && !it.1.ends_with("/events")) {
            let seen = send(&world.browse(who), Some(who), ask).await;
            let wrong = fault(&seen, None)
                .or_else(|| piece_of_page(&seen))
                .or_else(|| is_csv(&seen).then(|| formula(&seen.body)).flatten());
            faults.extend(wrong.map(|it| format!("{} {}: {it}", who.name, ask.1)));
        }
    }
    faults
}

/// What others wrote stands in no page as a piece of it: as a browser reads it, all that could
/// execute is ours.
fn piece_of_page(seen: &Seen) -> Option<String> {
    let kind = seen.headers.get("content-type")?.to_str().ok()?;
    if !kind.starts_with("text/html") {
        return None;
    }
    let page = BufferQueue::default();
    page.push_back(seen.body.as_str().into());
    let reader = Tokenizer::new(Tags::default(), TokenizerOpts::default());
    let _ = reader.feed(&page);
    reader.end();
    reader.sink.foreign.take()
}

/// Looks at every tag of a page, and keeps the last that is not ours.
#[derive(Default)]
struct Tags {
    foreign: RefCell<Option<String>>,
}

impl TokenSink for Tags {
    type Handle = ();

    fn process_token(&self, token: Token, _: u64) -> TokenSinkResult<()> {
        let Token::TagToken(tag) = token else { return TokenSinkResult::Continue };
        if tag.kind == TagKind::EndTag {
            return TokenSinkResult::Continue;
        }
        if is_foreign(&tag) {
            self.foreign.replace(Some(format!("{tag:?}")));
        }
        match &*tag.name {
            "script" => TokenSinkResult::RawData(RawKind::ScriptData),
            "style" => TokenSinkResult::RawData(RawKind::Rawtext),
            "title" | "textarea" => TokenSinkResult::RawData(RawKind::Rcdata),
            _ => TokenSinkResult::Continue,
        }
    }
}

fn is_foreign(tag: &Tag) -> bool {
    let has = |name: &str| tag.attrs.iter().any(|it| &*it.name.local == name);
    let name = &*tag.name;
    let without_nonce = matches!(name, "script" | "style") && !has("nonce");
    let strange = ["iframe", "object", "embed", "base", "frame", "marquee", "video", "audio"];
    let executes = tag.attrs.iter().any(|it| {
        let value = it.value.trim_start().to_ascii_lowercase();
        it.name.local.starts_with("on")
            || value.starts_with("javascript:")
                && matches!(&*it.name.local, "href" | "src" | "action" | "formaction")
    });
    without_nonce || strange.contains(&name) || executes
}

fn is_csv(seen: &Seen) -> bool {
    let kind = seen.headers.get("content-type").and_then(|it| it.to_str().ok());
    kind.is_some_and(|it| it.starts_with("text/csv"))
}

/// A cell that a spreadsheet would execute.
fn formula(body: &str) -> Option<String> {
    let body = body.trim_start_matches('\u{feff}');
    let comma = body.lines().next().unwrap_or_default().contains(',');
    let mut reader = csv::ReaderBuilder::new();
    let reader = reader.flexible(false).delimiter(if comma { b',' } else { b';' });
    for row in reader.from_reader(body.as_bytes()).records() {
        let row = match row {
            Ok(row) => row,
            Err(error) => return Some(error.to_string()),
        };
        let executes = |it: &&str| {
            it.starts_with(['=', '+', '-', '@', '\t', '\r']) && it.parse::<f64>().is_err()
        };
        if let Some(cell) = row.iter().find(executes) {
            return Some(format!("a spreadsheet would execute {cell:.60?}"));
        }
    }
    None
}

mod tests {
    use super::*;

    async fn page(body: &str) -> Seen {
        let world = World::with(jembatan::routes::routes()).await;
        let mut seen = world.browse(AYU).get("/accounts").await;
        body.clone_into(&mut seen.body);
        seen
    }

    #[tokio::test]
    async fn what_could_execute_is_noticed() {
        for foreign in [
            "<p><script>alert(1)</script>",
            "<td title=\"\" onmouseover=alert(1)>",
            "<a href=\" javascript:alert(1)\">",
            "<textarea></textarea><iframe>",
        ] {
            assert!(piece_of_page(&page(foreign).await).is_some(), "{foreign}");
        }
        for ours in [
            "<p>&#60;script>alert(1)</p>",
            "<input value=\"<script>alert(1)\">",
            "<textarea><iframe></textarea>",
            "<script nonce=\"x\">'<iframe>'</script>",
        ] {
            assert_eq!(piece_of_page(&page(ours).await), None, "{ours}");
        }
        assert!(formula("a,b\n=1+1,x\n").is_some());
        assert!(formula("a,b\n'=1+1,x\n-12,y\n").is_none());
        assert!(formula("a,b\n\"x,y\n").is_some(), "a cell that never ends");
    }
}
