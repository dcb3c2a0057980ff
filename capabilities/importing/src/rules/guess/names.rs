//! What other systems call the fields that are kept here.

use crate::rules::draft::{Field, TargetKind};

type Names = &'static [(Field, &'static [&'static str])];

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
        TargetKind::LedgerDay => &[],
    }
}

const TEAM: Names = &[
    (Field::Name, &["name", "nama", "team", "tim", "teamname", "namatim"]),
    (Field::Parent, &["parent", "induk", "parentteam", "reportsto"]),
];

const PERSON: Names = &[
    (
        Field::Name,
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
    (Field::Email, &["email", "emailaddress", "surel", "mail"]),
    (Field::Team, &["team", "tim", "department", "regionaloffice"]),
    (Field::Role, &["role", "peran"]),
    (Field::Manages, &["manages", "memimpin"]),
];

const PRODUCT: Names = &[
    (
        Field::Name,
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
    (Field::Series, &["series", "seri", "family", "productfamily", "category", "kategori"]),
    (
        Field::Price,
        &["price", "harga", "salesprice", "unitprice", "listprice", "hargajual", "hargasatuan"],
    ),
];

const ACCOUNT: Names = &[
    (
        Field::Name,
        &[
            "account",
            "accountname",
            "companyname",
            "company",
            "organizationname",
            "organisationname",
            "organization",
            "name",
            "nama",
            "klien",
            "namaklien",
            "perusahaan",
            "namaperusahaan",
            "pelanggan",
            "namapelanggan",
            "customer",
            "customername",
            "namatoko",
            "toko",
        ],
    ),
    (Field::Industry, &["industry", "industri", "sector", "sektor", "bidangusaha"]),
    (
        Field::FoundedYear,
        &["foundedyear", "yearestablished", "yearfounded", "yearstarted", "tahunberdiri"],
    ),
    (Field::Revenue, &["revenue", "annualrevenue", "omzet", "omset", "pendapatan"]),
    (
        Field::Employees,
        &["employees", "numberofemployees", "noofemployees", "karyawan", "jumlahkaryawan"],
    ),
    (
        Field::Country,
        &[
            "country",
            "negara",
            "billingcountry",
            "countryregion",
            "officelocation",
            "addresscountry",
            "organizationcountry",
        ],
    ),
    (
        Field::Parent,
        &["parent", "parentaccount", "parentcompany", "subsidiaryof", "induk", "klieninduk"],
    ),
    (Field::Status, &["status", "accountstatus", "statusklien"]),
    (
        Field::Phone,
        &[
            "phone",
            "phonenumber",
            "telephone",
            "telepon",
            "notelepon",
            "nomortelepon",
            "telp",
            "notelp",
            "nohp",
            "organizationphone",
        ],
    ),
    (
        Field::Website,
        &["website", "websiteurl", "web", "situs", "situsweb", "domain", "companydomainname"],
    ),
    (
        Field::Owner,
        &[
            "owner",
            "accountowner",
            "companyowner",
            "ownername",
            "assigneduser",
            "assignedusername",
            "pemilik",
            "penanggungjawab",
            "salesperson",
            "sales",
            "organizationowner",
            "ae",
        ],
    ),
];

const CONTACT: Names = &[
    (
        Field::Name,
        &[
            "name",
            "nama",
            "contact",
            "contactname",
            "fullname",
            "namakontak",
            "kontak",
            "namalengkap",
            "firstname",
            "namadepan",
            "lastname",
            "namabelakang",
            "personname",
        ],
    ),
    (
        Field::Account,
        &[
            "account",
            "accountname",
            "company",
            "companyname",
            "organization",
            "organizationname",
            "personorganization",
            "perusahaan",
            "klien",
            "namaklien",
            "relatedcompany",
            "associatedcompany",
            "pelanggan",
        ],
    ),
    (
        Field::Email,
        &[
            "email",
            "emailaddress",
            "surel",
            "mail",
            "personemailwork",
            "personemail",
            "alamatemail",
        ],
    ),
    (
        Field::Phone,
        &[
            "phone",
            "phonenumber",
            "mobile",
            "mobilephone",
            "mobilephonenumber",
            "telepon",
            "nohp",
            "hp",
            "nomorhp",
            "personphone",
            "personphonework",
            "notelepon",
        ],
    ),
    (Field::Whatsapp, &["whatsapp", "wa", "nowa", "nomorwa", "whatsappphonenumber"]),
    (
        Field::Post,
        &["jobtitle", "title", "jobposition", "position", "jabatan", "role", "accounttitle"],
    ),
];

const OPPORTUNITY: Names = &[
    (
        Field::ExternalId,
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
        ],
    ),
    (
        Field::Agent,
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
    (Field::Product, &["product", "produk", "productname", "namaproduk"]),
    (
        Field::Account,
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
    (Field::Stage, &["stage", "dealstage", "stagename", "tahap", "tahapan", "status"]),
    (Field::Kind, &["kind", "outcome", "dealstatus", "hasil"]),
    (
        Field::EngagedOn,
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
        &[
            "closedate",
            "closedon",
            "dealclosedon",
            "expectedclosedate",
            "tanggaltutup",
            "expectedclosing",
            "wontime",
        ],
    ),
    (
        Field::Value,
        &["amount", "value", "closevalue", "dealvalue", "nilai", "expectedrevenue", "jumlah"],
    ),
];
