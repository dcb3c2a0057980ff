//! A draft in few bytes, for whoever holds very many.
//!
//! A draft has a place for every field of its kind and a text of its own for each that is said: a
//! client takes half a kilobyte before a letter of it is kept, and most rows say four fields of
//! twenty. Packed, a field of which nothing is said takes a byte, all of a draft is one piece of
//! memory, and two drafts say the same if their bytes do. What is asked most, the name and the one
//! above, is read where it stands.

use kernel::money::Money;

use super::{
    AccountDraft, ContactDraft, Draft, InvoiceDraft, OpportunityDraft, PaymentDraft, PersonDraft,
    ProductDraft, ProspectDraft, TargetKind, TeamDraft,
};
use crate::rules::said::Said;

mod bytes;

use self::bytes::{Bytes, Pack, as_packed};

/// A draft in few bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Packed(Box<[u8]>);

/// The kinds of drafts; the place of each is the first byte of what it packs to.
const KINDS: [TargetKind; 9] = [
    TargetKind::Team,
    TargetKind::Person,
    TargetKind::Product,
    TargetKind::Account,
    TargetKind::Contact,
    TargetKind::Opportunity,
    TargetKind::Prospect,
    TargetKind::Invoice,
    TargetKind::Payment,
];

impl Packed {
    pub fn of(draft: &Draft) -> Self {
        let mut out = Vec::with_capacity(192);
        match draft {
            Draft::Team(it) => write(&mut out, 0, it),
            Draft::Person(it) => write(&mut out, 1, it),
            Draft::Product(it) => write(&mut out, 2, it),
            Draft::Account(it) => write(&mut out, 3, it),
            Draft::Contact(it) => write(&mut out, 4, it),
            Draft::Opportunity(it) => write(&mut out, 5, it),
            Draft::Prospect(it) => write(&mut out, 6, it),
            Draft::Invoice(it) => write(&mut out, 7, it),
            Draft::Payment(it) => write(&mut out, 8, it),
        }
        Self(out.as_slice().into())
    }

    pub fn kind(&self) -> TargetKind {
        let first = self.0.first().copied().map(usize::from).unwrap_or_default();
        KINDS.get(first).copied().unwrap_or(TargetKind::Payment)
    }

    /// The name by which others refer to it.
    pub fn name(&self) -> &str {
        self.fields().text()
    }

    /// The record of the same kind above this one; none if nothing is said about it.
    pub fn parent(&self) -> Option<Said<&str>> {
        if !matches!(self.kind(), TargetKind::Team | TargetKind::Account) {
            return None;
        }
        let mut fields = self.fields();
        fields.text();
        Some(fields.said_text())
    }

    /// All that it says.
    pub fn draft(&self) -> Draft {
        let from = &mut self.fields();
        match self.kind() {
            TargetKind::Team => Draft::Team(Pack::unpack(from)),
            TargetKind::Person => Draft::Person(Pack::unpack(from)),
            TargetKind::Product => Draft::Product(Pack::unpack(from)),
            TargetKind::Account => Draft::Account(Pack::unpack(from)),
            TargetKind::Contact => Draft::Contact(Pack::unpack(from)),
            TargetKind::Opportunity => Draft::Opportunity(Pack::unpack(from)),
            TargetKind::Prospect => Draft::Prospect(Pack::unpack(from)),
            TargetKind::Invoice => Draft::Invoice(Pack::unpack(from)),
            // No draft is a tag, or a day of a ledger.
            TargetKind::Payment | TargetKind::Tag | TargetKind::LedgerDay => {
                Draft::Payment(Pack::unpack(from))
            }
        }
    }

    fn fields(&self) -> Bytes<'_> {
        Bytes(self.0.get(1..).unwrap_or_default())
    }
}

fn write(out: &mut Vec<u8>, kind: u8, draft: &impl Pack) {
    out.push(kind);
    draft.pack(out);
}

