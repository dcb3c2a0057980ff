//! What can be asked of the list of clients, in words: its filters, orders and columns.

use frame::web::list::{Asked, Column, Filter, Question};
use frame::{Ctx, Result};
use kernel::Lang;
use kernel::access::{Act, Area, Reach};
use people::{person, team};
use sea_orm::QueryOrder;

use crate::account::{AccountStatus, Tier};
use crate::custom_field::{self, FieldRecord};
use crate::find_accounts::Sort;
use crate::owners::few_owners;
use crate::rules::custom::{FieldKind, shown};
use crate::tag;
use crate::words::Words;

/// Days after which one may ask who was not visited.
const AGES: [i64; 4] = [14, 30, 60, 90];

/// The reader sees clients of others.
pub fn is_wide(ctx: &Ctx) -> bool {
    Reach::Own < ctx.actor.reach(Act::View, Area::Accounts)
}

/// What can be asked of the list, and what is.
pub async fn ask_accounts(ctx: &Ctx, question: &Question) -> Result<Asked> {
    let (lang, w) = (ctx.lang(), Words::of(ctx.lang()));
    let fields = custom_field::seen(ctx, FieldRecord::Account).await?;
    let tags = tag::all(ctx).await?;
    let mut filters = vec![
        Filter::search(question, w.filter_words()),
        Filter::menu(question, "status", (w.status_label(), w.any_status()), statuses(w)),
        Filter::menu(
            question,
            "tier",
            (w.tier_label(), w.any_tier()),
            Tier::ALL.iter().map(|it| (it.word(), w.tier(it.word()))),
        ),
    ];
    filters.push(owner(ctx, question, w).await?);
    filters.push(team(ctx, question, w).await?);
    filters.push(
        Filter::words(question, "industry", w.industry_label())
            .offering(w.industries().split(", ")),
    );
    let hangs = tags.iter().map(|it| (it.name.clone(), it.name.clone()));
    let hangs = Filter::menu(question, "tag", (w.tags_label(), w.any_tag()), hangs);
    // A word is the same however it is spelt.
    let key = frame::text::key(&hangs.value);
    let known = tags.iter().find(|it| it.name_key == key).map(|it| it.name.clone());
    let hangs = hangs.or_known(known);
    if !tags.is_empty() || hangs.is_asked() {
        filters.push(hangs);
    }
    filters.extend(own_fields(question, &fields, lang, w));
    let ages = AGES.map(|days| (days.to_string(), w.unvisited(days)));
    let unvisited =
        Filter::menu(question, "unvisited_days", (w.unvisited_label(), w.any_visit()), ages);
    let days = unvisited.value.parse().ok().filter(|it| (1..=3_650).contains(it));
    filters.push(unvisited.or_known(days.map(|it| w.unvisited(it))));
    Ok(Asked {
        filters,
        sorts: vec![
            (Sort::Name.word(), w.sort_name()),
            (Sort::Newest.word(), w.sort_newest()),
            (Sort::LastVisit.word(), w.sort_last_visit()),
        ],
        columns: columns(ctx, &fields, !tags.is_empty(), w),
    })
}

fn statuses(w: Words) -> Vec<(&'static str, &'static str)> {
    let word = |&it: &AccountStatus| (it.word(), w.status(it));
    let mut statuses: Vec<_> = AccountStatus::ALL.iter().map(word).collect();
    statuses.push(("deleted", w.status_deleted()));
    statuses
}

/// Whose clients: of a few in a menu, of many on a page of their own.
async fn owner(ctx: &Ctx, question: &Question, w: Words) -> Result<Filter> {
    let few = if is_wide(ctx) { few_owners(ctx, Act::View).await? } else { Some(Vec::new()) };
    let said = person::name_of(ctx, question.get("owner_id")).await?;
    let (label, any) = (w.owner_label(), w.any_owner());
    Ok(match few {
        None => {
            let href = question.clone().with("owner_id", "").address("/accounts/owners");
            Filter::page(question, "owner_id", (label, any), href, said)
        }
        Some(few) if few.is_empty() => Filter::link(question, "owner_id", label, said),
        Some(few) => {
            let few = few.into_iter().map(|(id, name)| (id.to_string(), name));
            Filter::menu(question, "owner_id", (label, any), few).or_known(said)
        }
    })
}

async fn team(ctx: &Ctx, question: &Question, w: Words) -> Result<Filter> {
    let teams = if is_wide(ctx) {
        let teams = ctx.find::<team::Entity>().order_by_asc(team::Column::Name);
        teams.all(ctx).await?
    } else {
        Vec::new()
    };
    let said = team::name_of(ctx, question.get("team_id")).await?;
    if teams.is_empty() {
        return Ok(Filter::link(question, "team_id", w.team_label(), said));
    }
    let teams = teams.into_iter().map(|it| (it.id.to_string(), it.name));
    let menu = Filter::menu(question, "team_id", (w.team_label(), w.any_team()), teams);
    Ok(menu.or_known(said))
}

/// What is or can be asked of the company's own fields: a menu for those of the list with a choice.
fn own_fields(
    question: &Question,
    fields: &[custom_field::Model],
    lang: Lang,
    w: Words,
) -> Vec<Filter> {
    let mut filters = Vec::new();
    for field in fields {
        let (name, label) = (format!("custom.{}", field.code), field.label(lang));
        let options: Vec<(String, String)> = if field.kind == FieldKind::YesNo {
            vec![
                ("yes".to_owned(), w.custom_yes().to_owned()),
                ("no".to_owned(), w.custom_no().to_owned()),
            ]
        } else {
            let choices = field.choices();
            choices.iter().map(|it| (it.code.clone(), it.label(lang).to_owned())).collect()
        };
        let menu = Filter::menu(question, &name, (label, label), options);
        if field.in_list && !menu.options.is_empty() {
            filters.push(menu);
        } else if menu.is_asked() {
            let said = if menu.options.is_empty() {
                Some(shown(field.kind, &[], &menu.value, lang, w))
            } else {
                menu.said
            };
            filters.push(Filter::link(question, &name, label, said));
        }
    }
    // What the company removed, or what is not for the reader.
    let asked = question.but("");
    let lost = asked.iter().filter_map(|it| it.0.strip_prefix("custom."));
    for code in lost.filter(|code| !fields.iter().any(|it| it.code == *code)) {
        filters.push(Filter::link(question, &format!("custom.{code}"), code, None));
    }
    filters
}

fn columns(ctx: &Ctx, fields: &[custom_field::Model], tagged: bool, w: Words) -> Vec<Column> {
    let mut columns =
        vec![Column::of("tier", w.tier_label()), Column::of("status", w.status_label())];
    if tagged {
        columns.push(Column::of("tags", w.tags_label()));
    }
    for field in fields {
        let column = Column::of(&format!("custom.{}", field.code), field.label(ctx.lang()));
        columns.push(if field.in_list { column } else { column.hidden() });
    }
    if is_wide(ctx) {
        columns.push(Column::of("owner", w.owner_label()));
    }
    columns.push(Column::of("last_visit", w.last_visit_label()).number());
    columns.extend([
        Column::of("industry", w.industry_label()).hidden(),
        Column::of("phone", w.phone_label()).hidden(),
        Column::of("website", w.website_label()).hidden(),
        Column::of("city", w.city_label()).hidden(),
        Column::of("country", w.country_label()).hidden(),
        Column::of("employees", w.employees_label()).number().hidden(),
        Column::of("since", w.export_since()).hidden(),
        Column::of("changed", w.changed_label()).hidden(),
    ]);
    columns
}
