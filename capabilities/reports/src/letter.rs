//! What a reader of a report gets by mail: the totals and the first lines in words, the file if it
//! is sent as one, and where the rest is.

use frame::mail::Attached;
use frame::web::list;
use frame::{Ctx, Result};
use kernel::access::Act;

use crate::asked::Asked;
use crate::counted::{Counted, counted};
use crate::kept_report;
use crate::mailed_file::mailed_file;
use crate::report::{self, Report};
use crate::rules::MailFile;
use crate::view::{Shown, View, period};
use crate::words::Words;

/// Lines in a mail; the page has them all.
const MOST_LINES: usize = 20;

#[derive(Debug)]
pub struct Letter {
    pub subject: String,
    pub text: String,
    pub file: Option<Attached>,
}

/// The letter of this reader, in their own reach and language, with a file of at most so many
/// bytes; none if they may not see such a report.
pub async fn letter(
    theirs: &Ctx,
    kept: &kept_report::Model,
    file: MailFile,
    most: u64,
) -> Result<Option<Letter>> {
    let Ok(report) = report::find(theirs, &kept.report) else { return Ok(None) };
    let asked = kept.question()?;
    let answer = counted(theirs, report, &asked, Act::View).await?;
    let file = mailed_file(theirs, report, &asked, &kept.name, file, most).await?;

    let w = Words::of(theirs.lang());
    let mut text = figures(theirs, report, &asked, &answer)?;
    text.push(String::new());
    text.extend(file.said(w));
    let address = list::address(&format!("/reports/{}", report.word), &asked, None)?;
    text.push(w.mail_open(format!("{}{address}", theirs.app.origin)));
    text.push(w.mail_own_reach().to_owned());
    let subject = w.mail_subject(&kept.name, theirs.lang().day(answer.today));
    Ok(Some(Letter { subject, text: text.join("\n"), file: file.attached() }))
}

/// The totals and the first lines, each on a line of text.
fn figures(ctx: &Ctx, report: &Report, asked: &Asked, answer: &Counted) -> Result<Vec<String>> {
    let lang = ctx.lang();
    let w = Words::of(lang);
    let view = View { report, asked, counted: answer, lang, is_live: true };
    let show = answer.question.show;
    let measures = report.source.measures;
    let figure = |it: &Shown, place: usize| {
        let cell = it.cells.get(place);
        let said = cell.map(|it| it.shown.clone()).unwrap_or_default();
        match cell.and_then(|it| it.change.as_ref()) {
            Some((_, change)) => format!("{said} ({change})"),
            None => said,
        }
    };
    let mut text = vec![(report.title)(lang).to_owned(), period(ctx, answer), String::new()];
    for total in view.totals()? {
        for (place, measure) in measures.iter().enumerate() {
            text.push(format!("{}: {}", w.measure(measure.word), figure(&total, place)));
        }
        text.push(String::new());
    }
    let lines = view.lines()?;
    if !lines.is_empty() {
        text.push(w.mail_lines(w.measure(measures[show].word), w.axis(answer.question.by.word())));
    }
    for line in lines.iter().take(MOST_LINES) {
        text.push(format!("- {}: {}", line.name, figure(line, show)));
    }
    if MOST_LINES < answer.lines.len() {
        text.push(w.mail_more(answer.lines.len() - MOST_LINES));
    }
    Ok(text)
}
