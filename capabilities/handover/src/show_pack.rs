//! What one must know of a client that one got, on a page and as a PDF.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use documents::{Block, Column, Document, KeyFigure, Made, Row, Table};
use frame::web::page::{self, Faults};
use frame::web::shell::Shell;
use frame::web::{Json, Path};
use frame::{App, Ctx, Error, Event, Result};
use kernel::PersonId;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::handover_pack::{self, Model, PackId};
use crate::handover_question::{self, QuestionId};
use crate::list_packs::{PackOut, standing};
use crate::load::names;
use crate::pack_content::{Content, gather};
use crate::say::name;
use crate::words::Words;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .route("/handovers/{pack}", get(show))
        .route("/handovers/{pack}/pack.pdf", get(pdf))
        .routes(routes!(read))
}

#[derive(Template)]
#[template(path = "show_pack.html")]
struct PackPage {
    shell: Shell,
    w: Words,
    it: Model,
    content: Content,
    state: &'static str,
    look: &'static str,
    from: String,
    to: String,
    moved_on: String,
    grace_until: String,
    baseline: Vec<String>,
    questions: Vec<QuestionShown>,
    may_acknowledge: bool,
    may_ask: bool,
    /// The reader may know what whoever had the client wrote.
    reads_note: bool,
    /// Which note the reader writes: `own`, `side` or none.
    writes: &'static str,
    /// What they write down.
    note: String,
    question: String,
    faults: Faults,
}

/// What somebody typed on the page of a pack.
#[derive(Default)]
pub struct Typed {
    pub note: Option<String>,
    pub question: String,
    pub answer: Option<(QuestionId, String)>,
}

struct QuestionShown {
    id: String,
    text: String,
    by: String,
    answer: Option<String>,
    answered_by: String,
    may_answer: bool,
    /// The answer that was typed, and what is wrong with it.
    typed: String,
    wrong: String,
}

impl QuestionShown {
    fn answer_id(&self) -> String {
        format!("answer-{}", self.id)
    }
}

async fn show(ctx: Ctx, Path(id): Path<PackId>) -> Result<Response> {
    pack_page(&ctx, id, Typed::default(), Faults::default()).await
}

/// The page of a pack, with what somebody typed and what is wrong with it.
pub async fn pack_page(ctx: &Ctx, id: PackId, typed: Typed, faults: Faults) -> Result<Response> {
    let it = handover_pack::get(ctx, id).await?;
    let w = Words::of(ctx.lang());
    let content = gather(ctx, &it).await?;
    let may_write = crate::answer_pack::may_write(ctx, &it).await?;
    let it = it.readable(ctx, content.sees);
    let me = ctx.actor.somebody();
    let mut asked = handover_question::of(ctx, id).await?;
    if !content.sees {
        let is_mine = |it: PersonId| me == Some(it);
        asked.retain(|it| is_mine(it.asked_of) || is_mine(it.asked_by));
    }
    let mut ids = vec![it.to_id];
    ids.extend(it.from_id);
    for question in &asked {
        ids.push(question.asked_by);
        ids.extend(question.answered_by);
    }
    let names = names(ctx, ids).await?;
    let (state, look) = standing(&it, w);
    let got = me == Some(it.to_id) && it.withdrawn_at.is_none();
    let was_theirs = it.was_of(ctx);
    let writes = match (may_write, was_theirs) {
        (false, _) => "",
        (true, true) => "own",
        (true, false) => "side",
    };
    let written = if was_theirs { it.note.clone() } else { it.side_note.clone() };
    let answered = typed.answer;
    let typed_for = |id: QuestionId| answered.as_ref().filter(|it| it.0 == id);
    let questions = asked.into_iter().map(|question| QuestionShown {
        typed: typed_for(question.id).map(|it| it.1.clone()).unwrap_or_default(),
        wrong: typed_for(question.id).map_or("", |_| faults.at("answer")).to_owned(),
        id: question.id.to_string(),
        by: name(&names, Some(question.asked_by)),
        answered_by: name(&names, question.answered_by),
        may_answer: question.answer.is_none() && me == Some(question.asked_of),
        text: question.text,
        answer: question.answer,
    });
    let status = if faults.any() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let page = PackPage {
        shell: ctx.shell("accounts"),
        w,
        reads_note: was_theirs || content.sees,
        content,
        state,
        look,
        from: name(&names, it.from_id),
        to: name(&names, Some(it.to_id)),
        moved_on: w.0.day(it.moved_on),
        grace_until: w.0.day(it.grace_until),
        baseline: it.baseline().iter().map(ToString::to_string).collect(),
        questions: questions.collect(),
        may_acknowledge: got && it.acknowledged_at.is_none(),
        may_ask: got,
        writes,
        note: typed.note.or(written).unwrap_or_default(),
        question: typed.question,
        faults,
        it,
    };
    page::render_as(status, &page)
}

