//! What the fields of records are called.

use kernel::labels;

impl Field {
    /// Whether it holds a number, so that the mark before decimals matters.
    pub const fn is_number(self) -> bool {
        matches!(
            self,
            Self::Price | Self::FoundedYear | Self::Revenue | Self::Employees | Self::Value
        )
    }

    /// Whether it holds a day, so that the order of its parts matters.
    pub const fn is_day(self) -> bool {
        matches!(
            self,
            Self::Birthday
                | Self::ConsentOn
                | Self::EngagedOn
                | Self::ClosedOn
                | Self::ExpectedCloseOn
        )
    }
}

labels! {
    /// What a field of a record is called.
    pub enum Field {
        Name = "name",
        Parent = "parent",
        Email = "email",
        Team = "team",
        Role = "role",
        Manages = "manages",
        Series = "series",
        Price = "price",
        Industry = "industry",
        FoundedYear = "founded-year",
        Revenue = "revenue",
        Currency = "currency",
        Employees = "employees",
        Country = "country",
        Status = "status",
        Tier = "tier",
        TaxNumber = "tax-number",
        Phone = "phone",
        Website = "website",
        Owner = "owner",
        Tags = "tags",
        Post = "post",
        Whatsapp = "whatsapp",
        Channel = "channel",
        Birthday = "birthday",
        Consent = "consent",
        ConsentOn = "consent-on",
        ConsentNote = "consent-note",
        /// The record's own id here.
        Id = "id",
        ExternalId = "external-id",
        Agent = "agent",
        Product = "product",
        Account = "account",
        Stage = "stage",
        Kind = "kind",
        EngagedOn = "engaged-on",
        ClosedOn = "closed-on",
        ExpectedCloseOn = "expected-close-on",
        Value = "value",
        Pipeline = "pipeline",
        LostReason = "lost-reason",
        NextStep = "next-step",
        ContactName = "contact-name",
        Street = "street",
        City = "city",
        Province = "province",
        Postcode = "postcode",
        AddressCountry = "address-country",
        Source = "source",
        Note = "note",
        /// One that the company made itself; its code says which.
        Custom = "custom",
    }
}
