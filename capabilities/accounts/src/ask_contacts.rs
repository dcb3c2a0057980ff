//! What can be asked of the list of people at clients, in words.

use frame::web::list::{Asked, Column, Filter, Question};
use frame::{Ctx, Result};

use crate::account;
use crate::custom_field::{self, FieldRecord};
use crate::rules::reaching::{Channel, Consent};
use crate::words::Words;

/// What can be asked of the list, and what is.
pub async fn ask_contacts(ctx: &Ctx, question: &Question) -> Result<Asked> {
    let (lang, w) = (ctx.lang(), Words::of(ctx.lang()));
    let client = account::name_of(ctx, question.get("account_id")).await?;
    let channels = Channel::ALL.iter().map(|it| (it.word(), w.channel(it.word())));
    let consents = Consent::ALL.iter().map(|it| (it.word(), w.consent(it.word())));
    let filters = vec![
        Filter::search(question, w.contacts_filter()),
        Filter::menu(question, "channel", (w.channel_label(), w.any_channel()), channels),
        Filter::menu(question, "consent", (w.consent_title(), w.any_consent()), consents),
        Filter::menu(
            question,
            "status",
            (w.contact_status_label(), w.contacts_there()),
            [("deleted", w.status_deleted())],
        ),
        Filter::link(question, "account_id", w.account_name(), client),
    ];
    let mut columns = vec![
        Column::of("account", w.account_name()),
        Column::of("phone", w.phone_label()),
        Column::of("email", w.email_label()),
        Column::of("channel", w.channel_label()),
        Column::of("whatsapp", "WhatsApp").hidden(),
        Column::of("birthday", w.birthday_label()).hidden(),
        Column::of("consent", w.consent_title()).hidden(),
        Column::of("key", w.export_external_id()).hidden(),
    ];
    for field in custom_field::seen(ctx, FieldRecord::Contact).await? {
        let column = Column::of(&format!("custom.{}", field.code), field.label(lang));
        columns.push(column.hidden());
    }
    Ok(Asked { filters, columns, ..Asked::default() })
}
