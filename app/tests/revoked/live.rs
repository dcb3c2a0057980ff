//! The program as it is served, without a socket: real passwords, sessions and tokens.

use std::net::SocketAddr;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::ConnectInfo;
use axum::http::{HeaderMap, Request, header};
use frame::App;
use frame::app::Clock;
use jembatan::config::{Config, Given};
use jembatan::founding::found_company;
use jembatan::routes::{routes, surrounded};
use jembatan::start::start_at;
use kernel::access::{Role, Roles};
use kernel::{CompanyId, Lang, PersonId};
use people::person::PersonStatus;
use people::{Founding, Hire, PersonChange, hire, person};
use tempfile::TempDir;
use tower::ServiceExt;
use utoipa_axum::router::OpenApiRouter;

pub const ORIGIN: &str = "https://jembatan.example";
pub const PASSWORD: &str = "jembatan di atas kali";
pub const AYU: &str = "ayu@uji.example";

/// A running program and somebody who works with it.
pub struct Live {
    pub app: App,
    pub company: CompanyId,
    pub ayu: PersonId,
    router: Router,
    _folder: TempDir,
}

/// What came back.
pub struct Seen {
    pub status: u16,
    pub headers: HeaderMap,
    pub body: String,
}

impl Seen {
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map(|it| it.to_str().unwrap()).unwrap_or_default()
    }

    /// The cookie that was set under this name, with its value and attributes.
    pub fn cookie(&self, name: &str) -> Option<String> {
        let cookies = self.headers.get_all(header::SET_COOKIE).iter();
        let mut cookies = cookies.map(|it| it.to_str().unwrap());
        cookies.find(|it| it.starts_with(&format!("{name}="))).map(str::to_owned)
    }
}

/// A request, from our own page unless it says otherwise.
#[derive(Clone)]
pub struct Ask {
    method: &'static str,
    pub path: String,
    headers: Vec<(&'static str, String)>,
    body: String,
    from: [u8; 4],
}

pub fn get(path: &str) -> Ask {
    let (path, from) = (path.to_owned(), [192, 0, 2, 1]);
    Ask { method: "GET", path, headers: Vec::new(), body: String::new(), from }
}

/// A form sent from our own page.
pub fn post(path: &str, body: &str) -> Ask {
    let form = "application/x-www-form-urlencoded";
    let ask = Ask { method: "POST", body: body.to_owned(), ..get(path) };
    ask.with("content-type", form).with("sec-fetch-site", "same-origin")
}

impl Ask {
    pub fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.headers.retain(|it| it.0 != name);
        self.headers.push((name, value.into()));
        self
    }

    pub fn without(mut self, name: &str) -> Self {
        self.headers.retain(|it| it.0 != name);
        self
    }

    pub fn from(mut self, address: [u8; 4]) -> Self {
        self.from = address;
        self
    }

    pub fn by(mut self, method: &'static str) -> Self {
        self.method = method;
        self
    }

    /// With what a browser keeps.
    pub fn cookie(self, session: &str) -> Self {
        self.with("cookie", session)
    }

    pub fn bearer(self, token: &str) -> Self {
        self.with("authorization", format!("Bearer {token}"))
    }
}

impl Live {
    pub async fn begin() -> Self {
        Self::with(OpenApiRouter::new()).await
    }

    /// With these routes beside the program's own.
    pub async fn with(more: OpenApiRouter<App>) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let database = testing::empty_database().await;
        let config = Config::settle(Given {
            data: Some(folder.path().to_owned()),
            database_url: database.as_ref().map(|it| it.0.clone()),
            database_owner_url: database.map(|it| it.1),
            ..Given::default()
        });
        let clock = Clock::set_to(testing::NOON.parse().unwrap());
        let app = start_at(&config.unwrap(), ORIGIN.to_owned(), clock).await.unwrap();
        let company = found_company(&app, Founding::usual("PT Uji Coba")).await.unwrap().id;
        let tx = app.company(company).begin().await.unwrap();
        let ayu = hire(
            &tx,
            Hire {
                name: "Ayu Lestari".to_owned(),
                email: Some(AYU.to_owned()),
                phone: None,
                roles: Roles(vec![Role::AccountExecutive]),
                team: None,
                lang: Lang::Id,
            },
        );
        let ayu = ayu.await.unwrap().id;
        identity::set_password(&tx, ayu, PASSWORD.to_owned()).await.unwrap();
        tx.commit().await.unwrap();
        let router = surrounded(routes().merge(more), app.clone());
        Self { app, company, ayu, router, _folder: folder }
    }

    pub async fn ask(&self, ask: Ask) -> Seen {
        let response = self.answer(ask).await;
        let (parts, body) = response.into_parts();
        let bytes = to_bytes(body, usize::MAX).await.unwrap();
        let body = String::from_utf8_lossy(&bytes).into_owned();
        Seen { status: parts.status.as_u16(), headers: parts.headers, body }
    }

    /// The answer as it comes, its body unread.
    pub async fn answer(&self, ask: Ask) -> axum::response::Response {
        let mut request = Request::builder().method(ask.method).uri(&ask.path);
        for (name, value) in ask.headers {
            request = request.header(name, value);
        }
        let address = ConnectInfo(SocketAddr::from((ask.from, 40_000)));
        let request = request.extension(address).body(Body::from(ask.body)).unwrap();
        self.router.clone().oneshot(request).await.unwrap()
    }

    /// Signs Ayu in; answers what her browser keeps.
    pub async fn sign_in(&self) -> String {
        let body = "email=ayu%40uji.example&password=jembatan+di+atas+kali";
        let seen = self.ask(post("/sign-in", body)).await;
        assert_eq!(seen.status, 303, "{}", seen.body);
        let cookie = seen.cookie("__Host-jembatan").expect("a session");
        cookie.split(';').next().unwrap().to_owned()
    }

    /// A token of Ayu's.
    pub async fn token(&self) -> String {
        let tx = self.app.company(self.company).begin().await.unwrap();
        let issued = identity::issue_token(&tx, self.ayu, "kasir", 30).await.unwrap();
        tx.commit().await.unwrap();
        issued.text
    }

    /// Ayu's standing changes.
    pub async fn ayu_is(&self, status: PersonStatus) {
        let tx = self.app.company(self.company).begin().await.unwrap();
        let person = tx.get::<person::Entity>(self.ayu).await.unwrap();
        let change = PersonChange { status, ..PersonChange::of(&person) };
        identity::keep_person(&tx, self.ayu, change).await.unwrap();
        tx.commit().await.unwrap();
    }
}
