//! A company settles where its prospects come from and why one is let go, and who gets none.

use testing::{AYU, BUDI, SRI};

use super::world;

const CHANGE: &str = "/settings/prospects/choices/change";
const ADD: &str = "/settings/prospects/choices";

/// The form of a page that goes to this address and names these codes.
fn form<'a>(page: &'a str, address: &str, codes: &[(&str, &str)]) -> &'a str {
    let mut parts = vec![format!("action=\"{address}\"")];
    parts.extend(codes.iter().map(|(name, code)| format!("name=\"{name}\" value=\"{code}\"")));
    let mut forms = page.split("<form").filter_map(|it| it.split("</form>").next());
    let form = forms.find(|it| parts.iter().all(|part| it.contains(part)));
    form.unwrap_or_else(|| panic!("{address} {codes:?}: {page}"))
}

#[tokio::test]
async fn what_was_typed_stays_in_the_form_that_is_refused() {
    let world = world().await;
    let sri = world.browse(SRI);
    let long = ["Passed on"; 8].join(" ");
    let label_en = long.replace(' ', "+");
    let typed = format!("list=source&code=referral&label_id=Titipan&label_en={label_en}&hidden=on");

    let refused = sri.post(CHANGE, &typed).await;
    let nameless = sri.post(ADD, "list=reason&label_id=+&label_en=Moved+away").await;
    let gone = sri.post(CHANGE, "list=source&code=gone&label_id=").await;

    assert_eq!((refused.status, nameless.status), (422, 422), "{}", refused.body);
    let referral = form(&refused.body, CHANGE, &[("list", "source"), ("code", "referral")]);
    let (ticked, beside) = ("name=\"hidden\" value=\"on\" checked", "id=\"label_en-2-error\"");
    for part in ["value=\"Titipan\"", long.as_str(), ticked, beside, "at most 60"] {
        assert!(referral.contains(part), "{part}: {referral}");
    }
    assert!(!referral.contains("id=\"label_id-2-error\""), "its other name is fine: {referral}");
    assert_eq!(refused.body.matches("at most 60").count(), 1, "said once: {}", refused.body);
    let other = form(&refused.body, CHANGE, &[("list", "source"), ("code", "website")]);
    assert!(other.contains("value=\"Situs web\"") && !other.contains(ticked), "as kept: {other}");
    let new = form(&nameless.body, ADD, &[("list", "reason")]);
    assert!(new.contains("value=\"Moved away\"") && new.contains("at most 60"), "{new}");
    let source = form(&nameless.body, ADD, &[("list", "source")]);
    assert!(!source.contains("Moved away") && !source.contains("at most 60"), "{source}");
    assert_eq!(gone.status, 404, "there is no form for it");
}

#[tokio::test]
async fn what_no_input_is_to_blame_for_stands_above_its_form() {
    let world = world().await;
    let sri = world.browse(SRI);
    let hide = "list=reason&code=no_need&label_id=Tidak+butuh&hidden=on";
    assert_eq!(sri.post(CHANGE, hide).await.status, 303);

    let last = "list=reason&code=no_budget&label_id=Dana+habis&hidden=on";
    let refused = sri.post(CHANGE, last).await;

    assert_eq!(refused.status, 422, "{}", refused.body);
    let own = form(&refused.body, CHANGE, &[("list", "reason"), ("code", "no_budget")]);
    let (above, inputs) = own.split_once("name=\"label_id\"").unwrap();
    assert!(above.contains("This is the last entry in use"), "{own}");
    assert!(inputs.contains("value=\"Dana habis\""), "{own}");
    assert_eq!(refused.body.matches("last entry in use").count(), 1, "{}", refused.body);
}

#[tokio::test]
async fn a_pause_of_somebody_who_is_away_already_stays_as_it_was_typed() {
    let world = world().await;
    let budi = world.browse(BUDI);
    let stop = format!("/prospects/people/{}/pause", AYU.person());
    assert_eq!(budi.post(&stop, "until=2026-03-03").await.status, 303);

    let refused = budi.post(&stop, "until=9999-12-31&reason=Cuti+tahunan").await;

    assert_eq!(refused.status, 422, "{}", refused.body);
    let own = form(&refused.body, &stop, &[]);
    for part in ["value=\"9999-12-31\"", "value=\"Cuti tahunan\"", "between 1000 and 2999"] {
        assert!(own.contains(part), "{part}: {own}");
    }
    assert_eq!(refused.body.matches("Cuti tahunan").count(), 1, "in nobody else's: {own}");
}
