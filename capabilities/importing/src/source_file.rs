//! Files on disk: the only part of reading that touches one.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::path::{Path, PathBuf};

use kernel::{Lang, Refusal};

use crate::error_file::{ErrorForm, write_rejected};
use crate::own::Own;
use crate::reading::{self, Rows, unreadable};
use crate::rules::evidence::{Evidence, Question};
use crate::rules::existing::Existing;
use crate::rules::file_refused::FileRefused;
use crate::rules::mapping::{FileMapping, Mapping};
use crate::rules::planning::{Plan, Planner, Settled};
use crate::rules::profile::{self, Guess, Profile};
use crate::rules::row::Row;
use crate::rules::row_refused::RowFault;
use crate::rules::run_refused::RunRefused;
use crate::rules::survey::{Limits, Survey, Told};

/// A file that was looked at and that the mapping knows.
#[derive(Clone, Debug)]
pub struct SourceFile {
    pub path: PathBuf,
    /// Its name without folders.
    pub name: String,
    pub survey: Survey,
    /// Which of the mapping's files it is.
    pub kind: usize,
}

/// A file that stops an import before it begins.
#[derive(Debug, thiserror::Error)]
#[error("{name}: {why}")]
pub struct SourceRefused {
    pub name: String,
    pub why: FileRefused,
}

impl Refusal for SourceRefused {
    fn code(&self) -> &'static str {
        self.why.code()
    }

    fn sentence(&self, lang: Lang) -> String {
        format!("{}: {}", self.name, self.why.sentence(lang))
    }

    fn field(&self) -> Option<&str> {
        self.why.field()
    }
}

/// The files of an import, in the mapping's order, and those of a folder that it passed over.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    pub files: Vec<SourceFile>,
    pub passed_over: Vec<String>,
}

/// The rejected rows of a file.
#[derive(Clone, Debug)]
pub struct ErrorFile {
    /// The file from which they were rejected.
    pub name: String,
    pub rejected: u64,
    /// As a text, whatever it is handed back as.
    pub content: String,
    pub form: ErrorForm,
}

/// Looks at one file.
pub fn look(path: &Path, told: Told, limits: Limits) -> Result<Survey, FileRefused> {
    let about = fs::metadata(path).map_err(|fault| unreadable(&fault))?;
    if about.is_dir() {
        return Err(FileRefused::Directory);
    }
    // A pipe can be read once and a device for ever.
    if !about.is_file() {
        return Err(FileRefused::Unreadable { cause: "not a regular file".to_owned() });
    }
    reading::look(|| File::open(path), told, limits)
}

/// Looks at all files; of a folder, at those whose names the mapping knows.
pub fn gather(paths: &[PathBuf], mapping: &Mapping) -> Result<Sources, SourceRefused> {
    let mut sources = Sources::default();
    for path in paths {
        if !path.is_dir() {
            sources.files.push(source(path, mapping)?);
            continue;
        }
        let refuse = |why| SourceRefused { name: name_of(path), why };
        let before = sources.files.len();
        for path in entries(path).map_err(refuse)? {
            let name = name_of(&path);
            if path.is_file() && mapping.files.iter().any(|file| file.is_named(&name)) {
                sources.files.push(source(&path, mapping)?);
            } else {
                sources.passed_over.push(name);
            }
        }
        if sources.files.len() == before {
            return Err(refuse(FileRefused::Directory));
        }
    }
    // The sort is stable: files of one kind stay in the order in which they were named.
    sources.files.sort_by_key(|file| file.kind);
    Ok(sources)
}

/// A mapping with the marks that the cells prove, where it says none; refused where they leave it
/// open.
pub fn proven(
    sources: &Sources,
    mut mapping: Mapping,
    own: &Own,
) -> Result<Result<Mapping, RunRefused>, SourceRefused> {
    for source in &sources.files {
        let Some(file) = mapping.files.get_mut(source.kind) else { continue };
        if file.decimal_mark.is_some() {
            continue;
        }
        let refuse = |why| SourceRefused { name: source.name.clone(), why };
        let profiles = profiles(source).map_err(refuse)?;
        match Evidence::of_file(file, &source.survey.columns, &profiles, own).mark {
            Guess::None => {}
            Guess::Sure(mark, _) => file.decimal_mark = Some(mark),
            Guess::Either(row) | Guess::Mixed(row, _) => {
                return Ok(Err(RunRefused::unsettled(&source.name, Question::Mark(row))));
            }
        }
    }
    Ok(Ok(mapping))
}