// The name stands first, and the one above second: they are read where they stand.
as_packed!(TeamDraft { name, parent });
as_packed!(PersonDraft { name, email, team, role, manages });
as_packed!(ProductDraft { name, series, price });
as_packed!(AccountDraft {
    name,
    parent,
    id,
    external_id,
    industry,
    founded_year,
    revenue,
    employees,
    country,
    status,
    tier,
    tax_number,
    phone,
    website,
    owner,
    tags,
    street,
    city,
    province,
    postcode,
    address_country,
    custom,
});
as_packed!(ContactDraft {
    name,
    account,
    id,
    external_id,
    email,
    phone,
    whatsapp,
    post,
    channel,
    birthday,
    consent,
    consent_on,
    consent_note,
    custom,
    also_at,
});
as_packed!(OpportunityDraft {
    external_id,
    name,
    agent,
    product,
    account,
    pipeline,
    stage,
    kind,
    engaged_on,
    closed_on,
    expected_close_on,
    value,
    lost_reason,
    next_step,
});
as_packed!(ProspectDraft {
    name,
    external_id,
    contact_name,
    post,
    phone,
    email,
    street,
    city,
    province,
    industry,
    source,
    owner,
    value,
    note,
});
as_packed!(InvoiceDraft {
    number,
    kind,
    day,
    due_on,
    client,
    currency,
    cancels,
    total,
    lines,
    taxes,
    discount,
    fee,
    credited,
    paid,
});
as_packed!(PaymentDraft { number, day, client, currency, method, parts });
as_packed!(Money { amount, currency });

#[cfg(test)]
mod tests {
    use kernel::access::Role;
    use kernel::{Day, Exact};
    use proptest::prelude::*;

    use super::*;
    use crate::rules::draft::{
        Client, DealKind, DiscountDraft, DocumentKind, FeeDraft, LineDraft, PartDraft, TaxDraft,
    };
    use crate::rules::mapping::AccountKey;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    fn said() -> impl Strategy<Value = Said<String>> {
        prop_oneof![
            Just(Said::Silent),
            Just(Said::Nothing),
            Just(Said::Is(String::new())),
            "\\PC{0,200}".prop_map(Said::Is),
        ]
    }

    /// One of each kind in which every field says something.
    fn whole() -> Vec<Draft> {
        let is = |text: &str| Said::Is(text.to_owned());
        let money = || Said::Is(Money::new(i64::MIN, "USD"));
        let deal = OpportunityDraft {
            name: is("Rak"),
            product: is("Rak baja"),
            account: is("Toko Maju"),
            pipeline: is("Baru"),
            engaged_on: Said::Is(day("2026-11-30")),
            closed_on: Said::Is(day("1999-12-31")),
            expected_close_on: Said::Nothing,
            value: money(),
            lost_reason: is("harga"),
            next_step: is("telepon"),
            ..OpportunityDraft::of(
                "D-1".to_owned(),
                "Ayu".to_owned(),
                "x".to_owned(),
                DealKind::Won,
            )
        };
        let client = Said::Is(Client { by: AccountKey::TaxNumber, said: "0013".to_owned() });
        let line = LineDraft {
            text: "Meja".to_owned(),
            quantity: Exact(-20_000),
            price: Exact(i64::MAX),
            discount: Exact(-7),
            net: Exact::ZERO,
            products: vec!["Meja".to_owned(), "M-1".to_owned()],
        };
        let tax = TaxDraft {
            rate: Exact(110_000),
            amount: Exact(1),
            base: Exact(2),
            name: "PPN".to_owned(),
            is_computed: true,
            has_base: true,
        };
        vec![
            Draft::Team(TeamDraft { name: "Barat".to_owned(), parent: is("Jawa") }),
            Draft::Person(PersonDraft {
                name: "Ayu".to_owned(),
                email: is("ayu@maju.id"),
                team: is("Barat"),
                role: Said::Is(Role::Manager),
                manages: Said::Nothing,
            }),
            Draft::Product(ProductDraft {
                name: "Rak".to_owned(),
                series: Said::Silent,
                price: Money::new(-5, "IDR"),
            }),
            Draft::Opportunity(deal),
            Draft::Prospect(ProspectDraft {
                name: "Warung".to_owned(),
                value: money(),
                note: is("a\nb"),
                ..ProspectDraft::default()
            }),
            Draft::Invoice(InvoiceDraft {
                number: "F-1".to_owned(),
                kind: Said::Is(DocumentKind::CreditNote),
                day: Said::Is(day("2026-02-28")),
                due_on: Said::Silent,
                client: client.clone(),
                currency: "IDR".to_owned(),
                cancels: is("F-0"),
                total: Said::Is(Exact(-1)),
                lines: vec![line.clone(), line],
                taxes: vec![tax],
                discount: Said::Is(DiscountDraft {
                    name: "Diskon".to_owned(),
                    amount: None,
                    rate: Some(Exact(50_000)),
                }),
                fee: Said::Is(FeeDraft { name: "Ongkir".to_owned(), amount: Exact(9) }),
                credited: Exact(3),
                paid: Exact(4),
            }),
            Draft::Payment(PaymentDraft {
                number: "P-1".to_owned(),
                day: Said::Is(day("2028-02-29")),
                client,
                currency: "IDR".to_owned(),
                method: is("transfer"),
                parts: vec![
                    PartDraft { pays: Some("F-1".to_owned()), amount: Exact(5) },
                    PartDraft { pays: None, amount: Exact(6) },
                ],
            }),
        ]
    }

