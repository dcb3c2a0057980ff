//! How somebody at a client wishes to be reached, and whether they agreed to be.

use kernel::labels;

labels! {
    /// The way that somebody prefers.
    #[schema(as = PreferredChannel)]
    pub enum Channel {
        Phone = "phone",
        Whatsapp = "whatsapp",
        Email = "email",
        Visit = "visit",
    }
}

labels! {
    /// What somebody said of being written to for offers: the law asks for a consent that can be
    /// shown and taken back (UU 27/2022 on the protection of personal data, articles 20 to 24).
    pub enum Consent {
        Given = "given",
        Refused = "refused",
    }
}
