//! What is true of signing in, with no IO.

use kernel::{Instant, Lang, Refusal, labels};

use crate::words::Words;

labels! {
    /// What a one-time link is for.
    pub enum LinkPurpose {
        Invitation = "invitation",
        Reset = "reset",
    }
}

/// How long things last.
pub const SESSION_DAYS: i64 = 30;
pub const INVITATION_DAYS: i64 = 7;
pub const RESET_MINUTES: i64 = 30;
pub const MOST_TOKEN_DAYS: i64 = 365;

/// NIST SP 800-63B: length matters, composition does not.
const SHORTEST_PASSWORD: usize = 10;
const LONGEST_PASSWORD: usize = 256;

/// Among the passwords that are tried first, everywhere.
const COMMON: &[&str] = &[
    "password",
    "1234567890",
    "12345678910",
    "qwertyuiop",
    "passw0rd",
    "indonesia",
    "sayangku",
    "bismillah",
    "jembatan",
    "administrator",
    "letmein",
    "iloveyou",
    "rahasia",
];

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum IdentityRefused {
    #[error("the name or the password is wrong")]
    Wrong,
    #[error("the link is used, too old or wrong")]
    Link,
    #[error("the password is too short")]
    PasswordShort,
    #[error("the password is too long")]
    PasswordLong,
    #[error("the password is among the first that are tried")]
    PasswordCommon,
    #[error("the two passwords differ")]
    PasswordsDiffer,
    #[error("a token lasts 1 to 365 days")]
    TokenDays,
    #[error("a token needs a name")]
    TokenName,
    #[error("the person has no address")]
    NoAddress,
    #[error("the person may not come in")]
    NotWelcome,
}

impl Refusal for IdentityRefused {
    fn code(&self) -> &'static str {
        match self {
            Self::Wrong => "identity.wrong",
            Self::Link => "identity.link",
            Self::PasswordShort => "identity.password_short",
            Self::PasswordLong => "identity.password_long",
            Self::PasswordCommon => "identity.password_common",
            Self::PasswordsDiffer => "identity.passwords_differ",
            Self::TokenDays => "identity.token_days",
            Self::TokenName => "identity.token_name",
            Self::NoAddress => "identity.no_address",
            Self::NotWelcome => "identity.not_welcome",
        }
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            Self::Wrong | Self::Link | Self::NoAddress | Self::NotWelcome => None,
            Self::PasswordShort | Self::PasswordLong | Self::PasswordCommon => Some("password"),
            Self::PasswordsDiffer => Some("again"),
            Self::TokenDays => Some("days"),
            Self::TokenName => Some("name"),
        }
    }

    fn sentence(&self, lang: Lang) -> String {
        let w = Words::of(lang);
        match self {
            Self::Wrong => w.refused_wrong(),
            Self::Link => w.refused_link(),
            Self::PasswordShort => w.refused_password_short(),
            Self::PasswordLong => w.refused_password_long(),
            Self::PasswordCommon => w.refused_password_common(),
            Self::PasswordsDiffer => w.refused_passwords_differ(),
            Self::TokenDays => w.refused_token_days(),
            Self::TokenName => w.refused_token_name(),
            Self::NoAddress => w.refused_no_address(),
            Self::NotWelcome => w.refused_not_welcome(),
        }
        .to_owned()
    }
}

/// Is this a password that will not be guessed at once?
pub fn acceptable(password: &str, again: &str, name: &str) -> Result<(), IdentityRefused> {
    let length = password.chars().count();
    if length < SHORTEST_PASSWORD {
        return Err(IdentityRefused::PasswordShort);
    }
    if LONGEST_PASSWORD < length {
        return Err(IdentityRefused::PasswordLong);
    }
    let small = password.to_lowercase();
    let letters: String = small.chars().filter(|it| it.is_alphanumeric()).collect();
    let one_letter = letters.chars().all(|it| letters.starts_with(it));
    let bare = letters.trim_end_matches(|it: char| it.is_ascii_digit());
    if one_letter || COMMON.contains(&bare) || COMMON.contains(&letters.as_str()) || small == name {
        return Err(IdentityRefused::PasswordCommon);
    }
    if password != again {
        return Err(IdentityRefused::PasswordsDiffer);
    }
    Ok(())
}

/// May a link be used now?
pub fn good(used_at: Option<Instant>, expires_at: Instant, now: Instant) -> bool {
    used_at.is_none() && now < expires_at
}

/// Where a page that asked for signing in may lead: a path of ours, never another host.
pub fn next_path(next: &str) -> &str {
    let plain = next.starts_with('/') && !next.starts_with("//") && !next.contains('\\');
    let clean = !next.chars().any(|it| it.is_control() || it.is_whitespace());
    if plain && clean { next } else { "/" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn length_is_what_makes_a_password() {
        assert_eq!(acceptable("kuda lari di pantai", "kuda lari di pantai", ""), Ok(()));
        assert_eq!(acceptable("pendek", "pendek", ""), Err(IdentityRefused::PasswordShort));
        for common in ["Password123", "aaaaaaaaaaaa", "administrator", "rahasia2026"] {
            let refused = Err(IdentityRefused::PasswordCommon);
            assert_eq!(acceptable(common, common, ""), refused, "{common}");
        }
        assert_eq!(
            acceptable("kuda lari di pantai", "kuda lari", ""),
            Err(IdentityRefused::PasswordsDiffer)
        );
    }

    #[test]
    fn signing_in_leads_nowhere_else() {
        assert_eq!(next_path("/accounts?q=a"), "/accounts?q=a");
        for elsewhere in ["https://evil.example", "//evil.example", "/\\evil.example", "", "/a\nb"]
        {
            assert_eq!(next_path(elsewhere), "/", "{elsewhere}");
        }
    }

    #[test]
    fn a_link_is_good_once_and_for_a_while() {
        let (now, later) = (Instant(10), Instant(20));

        assert!(good(None, later, now));
        assert!(!good(Some(now), later, now));
        assert!(!good(None, now, now));
    }
}
