//! What can be asked of the list of visits, in words.

use std::collections::BTreeSet;

use accounts::account;
use frame::web::list::{Asked, Filter, Question};
use frame::{Ctx, Result};
use kernel::access::{Act, Area, Reach};
use people::{person, team};

use crate::out_there::{out_there, teams_of};
use crate::rules::VisitState;
use crate::say;
use crate::words::Words;

/// The reader sees visits of others.
pub fn is_wide(ctx: &Ctx) -> bool {
    Reach::Own < ctx.actor.reach(Act::View, Area::Visits)
}

/// What can be asked of the list, and what is.
pub async fn ask_visits(ctx: &Ctx, question: &Question) -> Result<Asked> {
    let (lang, w) = (ctx.lang(), Words::of(ctx.lang()));
    let mut filters = vec![
        Filter::day(question, "from", w.first_day(), lang),
        Filter::day(question, "to", w.last_day(), lang),
    ];
    let team = team::name_of(ctx, question.get("team_id")).await?;
    let somebody = person::name_of(ctx, question.get("person_id")).await?;
    if is_wide(ctx) {
        let people = out_there(ctx, Act::View, &BTreeSet::new()).await?;
        let teams = teams_of(ctx, &people).await?.into_iter();
        let teams = teams.map(|it| (it.id.to_string(), it.name));
        let people = people.into_iter().map(|it| (it.id.to_string(), it.name));
        let labels = (w.team_label(), w.any_team());
        filters.push(Filter::menu(question, "team_id", labels, teams).or_known(team));
        let labels = (w.person_label(), w.any_person());
        filters.push(Filter::menu(question, "person_id", labels, people).or_known(somebody));
    } else {
        filters.push(Filter::link(question, "team_id", w.team_label(), team));
        filters.push(Filter::link(question, "person_id", w.person_label(), somebody));
    }
    let client = account::name_of(ctx, question.get("account_id")).await?;
    let mut states = vec![("made", w.state_made())];
    states.extend(VisitState::ALL.iter().map(|it| (it.word(), say::state(*it, lang))));
    states.push(("rejected", w.state_rejected()));
    let planned = [("yes", w.only_planned()), ("no", w.only_unplanned())];
    filters.extend([
        Filter::menu(question, "state", (w.state_label(), w.any_state()), states),
        Filter::menu(question, "planned", (w.planned_label(), w.any_plan()), planned),
        Filter::link(question, "account_id", w.client_label(), client),
    ]);
    Ok(Asked { filters, ..Asked::default() })
}
