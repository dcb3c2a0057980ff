//! What is posted by more than one address, or is too long to stand beside one.

pub const NEW_PERSON: &str =
    "name=Dedi&email=dedi%40nusantara.example&lang=id&team_id=<selatan>&role-account-executive=on";
pub const ACCOUNT_FORM: &str = "name=Toko+Baru&status=client&tier=B&industry=Ritel&parent_id=\
    &phone=0215551234&website=baru.co.id&founded_year=1998&revenue=1.500.000&currency=IDR\
    &employees=12&country=ID&tax_number=&document_language=id&tags=grosir&anyway=on";
pub const ACCOUNT: &str = r#"{"name": "Toko Baru", "status": "client", "industry": "Ritel",
    "phone": "0215551234", "website": "baru.co.id", "country": "ID", "tags": ["grosir"]}"#;
pub const PERSON_FORM: &str = "name=Dedi&role=Pemilik&phone=081234567890&whatsapp=081234567890\
    &email=dedi%40toko.example&left_on=";
pub const SHIFT_FORM: &str = "team_id=<selatan>&name=Pagi&starts=07:00&ends=16:00&grace_minutes=5\
    &meaning=company&weekdays=1&weekdays=2&from=2026-03-09";
pub const SHIFT: &str = r#"{"team_id": "<selatan>", "name": "Pagi", "starts": "07:00",
    "ends": "16:00", "grace_minutes": 5, "meaning": "company", "weekdays": [1, 2],
    "from": "2026-03-09"}"#;
pub const DEAL_FORM: &str = "name=Kertas+2026&stage=new_business/Prospecting&currency=IDR\
    &owner_id=<ayu>&version=1&amount=25.000.000&expected_close_on=2026-04-30\
    &next_step=Kirim+contoh&next_step_on=2026-03-09";
pub const STAGE_FORM: &str = "pipeline=new_business&kind=open&label_id=Demo&probability=40";
pub const STAGE_CHANGE_FORM: &str =
    "pipeline=new_business&code=Engaging&label_id=Pendekatan&label_en=Engaging&probability=30";
pub const STREET: &str = "label=main&street=Jl.+Radio+3&city=Jakarta";
pub const SETTINGS: &str = "name=PT+Baru&zone=Asia%2FJakarta&currency=IDR&lang=id&country=ID&radius_m=150\
    &good_accuracy_m=50&usable_accuracy_m=200&fastest_kmh=150&photo_at_check_in=off\
    &photo_at_clock_in=off&photo_max_px=1600&close_tolerance_minutes=300\
    &standard_minutes=480&unvisited_days=30&silent_minutes=90";

/// What the parts of an address stand for: a name of the world whose id it is, or `=` and a text.
pub const PARTS: &[(&str, &str)] = &[
    ("{account}", "toko-maju"),
    ("{address}", "toko-maju-address"),
    ("{contact}", "rina"),
    ("{person}", "ayu"),
    ("{team}", "selatan"),
    ("{task}", "ayu-task"),
    ("{template}", "template"),
    ("{made}", "ayu-use"),
    ("{note}", "ayu-note"),
    ("{notice}", "ayu-notice"),
    ("{token}", "ayu-token"),
    ("{invoice}", "ayu-invoice"),
    ("{problem}", "ayu-problem"),
    ("{shared}", "ayu-shared"),
    ("{run}", "import"),
    ("{merge}", "merge"),
    ("{joined}", "joined"),
    ("{change}", "bank-change"),
    ("{bulk}", "ayu-bulk"),
    ("{field}", "region-field"),
    ("{number}", "=1"),
    ("{day}", "=2026-03-02"),
    ("{*path}", "=plan"),
    ("{prospect}", "ayu-prospect"),
    ("{waiting}", "waiting-prospect"),
    ("{converted}", "ayu-converted"),
    ("{gone}", "ayu-gone"),
    ("{rule}", "rule"),
    ("{onboarding}", "ayu-onboarding"),
    ("{step}", "ayu-step"),
    ("{checklist}", "=standard"),
    ("{other}", "apotek-sehat"),
    ("{report}", "=sales-progress"),
    ("{kept}", "sri-kept"),
    ("{copy}", "sri-copy"),
    ("{view}", "sri-view"),
    ("{pack}", "ayu-pack"),
    ("{question}", "ayu-question"),
    ("{attachment}", "ayu-attachment"),
    ("{starter}", "=fmcg"),
    ("{use}", "sri-use"),
];
