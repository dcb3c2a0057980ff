//! What the fields of records are called.

use kernel::labels;

impl Field {
    /// Whether it holds a number, so that the mark before decimals matters.
    pub const fn is_number(self) -> bool {
        matches!(
            self,
            Self::Price
                | Self::FoundedYear
                | Self::Revenue
                | Self::Employees
                | Self::Value
                | Self::Quantity
                | Self::Discount
                | Self::DiscountRate
                | Self::Amount
                | Self::TaxRate
                | Self::TaxBase
                | Self::Tax
                | Self::DocumentDiscount
                | Self::DocumentDiscountRate
                | Self::Fee
                | Self::Total
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
                | Self::Day
                | Self::DueOn
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
        /// By which the books know a document or a payment.
        Number = "number",
        Day = "day",
        DueOn = "due-on",
        DocumentKind = "document-kind",
        /// The document that a credit note takes back.
        Cancels = "cancels",
        Code = "code",
        Text = "text",
        Quantity = "quantity",
        /// What is taken off a line.
        Discount = "discount",
        /// The same in percent.
        DiscountRate = "discount-rate",
        /// Of a line after its discount without its taxes, or of a payment.
        Amount = "amount",
        AmountCurrency = "amount-currency",
        TaxRate = "tax-rate",
        /// What a tax is taken of, where that is not the amount of its line.
        TaxBase = "tax-base",
        Tax = "tax",
        /// What is taken off the document as a whole.
        DocumentDiscount = "document-discount",
        /// The same in percent.
        DocumentDiscountRate = "document-discount-rate",
        /// What is added to the document as a whole, such as freight.
        Fee = "fee",
        /// Of the document as a whole, with its taxes.
        Total = "total",
        Method = "method",
        /// The document that a payment pays.
        Pays = "pays",
        /// One that the company made itself; its code says which.
        Custom = "custom",
    }
}
