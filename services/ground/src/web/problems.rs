//! What is wrong with a form, field by field.

use crate::lang::Message;

/// What is wrong with a form, in the order of its fields. The form's page shows it twice: as a summary that
/// links to the fields, and at each field.
#[derive(Clone, Debug, Default)]
pub struct Problems(Vec<(&'static str, Message)>);

impl Problems {
    /// Adds what is wrong with a field, named as in the form.
    pub fn add(&mut self, field: &'static str, words: Message) {
        self.0.push((field, words));
    }

    /// What is wrong with this field, if anything: the first that was found.
    pub fn of(&self, field: &str) -> Option<&Message> {
        self.0
            .iter()
            .find(|(name, _)| *name == field)
            .map(|(_, words)| words)
    }

    /// Whether the form is good.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// All of them: field and words.
    pub fn iter(&self) -> std::slice::Iter<'_, (&'static str, Message)> {
        self.0.iter()
    }
}

impl<'a> IntoIterator for &'a Problems {
    type Item = &'a (&'static str, Message);
    type IntoIter = std::slice::Iter<'a, (&'static str, Message)>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::msg;

    #[test]
    fn a_field_shows_the_first_problem_found_and_the_summary_shows_all() {
        let mut problems = Problems::default();
        assert!(problems.is_empty());
        problems.add("title", msg!("error-bad-request"));
        problems.add("title", msg!("error-too-large"));
        problems.add("files", msg!("error-too-large"));
        assert_eq!(problems.of("title").unwrap().id, "error-bad-request");
        assert_eq!(problems.of("files").unwrap().id, "error-too-large");
        assert!(problems.of("body").is_none());
        assert_eq!(problems.iter().count(), 3);
    }
}
