//! What can be asked of the list of prospects, in words: its filters, orders and columns.

use frame::web::list::{Asked, Column, Filter, Question};
use frame::{Ctx, Result};
use kernel::access::{Act, Area, Reach};
use people::{person, team};

use crate::choice::{self, List};
use crate::find_prospects::Sort;
use crate::owners::owners;
use crate::prospect::ProspectStatus;
use crate::words::Words;

/// The reader sees prospects of others.
pub fn is_wide(ctx: &Ctx) -> bool {
    Reach::Own < ctx.actor.reach(Act::View, Area::Prospects)
}

/// What can be asked of the list, and what is.
pub async fn ask_prospects(ctx: &Ctx, question: &Question) -> Result<Asked> {
    let (lang, w) = (ctx.lang(), Words::of(ctx.lang()));
    let sources = choice::all(ctx).await?.menu(List::Source, lang, question.get("source"));
    let mut filters = vec![
        Filter::search(question, w.filter_words()),
        Filter::menu(question, "status", (w.status_label(), w.any_status()), statuses(w)),
        Filter::menu(question, "source", (w.source_label(), w.any_source()), sources),
    ];
    let labels = (w.owner_label(), w.any_owner());
    let said = person::name_of(ctx, question.get("owner_id")).await?;
    filters.push(if is_wide(ctx) {
        let inbox = ("none".to_owned(), w.inbox().to_owned());
        let owners = owners(ctx, Act::View).await?.into_iter();
        let owners = owners.map(|(id, name)| (id.to_string(), name));
        let owners = std::iter::once(inbox).chain(owners);
        Filter::menu(question, "owner_id", labels, owners).or_known(said)
    } else {
        Filter::link(question, "owner_id", labels.0, said)
    });
    let labels = (w.team_label(), w.any_team());
    let teams = if is_wide(ctx) { team::all(ctx).await? } else { Vec::new() };
    let said = team::name_of(ctx, question.get("team_id")).await?;
    filters.push(if teams.is_empty() {
        Filter::link(question, "team_id", labels.0, said)
    } else {
        let teams = teams.into_iter().map(|it| (it.id.to_string(), it.name));
        Filter::menu(question, "team_id", labels, teams).or_known(said)
    });
    filters.push(Filter::words(question, "place", w.place_filter()));
    filters.push(Filter::words(question, "industry", w.industry_label()));
    Ok(Asked {
        filters,
        sorts: vec![
            (Sort::Newest.word(), w.sort_newest()),
            (Sort::Oldest.word(), w.sort_oldest()),
            (Sort::Name.word(), w.sort_name()),
        ],
        columns: columns(ctx, w),
    })
}

fn statuses(w: Words) -> Vec<(&'static str, &'static str)> {
    let word = |&it: &ProspectStatus| (it.word(), w.status(it));
    let mut statuses = vec![("open", w.status_open())];
    statuses.extend(ProspectStatus::ALL.iter().map(word));
    statuses.push(("deleted", w.status_deleted()));
    statuses
}

fn columns(ctx: &Ctx, w: Words) -> Vec<Column> {
    let mut columns = vec![
        Column::of("status", w.status_label()),
        Column::of("place", w.place_label()),
        Column::of("source", w.source_label()),
        Column::of("amount", w.amount_label()).number(),
        Column::of("next_step", w.next_step_label()),
    ];
    if is_wide(ctx) {
        columns.push(Column::of("owner", w.owner_label()));
    }
    columns.extend([
        Column::of("contact", w.contact_label()).hidden(),
        Column::of("phone", w.phone_label()).hidden(),
        Column::of("email", w.email_label()).hidden(),
        Column::of("industry", w.industry_label()).hidden(),
        Column::of("created", w.created_label()).hidden(),
        Column::of("key", w.external_key_label()).hidden(),
    ]);
    columns
}
