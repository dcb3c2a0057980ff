//! What goes out by mail is written: for each reader in their own reach and language, and once.

use frame::jobs::Job;
use frame::mail::Mail;
use frame::web::list;
use frame::{Ctx, Error, Result, Tx};
use kernel::access::Act;
use kernel::{Instant, Lang, PersonId};
use people::{company, person};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::SimpleExpr;
use sea_orm::{ColumnTrait, Condition, IntoActiveModel, QueryFilter};
use serde::{Deserialize, Serialize};

use crate::counted::counted;
use crate::kept_report::{self, KeptId};
use crate::report;
use crate::view::{Shown, View, period};
use crate::words::Words;
use crate::{mail_reader, report_mail};

/// Lines in a mail; the page has them all.
const MOST_LINES: usize = 20;

/// Leaves what is due now for each of its readers, and settles when it goes out next. What was
/// missed meanwhile is sent once.
pub async fn leave_what_is_due(tx: &Tx) -> Result<()> {
    let due = tx
        .whole_company::<report_mail::Entity>()
        .filter(report_mail::Column::NextAt.lte(tx.now))
        .filter(report_mail::Column::PausedAt.is_null())
        .all(&**tx)
        .await?;
    if due.is_empty() {
        return Ok(());
    }
    let zone = company::known(tx).await?.zone.clone();
    for mail in due {
        for reader in mail_reader::of(tx, mail.kept_id).await? {
            let job = SendReport { kept: mail.kept_id, to: reader.person_id, due: mail.next_at };
            tx.later(tx.now, &job)?;
        }
        let next = mail.when().after(tx.now, &zone);
        let mut row = mail.into_active_model();
        row.next_at = Set(next);
        tx.update(row).await?;
    }
    Ok(())
}

/// Sends a kept question to one reader, for one time. It is handed over before the turn to write
/// comes; should that turn be lost, it is tried again.
#[derive(Serialize, Deserialize)]
pub struct SendReport {
    kept: KeptId,
    to: PersonId,
    due: Instant,
}

impl Job for SendReport {
    const NAME: &'static str = "reports.send";

    async fn look_ahead(&self, ctx: &Ctx) -> Result<()> {
        let Some(mailer) = ctx.app.mailer.clone() else { return Ok(()) };
        if let Some(letter) = self.letter(ctx).await? {
            mailer.send(Mail::of(self, letter.to, letter.subject, letter.text)?).await?;
        }
        Ok(())
    }

    async fn run(self, tx: &Tx) -> Result<()> {
        // Nothing went out, and nothing says that it did.
        if tx.app.mailer.is_none() || self.wanted(tx).await?.is_none() {
            return Ok(());
        }
        let sent = vec![
            (mail_reader::Column::SentFor, SimpleExpr::from(self.due)),
            (mail_reader::Column::SentAt, SimpleExpr::from(tx.now)),
        ];
        let theirs = Condition::all()
            .add(mail_reader::Column::KeptId.eq(self.kept))
            .add(mail_reader::Column::PersonId.eq(self.to));
        tx.update_where::<mail_reader::Entity, _>(mail_reader::Column::CompanyId, theirs, sent)
            .await?;
        Ok(())
    }
}

/// What somebody gets.
#[derive(Debug)]
pub struct Letter {
    pub to: String,
    pub subject: String,
    pub text: String,
}

struct Wanted {
    kept: kept_report::Model,
    to: String,
    lang: Lang,
}

impl SendReport {
    /// What is sent, and to whom; nothing if they got it already, get it no more, or may not come
    /// in any more.
    async fn wanted(&self, ctx: &Ctx) -> Result<Option<Wanted>> {
        let readers = mail_reader::of(ctx, self.kept).await?;
        let reader = readers.into_iter().find(|it| it.person_id == self.to);
        let waits = reader.is_some_and(|it| it.sent_for.is_none_or(|sent| sent < self.due));
        let paused = report_mail::of(ctx, self.kept).await?.is_none_or(|it| it.paused_at.is_some());
        let kept = ctx
            .whole_company::<kept_report::Entity>()
            .filter(kept_report::Column::Id.eq(self.kept))
            .filter(kept_report::Column::HiddenAt.is_null());
        let Some(kept) = kept.one(ctx).await?.filter(|_| waits && !paused) else { return Ok(None) };
        let person = ctx.whole_company::<person::Entity>().filter(person::Column::Id.eq(self.to));
        let person = person.one(ctx).await?.filter(|it| it.status == person::PersonStatus::Active);
        Ok(person.and_then(|it| Some(Wanted { kept, to: it.email?, lang: it.lang })))
    }

    /// What this reader gets; nothing if nothing is sent to them, or they may not see such a report.
    async fn letter(&self, ctx: &Ctx) -> Result<Option<Letter>> {
        let Some(Wanted { kept, to, lang }) = self.wanted(ctx).await? else { return Ok(None) };
        let actor = match (ctx.app.actor_of)(ctx, self.to).await {
            Ok(actor) => actor,
            Err(Error::Denied | Error::NotFound) => return Ok(None),
            Err(error) => return Err(error),
        };
        let mut theirs = Ctx::new(ctx.app.clone(), actor, ctx.now);
        theirs.request.lang = lang;
        let Ok(report) = report::find(&theirs, &kept.report) else { return Ok(None) };
        let asked = kept.question()?;
        let answer = counted(&theirs, report, &asked, Act::View).await?;

        let w = Words::of(lang);
        let view = View { report, asked: &asked, counted: &answer, lang, is_live: true };
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
        let mut text =
            vec![(report.title)(lang).to_owned(), period(&theirs, &answer), String::new()];
        for total in view.totals()? {
            for (place, measure) in measures.iter().enumerate() {
                text.push(format!("{}: {}", w.measure(measure.word), figure(&total, place)));
            }
            text.push(String::new());
        }
        let lines = view.lines()?;
        if !lines.is_empty() {
            text.push(
                w.mail_lines(w.measure(measures[show].word), w.axis(answer.question.by.word())),
            );
        }
        for line in lines.iter().take(MOST_LINES) {
            text.push(format!("- {}: {}", line.name, figure(line, show)));
        }
        if MOST_LINES < answer.lines.len() {
            text.push(w.mail_more(answer.lines.len() - MOST_LINES));
        }
        let address = list::address(&format!("/reports/{}", report.word), &asked, None)?;
        text.push(String::new());
        text.push(w.mail_open(format!("{}{address}", ctx.app.origin)));
        text.push(w.mail_own_reach().to_owned());
        let subject = w.mail_subject(&kept.name, lang.day(answer.today));
        Ok(Some(Letter { to, subject, text: text.join("\n") }))
    }
}

#[cfg(test)]
pub async fn letter_to(ctx: &Ctx, kept: KeptId, to: PersonId, due: Instant) -> Option<Letter> {
    SendReport { kept, to, due }.letter(ctx).await.unwrap()
}
