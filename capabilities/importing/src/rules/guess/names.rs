//! What other systems call the fields that are kept here.

use super::clients::{ACCOUNT, CONTACT};
use super::documents::INVOICE;
use super::payments::PAYMENT;
use crate::rules::draft::{Field, TargetKind};

/// A field, what our own files call it, and what others do.
pub type Names = &'static [(Field, &'static [&'static str], &'static [&'static str])];

/// The fields of a kind, and what other systems call them: letters and digits alone, in the
/// order in which they are tried.
pub const fn names(target: TargetKind) -> Names {
    match target {
        TargetKind::Team => TEAM,
        TargetKind::Person => PERSON,
        TargetKind::Product => PRODUCT,
        TargetKind::Account => ACCOUNT,
        TargetKind::Contact => CONTACT,
        TargetKind::Opportunity => OPPORTUNITY,
        TargetKind::Prospect => PROSPECT,
        TargetKind::Invoice => INVOICE,
        TargetKind::Payment => PAYMENT,
        TargetKind::LedgerDay | TargetKind::Tag => &[],
    }
}

const TEAM: Names = &[
    (Field::Name, &[], &["name", "nama", "team", "tim", "teamname", "namatim"]),
    (Field::Parent, &[], &["parent", "induk", "parentteam", "reportsto"]),
];

const PERSON: Names = &[
    (
        Field::Name,
        &[],
        &[
            "name",
            "nama",
            "fullname",
            "namalengkap",
            "agent",
            "salesagent",
            "firstname",
            "lastname",
            "username",
        ],
    ),
    (Field::Email, &[], &["email", "emailaddress", "surel", "mail"]),
    (Field::Team, &[], &["team", "tim", "department", "regionaloffice"]),
    (Field::Role, &[], &["role", "peran"]),
    (Field::Manages, &[], &["manages", "memimpin"]),
];

const PRODUCT: Names = &[
    (
        Field::Name,
        &[],
        &[
            "product",
            "produk",
            "productname",
            "namaproduk",
            "name",
            "nama",
            "item",
            "barang",
            "namabarang",
        ],
    ),
    (Field::Series, &[], &["series", "seri", "family", "productfamily", "category", "kategori"]),
    (
        Field::Price,
        &[],
        &["price", "harga", "salesprice", "unitprice", "listprice", "hargajual", "hargasatuan"],
    ),
];

/// What others call the names of deals. A deal without an id is known by its name.
pub const DEAL_NAMES: &[&str] = &[
    "dealname",
    "dealtitle",
    "opportunity",
    "opportunityname",
    "name",
    "nama",
    "namapeluang",
    "namadeal",
];

const OPPORTUNITY: Names = &[
    (
        Field::ExternalId,
        &[],
        &[
            "opportunityid",
            "dealid",
            "recordid",
            "id",
            "externalid",
            "kode",
            "nomor",
            "leadid",
            "dealname",
            "dealtitle",
            "opportunity",
            "opportunityname",
            "name",
            "nama",
            "namapeluang",
            "namadeal",
        ],
    ),
    (Field::Name, &[], DEAL_NAMES),
    (
        Field::Agent,
        &[],
        &[
            "agent",
            "salesagent",
            "owner",
            "dealowner",
            "opportunityowner",
            "ownername",
            "salesperson",
            "assigneduser",
            "assignedusername",
            "pemilik",
            "sales",
            "ae",
            "penanggungjawab",
        ],
    ),
    (Field::Product, &[], &["product", "produk", "productname", "namaproduk"]),
    (
        Field::Account,
        &[],
        &[
            "account",
            "accountname",
            "company",
            "companyname",
            "organization",
            "dealorganization",
            "organizationname",
            "customer",
            "klien",
            "namaklien",
            "perusahaan",
            "associatedcompany",
            "associatedcompanies",
            "partnername",
        ],
    ),
    (Field::Pipeline, &[], &["pipeline", "dealpipeline", "salespipeline"]),
    (Field::Stage, &[], &["stage", "dealstage", "stagename", "tahap", "tahapan", "status"]),
    (Field::Kind, &[], &["kind", "outcome", "dealstatus", "hasil"]),
    (
        Field::EngagedOn,
        &[],
        &[
            "engagedate",
            "createdate",
            "createddate",
            "createdat",
            "startdate",
            "tanggalmulai",
            "dealcreated",
            "createdon",
        ],
    ),
    (
        Field::ClosedOn,
        &[],
        &[
            "closedate",
            "closedon",
            "closeddate",
            "dealclosedon",
            "dealdealclosedon",
            "tanggaltutup",
            "wontime",
        ],
    ),
    (
        Field::ExpectedCloseOn,
        &[],
        &[
            "expectedclosedate",
            "dealexpectedclosedate",
            "expectedclosing",
            "expectedclose",
            "estimatedclosedate",
            "perkiraantutup",
            "perkiraantanggaltutup",
        ],
    ),
    (
        Field::Value,
        &[],
        &["amount", "value", "closevalue", "dealvalue", "nilai", "expectedrevenue", "jumlah"],
    ),
    (
        Field::LostReason,
        &[],
        &["lostreason", "closedlostreason", "lossreason", "deallostreason", "alasankalah"],
    ),
    (Field::NextStep, &[], &["nextstep", "dealnextstep", "langkahberikutnya"]),
];

const PROSPECT: Names = &[
    (
        Field::Name,
        &[],
        &[
            "companyaccount",
            "company",
            "companyname",
            "perusahaan",
            "namaperusahaan",
            "organization",
            "prospect",
            "prospek",
            "namaprospek",
            "leadname",
            "toko",
            "namatoko",
            "name",
            "nama",
        ],
    ),
    (Field::ExternalId, &[], &["leadid", "recordid", "externalid", "id"]),
    (
        Field::ContactName,
        &[],
        &[
            "contact",
            "contactname",
            "contactperson",
            "fullname",
            "firstname",
            "namadepan",
            "namakontak",
            "pic",
        ],
    ),
    (Field::Post, &[], &["title", "jobtitle", "jabatan", "position"]),
    (
        Field::Phone,
        &[],
        &["phone", "phonenumber", "mobile", "mobilephone", "telepon", "nohp", "notelp", "whatsapp"],
    ),
    (Field::Email, &[], &["email", "emailaddress", "surel", "mail"]),
    (Field::Street, &[], &["street", "address", "streetaddress", "alamat", "jalan"]),
    (Field::City, &[], &["city", "kota", "kabupaten"]),
    (Field::Province, &[], &["state", "stateprovince", "stateregion", "province", "provinsi"]),
    (Field::Industry, &[], &["industry", "industri", "bidangusaha", "sector"]),
    (Field::Source, &[], &["leadsource", "source", "sumber", "originalsource"]),
    (Field::Owner, &[], &["leadowner", "contactowner", "owner", "penanggungjawab"]),
    (Field::Value, &[], &["value", "amount", "nilai", "dealvalue"]),
    (Field::Note, &[], &["description", "note", "notes", "catatan", "keterangan"]),
];
