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

labels! {
    /// How long somebody wants to stay signed in on a device.
    pub enum Stay {
        /// A desk that others may use: until half a day passes unused.
        Briefly = "briefly",
        /// One's own phone: a weekend, or leave, must not sign an executive out before what they
        /// recorded without a signal is sent.
        Remembered = "remembered",
    }
}

impl Stay {
    /// The moment since which a session must have been used to be awake.
    pub const fn since(self, now: Instant) -> Instant {
        match self {
            Self::Briefly => now.plus_hours(-IDLE_HOURS),
            Self::Remembered => now.plus_days(-REMEMBERED_IDLE_DAYS),
        }
    }

    pub fn is_awake(self, seen_at: Instant, now: Instant) -> bool {
        self.since(now) < seen_at
    }

    /// What is offered first on this device: a phone is one's own.
    pub const fn usual(is_phone: bool) -> Self {
        if is_phone { Self::Remembered } else { Self::Briefly }
    }
}

/// How long things last.
pub const SESSION_DAYS: i64 = 30;
const IDLE_HOURS: i64 = 12;
const REMEMBERED_IDLE_DAYS: i64 = 14;
/// A use is written down at most so often.
const SEEN_MINUTES: i64 = 10;
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
    #[error("the present password is wrong")]
    OldWrong,
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
            Self::OldWrong => "identity.old_wrong",
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
            Self::OldWrong => Some("old"),
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
            Self::OldWrong => w.refused_old_wrong(),
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

/// Is it time to write down that this was used?
pub fn unwritten(seen_at: Option<Instant>, now: Instant) -> bool {
    seen_at.is_none_or(|it| it.plus_minutes(SEEN_MINUTES) <= now)
}

/// A browser and its system by the names that people know, from what it calls itself.
pub fn device(agent: &str) -> String {
    let first = |known: &[(&'static str, &'static str)]| {
        known.iter().find(|it| agent.contains(it.0)).map(|it| it.1)
    };
    let browser = first(&[
        ("Edg", "Edge"),
        ("OPR/", "Opera"),
        ("SamsungBrowser", "Samsung Internet"),
        ("Firefox", "Firefox"),
        ("CriOS", "Chrome"),
        ("Chrome", "Chrome"),
        ("Safari", "Safari"),
    ]);
    let system = first(&[
        ("Android", "Android"),
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Windows", "Windows"),
        ("Mac OS", "Mac"),
        ("Linux", "Linux"),
    ]);
    [browser, system].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// Where a page that asked for signing in may lead: a path of ours, never another host.
pub fn next_path(next: &str) -> &str {
    let plain = next.starts_with('/') && !next.starts_with("//") && !next.contains('\\');
    let clean = !next.chars().any(|it| it.is_control() || it.is_whitespace());
    if plain && clean { next } else { "/" }
}

#[cfg(test)]
mod tests;
