//! The starters that come with the program, as their files have them.

use std::sync::LazyLock;

use accounts::{FieldKind, FieldLimits, FieldRecord};
use onboarding::rules::StepKind;
use pipeline::{ForecastCategory, OpportunityKind};
use serde::Deserialize;
use tasks::rules::steps::Counted;

use crate::rules::{ItemKind, Label, Wanted};

const FILES: &[(&str, &str)] = &[
    ("advertising", include_str!("../starters/advertising.toml")),
    ("it-services", include_str!("../starters/it-services.toml")),
    ("finance", include_str!("../starters/finance.toml")),
    ("fmcg", include_str!("../starters/fmcg.toml")),
];

static STARTERS: LazyLock<Vec<Starter>> = LazyLock::new(|| {
    let read = |(code, text): &(&'static str, &str)| {
        let file: File = toml::from_str(text).unwrap_or_else(|fault| panic!("{code}: {fault}"));
        Starter { code, file }
    };
    FILES.iter().map(read).collect()
});

/// The lists of one industry.
#[derive(Debug)]
pub struct Starter {
    pub code: &'static str,
    file: File,
}

impl std::ops::Deref for Starter {
    type Target = File;

    fn deref(&self) -> &File {
        &self.file
    }
}

/// What a file says.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct File {
    pub name: Label,
    /// For whom it is.
    pub about: Label,
    #[serde(default)]
    pub industries: Vec<Label>,
    #[serde(default)]
    pub tags: Vec<Label>,
    #[serde(default, rename = "field")]
    pub fields: Vec<FieldOf>,
    #[serde(default, rename = "pipeline")]
    pub pipelines: Vec<PipelineOf>,
    #[serde(default, rename = "outcome")]
    pub outcomes: Vec<OutcomeOf>,
    #[serde(default)]
    pub tasks: Vec<TasksOf>,
    #[serde(default, rename = "checklist")]
    pub checklists: Vec<ChecklistOf>,
}

/// A field of the company's own.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FieldOf {
    pub record: FieldRecord,
    pub kind: FieldKind,
    pub label: Label,
    #[serde(default)]
    pub help: Label,
    #[serde(default)]
    pub choices: Vec<Label>,
    /// What it may hold; amounts would be in one currency, so starters leave theirs open.
    #[serde(default)]
    pub limits: FieldLimits,
    #[serde(default)]
    pub in_list: bool,
}

/// A way that deals go.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PipelineOf {
    pub label: Label,
    pub stages: Vec<StageOf>,
}

/// A stage of it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StageOf {
    pub label: Label,
    pub kind: OpportunityKind,
    #[serde(default)]
    pub probability: i32,
    pub expected_days: Option<i32>,
    pub category: Option<ForecastCategory>,
}

/// How a visit may end.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OutcomeOf {
    pub label: Label,
    pub effective: bool,
    #[serde(default)]
    pub asks_note: bool,
}

/// Tasks that belong together.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TasksOf {
    pub name: Label,
    pub steps: Vec<TaskOf>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TaskOf {
    pub text: Label,
    pub days: i32,
    #[serde(default)]
    pub counted: Counted,
}

/// What is done with a new client.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChecklistOf {
    pub label: Label,
    /// For clients of these.
    pub industries: Vec<Label>,
    pub steps: Vec<StepOf>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StepOf {
    pub kind: StepKind,
    pub label: Label,
    pub days: i32,
}

impl File {
    /// Everything that it brings, in the order in which it is shown.
    pub fn wanted(&self) -> Vec<Wanted> {
        let mut wanted = Vec::new();
        let mut add = |kind, labels: Vec<&Label>| {
            let one =
                |(number, label): (usize, &Label)| Wanted { kind, number, label: label.clone() };
            wanted.extend(labels.into_iter().enumerate().map(one));
        };
        add(ItemKind::Industry, self.industries.iter().collect());
        add(ItemKind::Tag, self.tags.iter().collect());
        add(ItemKind::Field, self.fields.iter().map(|it| &it.label).collect());
        add(ItemKind::Pipeline, self.pipelines.iter().map(|it| &it.label).collect());
        add(ItemKind::Outcome, self.outcomes.iter().map(|it| &it.label).collect());
        add(ItemKind::Tasks, self.tasks.iter().map(|it| &it.name).collect());
        add(ItemKind::Checklist, self.checklists.iter().map(|it| &it.label).collect());
        wanted
    }

    /// What a field may hold, to be read before it is added.
    pub fn limits(&self, wanted: &Wanted) -> Option<&FieldLimits> {
        let field = self.fields.get(wanted.number).filter(|_| wanted.kind == ItemKind::Field);
        field.map(|it| &it.limits)
    }

    /// What one of them is made of, to be read before it is added.
    pub fn parts(&self, wanted: &Wanted) -> Vec<&Label> {
        let at = wanted.number;
        match wanted.kind {
            ItemKind::Industry | ItemKind::Tag | ItemKind::Outcome => Vec::new(),
            ItemKind::Field => {
                self.fields.get(at).map(|it| it.choices.iter().collect()).unwrap_or_default()
            }
            ItemKind::Pipeline => {
                let stages = self.pipelines.get(at).map(|it| &it.stages);
                stages.into_iter().flatten().map(|it| &it.label).collect()
            }
            ItemKind::Tasks => {
                let steps = self.tasks.get(at).map(|it| &it.steps);
                steps.into_iter().flatten().map(|it| &it.text).collect()
            }
            ItemKind::Checklist => {
                let steps = self.checklists.get(at).map(|it| &it.steps);
                steps.into_iter().flatten().map(|it| &it.label).collect()
            }
        }
    }
}

/// All of them, in the order in which they are offered.
pub fn all() -> &'static [Starter] {
    &STARTERS
}

/// The codes of all of them.
pub fn codes() -> Vec<&'static str> {
    FILES.iter().map(|it| it.0).collect()
}

/// The one of this code.
pub fn named(code: &str) -> Option<&'static Starter> {
    all().iter().find(|it| it.code == code)
}