fn profiles(file: &SourceFile) -> Result<Vec<Profile>, FileRefused> {
    let mut rows = rows(file)?;
    let mut profiles = vec![Profile::default(); file.survey.columns.len()];
    let mut row = Row::default();
    while rows.read(&mut row)? {
        profile::add(&mut profiles, &row);
    }
    Ok(profiles)
}

/// What importing these files would do.
pub fn plan<Id: Clone>(
    sources: &Sources,
    mapping: &Mapping,
    existing: &Existing<Id>,
) -> Result<Plan<Id>, SourceRefused> {
    Ok(planned(sources, mapping, existing)?.finish())
}

/// As [`plan`], for whoever looks at one step after the other and holds none.
pub fn settled<'a, Id: Clone>(
    sources: &Sources,
    mapping: &'a Mapping,
    existing: &'a Existing<Id>,
) -> Result<Settled<'a, Id>, SourceRefused> {
    Ok(planned(sources, mapping, existing)?.settled())
}

fn planned<'a, Id: Clone>(
    sources: &Sources,
    mapping: &'a Mapping,
    existing: &'a Existing<Id>,
) -> Result<Planner<'a, Id>, SourceRefused> {
    let mut planner = Planner::new(mapping, existing);
    for file in &sources.files {
        add(&mut planner, file).map_err(|why| SourceRefused { name: file.name.clone(), why })?;
    }
    Ok(planner)
}

/// The numbers of the documents and of the payments that these files speak of.
pub fn spoken_of(
    sources: &Sources,
    mapping: &Mapping,
) -> Result<(BTreeSet<String>, BTreeSet<String>), SourceRefused> {
    let nothing = Existing::<()>::new(mapping.keys);
    let mut planner = Planner::new(mapping, &nothing);
    let has_documents =
        |it: &&SourceFile| mapping.files.get(it.kind).is_some_and(FileMapping::has_documents);
    for file in sources.files.iter().filter(has_documents) {
        add(&mut planner, file).map_err(|why| SourceRefused { name: file.name.clone(), why })?;
    }
    Ok(planner.spoken_of())
}

fn add<Id: Clone>(planner: &mut Planner<'_, Id>, file: &SourceFile) -> Result<(), FileRefused> {
    let mut rows = rows(file)?;
    planner.begin(&file.name, file.kind, &file.survey)?;
    let mut row = Row::default();
    while rows.read(&mut row)? {
        planner.add(&row);
    }
    Ok(())
}

/// The rejected rows of a file, as a file to mend and import again; none if there are none.
pub fn rejected_rows(
    file: &SourceFile,
    faults: &[RowFault],
    lang: Lang,
) -> std::io::Result<Option<ErrorFile>> {
    let of_file = || faults.iter().filter(|fault| fault.file == file.name);
    if of_file().next().is_none() {
        return Ok(None);
    }
    let rows = rows(file).map_err(std::io::Error::other)?;
    let mut content = Vec::new();
    let rejected = write_rejected(&file.survey, rows, of_file(), lang, &mut content)?;
    let content = String::from_utf8(content).map_err(std::io::Error::other)?;
    let form = ErrorForm::of(file.survey.format);
    Ok(Some(ErrorFile { name: file.name.clone(), rejected, content, form }))
}

/// The rows of a file.
pub fn rows(file: &SourceFile) -> Result<Rows<File>, FileRefused> {
    let input = File::open(&file.path).map_err(|fault| unreadable(&fault))?;
    Rows::open(input, &file.survey)
}

fn source(path: &Path, mapping: &Mapping) -> Result<SourceFile, SourceRefused> {
    let name = name_of(path);
    let refuse = |why| SourceRefused { name: name.clone(), why };
    let survey = look(path, Told::default(), Limits::default()).map_err(refuse)?;
    let Some(kind) = mapping.file_for(&name, &survey.columns) else {
        return Err(refuse(refused_by_columns(&name, &survey, mapping)));
    };
    Ok(SourceFile { path: path.to_owned(), name, survey, kind })
}

/// A file whose name is known lacks columns; any other is simply not known.
fn refused_by_columns(name: &str, survey: &Survey, mapping: &Mapping) -> FileRefused {
    match mapping.files.iter().find(|file| file.is_named(name)) {
        Some(file) => {
            FileRefused::ColumnsMissing { columns: file.missing(&survey.columns).join(", ") }
        }
        None => FileRefused::NothingFits { columns: survey.columns.join(", ") },
    }
}

fn entries(folder: &Path) -> Result<Vec<PathBuf>, FileRefused> {
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder).map_err(|fault| unreadable(&fault))? {
        paths.push(entry.map_err(|fault| unreadable(&fault))?.path());
    }
    paths.sort();
    Ok(paths)
}

/// Without its folders.
pub fn name_of(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}
