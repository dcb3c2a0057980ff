//! What can be asked of the list of deals, in words: its filters, orders and columns.

use accounts::account;
use frame::web::list::{Asked, Column, Filter, Question};
use frame::{Ctx, Result};
use kernel::Lang;
use kernel::access::{Act, Area, Reach};
use people::{person, team};

use crate::find_opportunities::Sort;
use crate::opportunity::OpportunityKind;
use crate::owners::owners;
use crate::stage::{Pipelines, pipelines};
use crate::words::Words;

/// The reader sees deals of others.
pub fn is_wide(ctx: &Ctx) -> bool {
    Reach::Own < ctx.actor.reach(Act::View, Area::Pipeline)
}

/// What can be asked of the list, and what is.
pub async fn ask_opportunities(ctx: &Ctx, question: &Question) -> Result<Asked> {
    let (lang, w) = (ctx.lang(), Words::of(ctx.lang()));
    let known = pipelines(ctx).await?;
    let mut filters = vec![
        Filter::search(question, w.filter_words()),
        Filter::menu(question, "kind", (w.kind_label(), w.any_kind()), kinds(w)),
        Filter::menu(
            question,
            "pipeline",
            (w.pipeline_label(), w.any_pipeline()),
            known.pipelines.iter().map(|it| (it.code.clone(), it.label(lang).to_owned())),
        ),
        stage(question, &known, lang, w),
    ];
    let labels = (w.owner_label(), w.any_owner());
    let said = person::name_of(ctx, question.get("owner_id")).await?;
    filters.push(if is_wide(ctx) {
        let owners = owners(ctx, Act::View).await?.into_iter();
        let owners = owners.map(|(id, name)| (id.to_string(), name));
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
    let client = account::name_of(ctx, question.get("account_id")).await?;
    filters.extend([
        Filter::day(question, "close_from", w.close_from(), lang),
        Filter::day(question, "close_to", w.close_to(), lang),
        Filter::menu(question, "stale", (w.stale_label(), w.any_age()), [("yes", w.only_stale())]),
        Filter::link(question, "account_id", w.account_label(), client),
    ]);
    Ok(Asked {
        filters,
        sorts: vec![
            (Sort::Newest.word(), w.sort_newest()),
            (Sort::Close.word(), w.sort_close()),
            (Sort::Amount.word(), w.sort_amount()),
            (Sort::Name.word(), w.sort_name()),
        ],
        columns: columns(ctx, w),
    })
}

fn kinds(w: Words) -> Vec<(&'static str, &'static str)> {
    let word = |&it: &OpportunityKind| (it.word(), w.kind(it));
    let mut kinds: Vec<_> = OpportunityKind::ALL.iter().map(word).collect();
    kinds.push(("deleted", w.kind_deleted()));
    kinds
}

/// The stages of the pipeline that is looked at; a link may name one of any pipeline.
fn stage(question: &Question, known: &Pipelines, lang: Lang, w: Words) -> Filter {
    let stages = known.of(question.get("pipeline"));
    let stages: Vec<(String, String)> =
        stages.map(|it| (it.code.clone(), it.label(lang).to_owned())).collect();
    let asked = known.all().find(|it| it.code == question.get("stage"));
    let said = asked.map(|it| it.label(lang).to_owned());
    if stages.is_empty() {
        return Filter::link(question, "stage", w.stage_label(), said);
    }
    Filter::menu(question, "stage", (w.stage_label(), w.any_stage()), stages).or_known(said)
}

fn columns(ctx: &Ctx, w: Words) -> Vec<Column> {
    let mut columns = vec![
        Column::of("stage", w.stage_label()),
        Column::of("amount", w.amount_label()).number(),
        Column::of("close", w.close_label()),
        Column::of("next_step", w.next_step_label()),
    ];
    if is_wide(ctx) {
        columns.push(Column::of("owner", w.owner_label()));
    }
    columns.extend([
        Column::of("client", w.account_label()).hidden(),
        Column::of("pipeline", w.pipeline_label()).hidden(),
        Column::of("kind", w.kind_label()).hidden(),
        Column::of("category", w.category_label()).hidden(),
        Column::of("engaged", w.engaged_on_label()).hidden(),
        Column::of("key", w.external_key_label()).hidden(),
    ]);
    columns
}
