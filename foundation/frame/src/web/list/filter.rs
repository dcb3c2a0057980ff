//! What can be asked of a list: how a form asks it, and in words what is asked.

use kernel::{Day, Lang};

use super::{Column, Question, SORT};

/// What a form asks with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Input {
    /// The words that stand at the beginning of the form.
    Search,
    /// One of a few.
    Menu,
    /// One of very few: they stand above the list, each a press away.
    Chips,
    /// One of too many for a menu: they stand on a page of their own.
    Page,
    Words,
    Day,
    /// It came by a link, and goes by its chip.
    Link,
}

impl Input {
    /// As a template tells them apart.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Search => "search",
            Self::Menu => "menu",
            Self::Chips => "chips",
            Self::Page => "page",
            Self::Words => "words",
            Self::Day => "day",
            Self::Link => "link",
        }
    }
}

/// One thing that can be asked of a list.
#[derive(Clone, Debug)]
pub struct Filter {
    /// What the address calls it.
    pub name: String,
    pub label: String,
    pub input: Input,
    /// What a menu says while nothing is asked.
    pub any: String,
    /// What there is to choose from: values and words.
    pub options: Vec<(String, String)>,
    /// Where one of many is chosen.
    pub href: String,
    /// What is asked; empty when nothing is.
    pub value: String,
    /// The same in words; none when there is no such thing, or no more.
    pub said: Option<String>,
    /// What the form says while nothing is asked.
    pub usual: String,
}

impl Filter {
    fn of(question: &Question, name: &str, label: &str, input: Input) -> Self {
        let value = question.get(name).to_owned();
        Self {
            name: name.to_owned(),
            label: label.to_owned(),
            input,
            any: String::new(),
            options: Vec::new(),
            href: String::new(),
            said: Some(value.clone()),
            value,
            usual: String::new(),
        }
    }

    /// Words that are sought anywhere.
    pub fn search(question: &Question, label: &str) -> Self {
        Self::of(question, "q", label, Input::Search)
    }

    /// Words of one's own, about one thing.
    pub fn words(question: &Question, name: &str, label: &str) -> Self {
        Self::of(question, name, label, Input::Words)
    }

    /// A day.
    pub fn day(question: &Question, name: &str, label: &str, lang: Lang) -> Self {
        let filter = Self::of(question, name, label, Input::Day);
        let said = filter.value.parse::<Day>().ok().map(|it| lang.day(it));
        Self { said, ..filter }
    }

    /// One of a few; what is none of them is no more.
    pub fn menu<V: Into<String>, S: Into<String>>(
        question: &Question,
        name: &str,
        (label, any): (&str, &str),
        options: impl IntoIterator<Item = (V, S)>,
    ) -> Self {
        let options = options.into_iter().map(|(value, words)| (value.into(), words.into()));
        let filter = Self::of(question, name, label, Input::Menu);
        let options: Vec<(String, String)> = options.collect();
        let said = options.iter().find(|it| it.0 == filter.value).map(|it| it.1.clone());
        Self { any: any.to_owned(), options, said, ..filter }
    }

    /// One of very few. `any` is the first of them.
    pub fn chips<V: Into<String>, S: Into<String>>(
        question: &Question,
        name: &str,
        (label, any): (&str, &str),
        options: impl IntoIterator<Item = (V, S)>,
    ) -> Self {
        Self { input: Input::Chips, ..Self::menu(question, name, (label, any), options) }
    }

    /// One of too many for a menu, chosen on that page.
    pub fn page(
        question: &Question,
        name: &str,
        (label, any): (&str, &str),
        href: String,
        said: Option<String>,
    ) -> Self {
        Self { any: any.to_owned(), href, said, ..Self::of(question, name, label, Input::Page) }
    }

    /// What is asked by a link alone.
    pub fn link(question: &Question, name: &str, label: &str, said: Option<String>) -> Self {
        Self { said, ..Self::of(question, name, label, Input::Link) }
    }

    /// Offers words while somebody writes.
    pub fn offering(self, words: impl IntoIterator<Item = impl Into<String>>) -> Self {
        let options = words.into_iter().map(|it| (String::new(), it.into())).collect();
        Self { options, ..self }
    }

    /// Is there although a menu does not offer it any more: somebody who has left, say.
    pub fn or_known(mut self, said: Option<String>) -> Self {
        if self.is_gone()
            && let Some(said) = said
        {
            self.options.push((self.value.clone(), said.clone()));
            self.said = Some(said);
        }
        self
    }

    /// What the form says.
    pub fn in_form(&self) -> &str {
        if self.value.is_empty() { &self.usual } else { &self.value }
    }

    pub fn is_asked(&self) -> bool {
        !self.value.is_empty()
    }

    /// Something is asked that there is not, or no more.
    pub fn is_gone(&self) -> bool {
        self.is_asked() && self.said.is_none()
    }

    /// What is asked, in words; as it was asked, if there is no such thing.
    pub fn told(&self) -> &str {
        self.said.as_deref().unwrap_or(&self.value)
    }
}

/// What can be asked of a list, and what is.
#[derive(Clone, Debug, Default)]
pub struct Asked {
    pub filters: Vec<Filter>,
    /// Orders by value and words, the usual one first.
    pub sorts: Vec<(&'static str, &'static str)>,
    /// Everything that can stand beside a row's name.
    pub columns: Vec<Column>,
}

impl Asked {
    /// The filters in force.
    pub fn in_force(&self) -> impl Iterator<Item = &Filter> {
        self.filters.iter().filter(|it| it.is_asked())
    }

    /// There is an answer: nothing is asked that there is not.
    pub fn has_answer(&self) -> bool {
        !self.filters.iter().any(Filter::is_gone)
    }

    /// In words, the order that is asked for; none of an order that there is not.
    pub fn order(&self, question: &Question) -> Option<&'static str> {
        let usual = self.sorts.first();
        let sort = match question.get(SORT) {
            "" => usual,
            word => self.sorts.iter().find(|it| it.0 == word),
        };
        sort.map(|it| it.1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(text: &str) -> Question {
        Question::read(text).unwrap()
    }

    #[test]
    fn what_a_menu_does_not_offer_is_no_more() {
        let tiers = [("A", "Tier A"), ("B", "Tier B")];
        let menu = |text: &str| Filter::menu(&asked(text), "tier", ("Tier", "Any"), tiers);

        assert_eq!(menu("tier=B").told(), "Tier B");
        assert!(menu("tier=Z").is_gone() && !menu("").is_gone());
        assert_eq!(menu("tier=Z").told(), "Z");
        let left = menu("tier=Z").or_known(Some("Tier Z".to_owned()));
        assert!(!left.is_gone());
        assert!(left.options.iter().any(|it| it.0 == "Z"), "the form does not lose it");
    }

    #[test]
    fn a_day_is_said_as_people_write_it() {
        let day = |text: &str| Filter::day(&asked(text), "from", "From", Lang::En);

        assert!(day("from=soon").is_gone());
        assert!(!day("from=2026-03-02").told().contains("2026-03-02"));
    }

    #[test]
    fn the_usual_order_is_the_first() {
        let list =
            Asked { sorts: vec![("name", "By name"), ("new", "Newest")], ..Asked::default() };

        assert_eq!(list.order(&asked("")), Some("By name"));
        assert_eq!(list.order(&asked("sort=new")), Some("Newest"));
        assert_eq!(list.order(&asked("sort=price")), None);
    }
}
