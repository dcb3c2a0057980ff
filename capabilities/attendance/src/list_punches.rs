//! Punches with their evidence, for programs.

use evidence::say::{PlaceOut, SignalOut, TimeOut};
use evidence::{FactKind, fact};
use frame::web::list::{Cut, Page};
use frame::web::{Json, Query, extract};
use frame::{App, Ctx, Error, Result};
use kernel::evidence::ReviewState;
use kernel::{FactId, Instant, Lang, PersonId, Zone, labels};
use sea_orm::{ColumnTrait, Condition, QueryFilter, QueryOrder, QuerySelect};
use serde::{Deserialize, Serialize};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;

use crate::fact_view::PUNCHES;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(list))
}

labels! {
    /// In which order punches are listed.
    #[derive(Default)]
    pub enum PunchSort {
        #[default]
        Newest = "newest",
        Oldest = "oldest",
    }
}

/// Which punches, of whom, in which order.
#[derive(Clone, Debug, Default, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
struct Wanted {
    /// Recorded at or after this moment.
    #[serde(default, deserialize_with = "extract::blank")]
    from: Option<Instant>,
    /// Recorded before this moment.
    #[serde(default, deserialize_with = "extract::blank")]
    to: Option<Instant>,
    #[serde(default, deserialize_with = "extract::blank")]
    person_id: Option<PersonId>,
    /// `clock_in`, `clock_out`, `visit_check_in` or `visit_check_out`.
    #[param(pattern = "^(clock_in|clock_out|visit_check_in|visit_check_out)?$")]
    kind: Option<String>,
    /// `none`, `pending`, `asked`, `accepted` or `rejected`.
    #[param(pattern = "^(none|pending|asked|accepted|rejected)?$")]
    review: Option<String>,
    /// `newest` or `oldest` first.
    #[param(pattern = "^(newest|oldest)?$")]
    sort: Option<String>,
}

/// A punch, or one end of a visit, with all that is known about it.
#[derive(Debug, Serialize, utoipa::ToSchema)]
struct PunchOut {
    id: FactId,
    person_id: PersonId,
    kind: FactKind,
    /// By the phone's clock.
    claimed_at: Instant,
    /// As it counts.
    recorded_at: Instant,
    /// By the server's clock.
    received_at: Instant,
    zone: Zone,
    device_id: Uuid,
    time: TimeOut,
    place: Option<PlaceOut>,
    signals: Vec<SignalOut>,
    photos: Vec<String>,
    account_id: Option<Uuid>,
    visit_id: Option<Uuid>,
    review: ReviewState,
    question: Option<String>,
    answer: Option<String>,
}

impl PunchOut {
    fn of(fact: fact::Model, lang: Lang) -> Self {
        let signals = fact.signals();
        Self {
            id: fact.id,
            person_id: fact.owner_id,
            kind: fact.kind,
            claimed_at: fact.claimed_at,
            recorded_at: fact.recorded_at,
            received_at: fact.received_at,
            device_id: fact.device_id.into(),
            time: TimeOut::of(&fact.time(), &fact.zone, lang),
            place: fact.place().map(|it| PlaceOut::of(&it, lang)),
            signals: signals.iter().map(|it| SignalOut::of(it, &fact.zone, lang)).collect(),
            photos: fact.photos(),
            account_id: fact.account_id,
            visit_id: fact.visit_id,
            review: fact.review,
            question: fact.question,
            answer: fact.answer,
            zone: fact.zone,
        }
    }
}

/// Punches that the token's person may view, each with its evidence
#[utoipa::path(
    get,
    path = "/api/v1/attendance/punches",
    tag = "attendance",
    params(Wanted, Cut),
    responses((status = 200, body = Page<PunchOut>)),
)]
async fn list(
    ctx: Ctx,
    Query(wanted): Query<Wanted>,
    Query(cut): Query<Cut>,
) -> Result<Json<Page<PunchOut>>> {
    let limit = cut.limit()?;
    let kind = word(wanted.kind.as_deref(), FactKind::from_word)?;
    let review = word(wanted.review.as_deref(), ReviewState::from_word)?;
    let sort = word(wanted.sort.as_deref(), PunchSort::from_word)?.unwrap_or_default();
    let mut punches = ctx.find::<fact::Entity>().filter(fact::Column::Kind.is_in(PUNCHES));
    if let Some(kind) = kind {
        punches = punches.filter(fact::Column::Kind.eq(kind));
    }
    if let Some(review) = review {
        punches = punches.filter(fact::Column::Review.eq(review));
    }
    if let Some(from) = wanted.from {
        punches = punches.filter(fact::Column::RecordedAt.gte(from));
    }
    if let Some(to) = wanted.to {
        punches = punches.filter(fact::Column::RecordedAt.lt(to));
    }
    if let Some(person) = wanted.person_id {
        punches = punches.filter(fact::Column::OwnerId.eq(person));
    }
    if let Some((at, id)) = cut.after::<(Instant, FactId)>()? {
        punches = punches.filter(beyond(sort, at, id));
    }
    let punches = match sort {
        PunchSort::Newest => {
            punches.order_by_desc(fact::Column::RecordedAt).order_by_desc(fact::Column::Id)
        }
        PunchSort::Oldest => {
            punches.order_by_asc(fact::Column::RecordedAt).order_by_asc(fact::Column::Id)
        }
    };
    let punches = punches.limit(limit + 1).all(&ctx).await?;
    let page = Page::cut(punches, limit, |it| (it.recorded_at, it.id))?;
    let lang = ctx.lang();
    Ok(Json(page.map(|it| PunchOut::of(it, lang))))
}

/// What follows this punch in the list.
fn beyond(sort: PunchSort, at: Instant, id: FactId) -> Condition {
    let same = fact::Column::RecordedAt.eq(at);
    match sort {
        PunchSort::Newest => Condition::any()
            .add(fact::Column::RecordedAt.lt(at))
            .add(Condition::all().add(same).add(fact::Column::Id.lt(id))),
        PunchSort::Oldest => Condition::any()
            .add(fact::Column::RecordedAt.gt(at))
            .add(Condition::all().add(same).add(fact::Column::Id.gt(id))),
    }
}

/// A word of a closed list, or none.
fn word<T>(said: Option<&str>, read: impl Fn(&str) -> Option<T>) -> Result<Option<T>> {
    match said {
        None | Some("") => Ok(None),
        Some(said) => match read(said) {
            Some(word) => Ok(Some(word)),
            None => Err(Error::Malformed(format!("`{said}` is none of the words of this filter"))),
        },
    }
}