async fn pdf(ctx: Ctx, Path(id): Path<PackId>) -> Result<Response> {
    let it = handover_pack::get(&ctx, id).await?;
    let content = gather(&ctx, &it).await?;
    if !content.sees {
        return Err(Error::NotFound);
    }
    let names = names(&ctx, [it.from_id, Some(it.to_id)].into_iter().flatten()).await?;
    let (from, to) = (name(&names, it.from_id), name(&names, Some(it.to_id)));
    let document = document(&ctx, &it, &content, from, to);
    let title = Words::of(ctx.lang()).pdf_name();
    let tx = ctx.again().begin().await?;
    tx.record(
        Event::of("handover.pack_taken", "handover_pack", it.id)
            .owner(it.to_id)
            .about(it.account_id),
    );
    tx.commit().await?;
    documents::answer(&format!("{title}-{}", it.moved_on), document).await
}

fn document(ctx: &Ctx, it: &Model, content: &Content, from: String, to: String) -> Document {
    let w = Words::of(ctx.lang());
    let figure = |label: &str, value: String| KeyFigure {
        label: label.to_owned(),
        value,
        note: String::new(),
    };
    let baseline: Vec<String> = it.baseline().iter().map(ToString::to_string).collect();
    let mut blocks = vec![Block::Figures(vec![
        figure(w.giver_short(), if from.is_empty() { w.nobody().to_owned() } else { from }),
        figure(w.to_short(), to),
        figure(w.moved_on_label(), w.0.day(it.moved_on)),
        figure(w.grace_until_label(), w.0.day(it.grace_until)),
    ])];
    let baseline =
        if baseline.is_empty() { w.baseline_none().to_owned() } else { baseline.join(", ") };
    blocks.push(Block::Text(w.baseline_is(baseline)));
    for (label, note) in [(w.note_label(), &it.note), (w.side_note_label(), &it.side_note)] {
        if let Some(note) = note {
            blocks.push(Block::Heading(label.to_owned()));
            blocks.push(Block::Text(note.clone()));
        }
    }
    let mut table = |title: &str, columns: Vec<&str>, rows: Vec<Vec<String>>| {
        if rows.is_empty() {
            return;
        }
        blocks.push(Block::Heading(title.to_owned()));
        blocks.push(Block::Table(Table {
            caption: String::new(),
            columns: columns.into_iter().map(Column::words).collect(),
            rows: rows.into_iter().map(Row::of).collect(),
        }));
    };
    table(
        w.facts_title(),
        vec![w.fact_label(), w.value_label()],
        content.facts.iter().map(|it| vec![it.0.clone(), it.1.clone()]).collect(),
    );
    table(
        w.contacts_title(),
        vec![w.name_label(), w.role_label(), w.reach_label()],
        content.contacts.iter().map(|it| it.to_vec()).collect(),
    );
    table(
        w.deals_title(),
        vec![w.deal_label(), w.stage_label(), w.value_label(), w.next_step_label()],
        content.deals.iter().map(|it| it.0.to_vec()).collect(),
    );
    table(
        w.tasks_title(),
        vec![w.due_label(), w.task_label()],
        content.tasks.iter().map(|it| it.to_vec()).collect(),
    );
    table(
        w.activities_title(),
        vec![w.day_label(), w.activity_label()],
        content.activities.iter().map(|it| it.to_vec()).collect(),
    );
    table(
        w.visits_title(),
        vec![w.day_label(), w.activity_label()],
        content.visits.iter().map(|it| it.to_vec()).collect(),
    );
    table(
        w.problems_title(),
        vec![w.problem_label()],
        content.problems.iter().map(|it| vec![it.clone()]).collect(),
    );
    Document {
        lang: w.0,
        company: ctx.actor.company_name.clone(),
        title: w.pack_title().to_owned(),
        period: w.0.day(it.moved_on),
        addressee: vec![content.client.clone()],
        made: Made {
            by: Some(ctx.actor.name.clone()),
            at: ctx.now,
            zone: ctx.actor.zone.clone(),
            from: w.pack_source().to_owned(),
        },
        wide: false,
        blocks,
    }
}

// In the API.

/// What the next one must know of a client that passed on
#[utoipa::path(
    get,
    path = "/api/v1/handovers/{pack}",
    tag = "handover",
    params(("pack" = PackId, Path)),
    responses((status = 200, body = PackOut)),
)]
async fn read(ctx: Ctx, Path(id): Path<PackId>) -> Result<Json<PackOut>> {
    let pack = handover_pack::get(&ctx, id).await?;
    Ok(Json(PackOut::of(&ctx, pack).await?))
}
