//! What goes out by mail is written: for each reader in their own reach and language, and once.

use frame::jobs::Job;
use frame::mail::Mail;
use frame::{Ctx, Error, Event, Result, Tx};
use kernel::{Instant, Lang, PersonId};
use people::{company, person};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::SimpleExpr;
use sea_orm::{ColumnTrait, Condition, IntoActiveModel, QueryFilter};
use serde::{Deserialize, Serialize};

use crate::kept_report::{self, KeptId};
use crate::letter::{Letter, letter};
use crate::rules::{MOST_FILE_MEGABYTES, MailFile};
use crate::{mail_reader, report_mail};

/// The most that is attached, in bytes.
const MOST_FILE: u64 = MOST_FILE_MEGABYTES << 20;

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
        let Some(wanted) = self.wanted(ctx).await? else { return Ok(()) };
        let Some(letter) = self.letter(ctx, &wanted, MOST_FILE).await? else { return Ok(()) };
        if letter.file.is_some() {
            ctx.remember(FileWent);
        }
        let mail = Mail::of(self, wanted.to, letter.subject, letter.text)?;
        mailer.send(mail.with(letter.file)).await
    }

    async fn run(self, tx: &Tx) -> Result<()> {
        // Nothing went out, and nothing says that it did.
        if tx.app.mailer.is_none() {
            return Ok(());
        }
        let Some(Wanted { kept, file, .. }) = self.wanted(tx).await? else { return Ok(()) };

        let sent = vec![
            (mail_reader::Column::SentFor, SimpleExpr::from(self.due)),
            (mail_reader::Column::SentAt, SimpleExpr::from(tx.now)),
        ];
        let theirs = Condition::all()
            .add(mail_reader::Column::KeptId.eq(self.kept))
            .add(mail_reader::Column::PersonId.eq(self.to));
        tx.update_where::<mail_reader::Entity, _>(mail_reader::Column::CompanyId, theirs, sent)
            .await?;

        // A file that leaves stands in the audit, whoever takes it out.
        if tx.remembered::<FileWent>().is_some() {
            tx.record(
                Event::of("reports.mailed", "person", self.to)
                    .owner(self.to)
                    .with("report", kept.report)
                    .with("name", kept.name)
                    .with("kept", kept.id.to_string())
                    .with("form", file.word()),
            );
        }
        Ok(())
    }
}

/// The mail that was handed over had a file.
struct FileWent;

/// What is sent, to which address, in which language and as what.
struct Wanted {
    kept: kept_report::Model,
    to: String,
    lang: Lang,
    file: MailFile,
}

impl SendReport {
    /// What is sent, and to whom; nothing if they got it already, get it no more, or may not come
    /// in any more.
    async fn wanted(&self, ctx: &Ctx) -> Result<Option<Wanted>> {
        let readers = mail_reader::of(ctx, self.kept).await?;
        let reader = readers.into_iter().find(|it| it.person_id == self.to);
        let waits = reader.is_some_and(|it| it.sent_for.is_none_or(|sent| sent < self.due));
        let mail = report_mail::of(ctx, self.kept).await?.filter(|it| it.paused_at.is_none());
        let Some(mail) = mail.filter(|_| waits) else { return Ok(None) };
        let kept = ctx
            .whole_company::<kept_report::Entity>()
            .filter(kept_report::Column::Id.eq(self.kept))
            .filter(kept_report::Column::HiddenAt.is_null());
        let Some(kept) = kept.one(ctx).await? else { return Ok(None) };
        let person = ctx.whole_company::<person::Entity>().filter(person::Column::Id.eq(self.to));
        let person = person.one(ctx).await?.filter(|it| it.status == person::PersonStatus::Active);
        let Some(person) = person else { return Ok(None) };
        let wanted = |to| Wanted { kept, to, lang: person.lang, file: mail.file };
        Ok(person.email.map(wanted))
    }

    /// What this reader gets; nothing if they may not come in, or may not see such a report.
    async fn letter(&self, ctx: &Ctx, wanted: &Wanted, most: u64) -> Result<Option<Letter>> {
        let actor = match (ctx.app.actor_of)(ctx, self.to).await {
            Ok(actor) => actor,
            Err(Error::Denied | Error::NotFound) => return Ok(None),
            Err(error) => return Err(error),
        };
        let mut theirs = Ctx::new(ctx.app.clone(), actor, ctx.now);
        theirs.request.lang = wanted.lang;
        letter(&theirs, &wanted.kept, wanted.file, most).await
    }
}

#[cfg(test)]
impl SendReport {
    pub fn of(kept: KeptId, to: PersonId, due: Instant) -> Self {
        Self { kept, to, due }
    }

    /// The letter with a file of at most so many bytes.
    pub async fn written(&self, ctx: &Ctx, most: u64) -> Option<Letter> {
        let wanted = self.wanted(ctx).await.unwrap()?;
        self.letter(ctx, &wanted, most).await.unwrap()
    }
}
