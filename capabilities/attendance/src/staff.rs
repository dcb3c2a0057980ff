//! The people whose attendance somebody may see or judge.

use frame::{Ctx, Error, Owned, Result, Whose};
use kernel::access::{Act, Area, Reach};
use kernel::{Day, Instant, PersonId, TeamId, Zone};
use people::{person, team};
use sea_orm::prelude::Expr;
use sea_orm::{ColumnTrait, Condition, FromQueryResult, QueryFilter, QueryOrder, QuerySelect};

/// Somebody, as far as a sheet of attendance needs to know them.
#[derive(Clone, Debug, FromQueryResult)]
pub struct Staff {
    pub id: PersonId,
    pub name: String,
    pub team_id: Option<TeamId>,
    pub created_at: Instant,
    pub left_at: Option<Instant>,
}

impl Staff {
    /// Whether they worked here on this day.
    pub fn works_on(&self, day: Day, zone: &Zone) -> bool {
        self.created_at.day(zone) <= day && self.left_at.is_none_or(|it| day <= it.day(zone))
    }
}

/// Everybody within the actor's reach who worked here at or after this moment, by name.
pub async fn all(ctx: &Ctx, act: Act, since: Instant) -> Result<Vec<Staff>> {
    let stayed = Condition::any()
        .add(person::Column::LeftAt.is_null())
        .add(person::Column::LeftAt.gte(since));
    let staff = select(ctx, act).filter(stayed).order_by_asc(person::Column::Name);
    Ok(staff.into_model().all(ctx).await?)
}

/// One of them, or [`Error::NotFound`].
pub async fn one(ctx: &Ctx, act: Act, id: PersonId) -> Result<Staff> {
    let staff = select(ctx, act).filter(person::Column::Id.eq(id));
    staff.into_model().one(ctx).await?.ok_or(Error::NotFound)
}

/// Everybody is in the directory; attendance reaches less far.
fn select(ctx: &Ctx, act: Act) -> sea_orm::Select<person::Entity> {
    let actor = &ctx.actor;
    let within = match actor.reach(act, Area::Attendance) {
        Reach::Company => Condition::all(),
        Reach::Team => person::Entity::owned_by(Whose::Line(actor.company, actor.person)),
        Reach::Own => person::Entity::owned_by(Whose::Person(actor.company, actor.person)),
        Reach::Nobody => Condition::all().add(Expr::value(false)),
    };
    ctx.find::<person::Entity>()
        .filter(within)
        .select_only()
        .column(person::Column::Id)
        .column(person::Column::Name)
        .column(person::Column::TeamId)
        .column(person::Column::CreatedAt)
        .column(person::Column::LeftAt)
}

/// The teams by which these people can be told apart, theirs and those above, by name.
pub fn teams_of(teams: &[team::Model], staff: &[Staff]) -> Vec<(TeamId, String)> {
    let holds = |team: TeamId| {
        let below = below(teams, team);
        staff.iter().any(|it| it.team_id.is_some_and(|team| below.contains(&team)))
    };
    let known = teams.iter().filter(|it| holds(it.id));
    let mut known: Vec<_> = known.map(|it| (it.id, it.name.clone())).collect();
    known.sort_by(|a, b| a.1.cmp(&b.1));
    known
}

/// This team and every one below it.
pub fn below(teams: &[team::Model], top: TeamId) -> Vec<TeamId> {
    let mut found = vec![top];
    let mut next = 0;
    while let Some(&parent) = found.get(next) {
        let children = teams.iter().filter(|it| it.parent_id == Some(parent));
        let new: Vec<_> = children.map(|it| it.id).filter(|it| !found.contains(it)).collect();
        found.extend(new);
        next += 1;
    }
    found
}
