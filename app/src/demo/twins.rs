//! A client of the made-up company that was written down twice, with the person there.

use std::collections::HashMap;

use accounts::{
    AccountFields, AccountStatus, ContactFields, NewAccount, NewContact, add_contact, open_once,
    scan_duplicates,
};
use frame::App;
use kernel::{CompanyId, PersonId};

use super::acting;

/// Nuraini writes down whom Putri looks after already, each with their own spelling. Nobody warns
/// her, for she sees none of Putri's clients. Budi sees both, and has the company looked through.
pub async fn write_down(
    app: &App,
    company: CompanyId,
    people: &HashMap<&str, PersonId>,
) -> anyhow::Result<()> {
    let (Some(&nuraini), Some(&budi)) = (people.get("nuraini"), people.get("budi")) else {
        return Ok(());
    };
    let tx = acting(app, company, nuraini).await?;
    let fields = AccountFields {
        status: AccountStatus::Prospect,
        industry: Some("Logistik".to_owned()),
        phone: Some("+62 21 5550 111".to_owned()),
        ..AccountFields::named("Sinar Logistik Nusantara")
    };
    let new = NewAccount { id: None, owner: Some(nuraini), fields };
    let client = open_once(&tx, new, false).await?.id;
    let fields = ContactFields {
        name: "Pak Rudy Hartono".to_owned(),
        phone: Some("+62 811-5550-111".to_owned()),
        ..ContactFields::default()
    };
    let role = Some("Gudang".to_owned());
    add_contact(&tx, client, NewContact { id: None, role, fields }).await?;
    tx.commit().await?;

    let tx = acting(app, company, budi).await?;
    scan_duplicates(&tx).await?;
    tx.commit().await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use accounts::duplicate::{self, DuplicateState};
    use accounts::pairs::pairs_in;
    use accounts::rules::likeness::Part;
    use accounts::rules::same_person::Sign;
    use accounts::{account, contact_duplicate};
    use frame::app::Clock;
    use frame::web::list::Cut;

    use super::*;
    use crate::config::{Config, Given};
    use crate::demo::begin;
    use crate::start::start_at;

    /// The company on its first day, in a database of its own.
    async fn demo(folder: &tempfile::TempDir) -> App {
        let (url, owner) = testing::empty_database().await.unzip();
        let given = Given {
            data: Some(folder.path().to_owned()),
            database_url: url,
            database_owner_url: owner,
            ..Given::default()
        };
        let config = Config::settle(given).unwrap();
        start_at(&config, "http://localhost".to_owned(), Clock::System).await.unwrap()
    }

    #[tokio::test]
    async fn what_was_written_down_twice_waits_with_its_reasons_and_nothing_else_does() {
        let folder = tempfile::tempdir().unwrap();
        let app = demo(&folder).await;
        let begun = begin(&app).await.unwrap();

        write_down(&app, begun.company, &begun.people).await.unwrap();
        frame::jobs::run_due(&app).await.unwrap();

        let budi = acting(&app, begun.company, begun.people["budi"]).await.unwrap();
        let cut = Cut::default();
        let open = DuplicateState::Open;
        let clients = pairs_in::<duplicate::Entity>(&budi, open, &cut).await.unwrap().items;
        let people = pairs_in::<contact_duplicate::Entity>(&budi, open, &cut).await.unwrap().items;
        let [client] = &clients[..] else { panic!("{clients:?}") };
        assert_eq!(client.score, 80);
        assert_eq!(client.parts::<Part>(), [Part::FormMissing, Part::SamePhone]);
        let names = account::names(&budi, [client.first, client.second]).await.unwrap();
        let mut names: Vec<String> = names.into_values().collect();
        names.sort();
        assert_eq!(names, ["PT Sinar Logistik Nusantara", "Sinar Logistik Nusantara"]);
        let [person] = &people[..] else { panic!("{people:?}") };
        assert_eq!(person.score, 90);
        assert_eq!(person.parts::<Sign>(), [Sign::Phone, Sign::SpeltOtherwise]);
    }
}