    #[test]
    fn a_draft_of_any_kind_comes_out_as_it_went_in() {
        for draft in whole() {
            let packed = Packed::of(&draft);

            assert_eq!(packed.draft(), draft);
            assert_eq!((packed.kind(), packed.name()), (draft.kind(), draft.name()));
            assert_eq!(packed.parent().is_some(), draft.parent().is_some(), "{draft:?}");
        }
    }

    #[test]
    fn of_what_is_not_said_little_is_kept() {
        let draft =
            Draft::Account(AccountDraft { name: "A".to_owned(), ..AccountDraft::default() });

        assert!(Packed::of(&draft).0.len() < 32);
    }

    proptest! {
        #[test]
        fn a_client_comes_out_as_it_went_in(
            name in "\\PC{0,200}",
            parent in said(),
            phone in said(),
            founded_year in prop::option::of(any::<i32>()),
            employees in any::<i64>(),
            tags in prop::collection::vec("\\PC{0,9}", 0..4),
            custom in prop::collection::btree_map("[a-z]{1,9}", said(), 0..4),
        ) {
            let draft = Draft::Account(AccountDraft {
                name,
                parent: parent.clone(),
                phone,
                founded_year: founded_year.into(),
                employees: Said::Is(employees),
                tags: Said::Is(tags),
                custom,
                ..AccountDraft::default()
            });

            let packed = Packed::of(&draft);

            prop_assert_eq!(packed.name(), draft.name());
            let above = packed.parent().map(|it| it.map(|text| (*text).to_owned()));
            prop_assert_eq!(above, Some(parent));
            prop_assert_eq!(packed.draft(), draft);
        }

        #[test]
        fn two_that_say_the_same_are_the_same(one in said(), other in said(), at in said()) {
            let draft = |account: &Said<String>, phone: &Said<String>| {
                let (account, phone) = (account.clone(), phone.clone());
                let also_at = vec![("Toko".to_owned(), Said::Nothing)];
                Draft::Contact(ContactDraft { account, phone, also_at, ..ContactDraft::default() })
            };

            let (a, b) = (draft(&one, &at), draft(&other, &at));

            prop_assert_eq!(Packed::of(&a) == Packed::of(&b), a == b);
            prop_assert_eq!(Packed::of(&a).draft(), a);
        }
    }
}
