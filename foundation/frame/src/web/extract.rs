//! What a handler takes out of a request, failing in our own words.

use axum::extract::{FromRequest, FromRequestParts};
use axum::http::request::Parts;
use serde::de::DeserializeOwned;

use crate::error::Error;

/// A form, as a browser posts it.
#[derive(Clone, Debug)]
pub struct Form<T>(pub T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequest<S> for Form<T> {
    type Rejection = Error;

    async fn from_request(request: axum::extract::Request, state: &S) -> Result<Self, Error> {
        let form = axum::extract::Form::<T>::from_request(request, state).await;
        form.map(|it| Self(it.0)).map_err(|it| read_error(it.status(), it.body_text()))
    }
}

/// JSON, as a program posts it: an object. A whole number may be written `3.0` too, as JSON Schema
/// has it (draft 2020-12, validation, 6.1.1); programs of other languages do so.
#[derive(Clone, Debug)]
pub struct Json<T>(pub T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequest<S> for Json<T> {
    type Rejection = Error;

    async fn from_request(request: axum::extract::Request, state: &S) -> Result<Self, Error> {
        type Raw = axum::Json<Box<serde_json::value::RawValue>>;
        let raw = Raw::from_request(request, state).await;
        let raw = raw.map_err(|it| read_error(it.status(), it.body_text()))?;
        read(raw.0.get()).map(Self)
    }
}

fn read<T: DeserializeOwned>(text: &str) -> Result<T, Error> {
    // Fields in a row are read by their places, which nobody was told.
    if !text.starts_with('{') {
        return Err(Error::Malformed("an object is expected".to_owned()));
    }
    let fault = match axum::Json::from_bytes(text.as_bytes()) {
        Ok(json) => return Ok(json.0),
        Err(fault) => fault,
    };
    let whole = serde_json::from_str(text).ok().and_then(with_whole_numbers);
    let again = whole.and_then(|it| serde_json::from_value(it).ok());
    again.ok_or_else(|| read_error(fault.status(), fault.body_text()))
}

/// The same with `3` where it says `3.0`; none when it says so nowhere.
fn with_whole_numbers(mut value: serde_json::Value) -> Option<serde_json::Value> {
    fn write_whole(value: &mut serde_json::Value) -> bool {
        match value {
            serde_json::Value::Number(number) => match number.as_f64().and_then(whole) {
                Some(whole) if number.is_f64() => {
                    *number = whole.into();
                    true
                }
                _ => false,
            },
            serde_json::Value::Array(items) => {
                items.iter_mut().fold(false, |any, it| write_whole(it) | any)
            }
            serde_json::Value::Object(fields) => {
                fields.values_mut().fold(false, |any, it| write_whole(it) | any)
            }
            _ => false,
        }
    }
    write_whole(&mut value).then_some(value)
}

/// A number that stands for one whole number and for no other.
fn whole(number: f64) -> Option<i64> {
    const EXACT: f64 = 9_007_199_254_740_991.0;
    #[expect(clippy::cast_possible_truncation, reason = "it is whole, and within 53 bits")]
    (number.fract() == 0.0 && number.abs() <= EXACT).then_some(number as i64)
}

impl<T: serde::Serialize> axum::response::IntoResponse for Json<T> {
    fn into_response(self) -> axum::response::Response {
        axum::Json(self.0).into_response()
    }
}

/// Parts of the address; one that cannot be is one that is not there.
#[derive(Clone, Debug)]
pub struct Path<T>(pub T);

impl<T: DeserializeOwned + Send, S: Send + Sync> FromRequestParts<S> for Path<T> {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Error> {
        let path = axum::extract::Path::<T>::from_request_parts(parts, state).await;
        path.map(|it| Self(it.0)).map_err(|_| Error::NotFound)
    }
}

/// What stands behind the question mark.
#[derive(Clone, Debug)]
pub struct Query<T>(pub T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequestParts<S> for Query<T> {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Error> {
        let query = axum::extract::Query::<T>::from_request_parts(parts, state).await;
        query.map(|it| Self(it.0)).map_err(|it| Error::Malformed(it.body_text()))
    }
}

fn read_error(status: axum::http::StatusCode, detail: String) -> Error {
    if status == axum::http::StatusCode::PAYLOAD_TOO_LARGE {
        return Error::TooLarge;
    }
    Error::Malformed(detail)
}

/// An empty text in a form is no value.
pub fn blank<'de, D, T>(deserializer: D) -> Result<Option<T>, D::Error>
where
    D: serde::Deserializer<'de>,
    T: std::str::FromStr,
    T::Err: std::fmt::Display,
{
    let text: Option<String> = serde::Deserialize::deserialize(deserializer)?;
    match text.as_deref().map(|it| it.trim_matches(' ')) {
        None | Some("") => Ok(None),
        Some(text) => text.parse().map(Some).map_err(serde::de::Error::custom),
    }
}

/// Tells a field that is null from one that was left out:
/// `#[serde(default, deserialize_with = "given")]`.
pub fn given<'de, D, T>(deserializer: D) -> Result<Option<Option<T>>, D::Error>
where
    D: serde::Deserializer<'de>,
    T: serde::Deserialize<'de>,
{
    serde::Deserialize::deserialize(deserializer).map(Some)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, PartialEq, serde::Deserialize)]
    struct Sent {
        count: i64,
        #[serde(default)]
        rate: f64,
    }

    #[test]
    fn a_whole_number_may_have_a_point() {
        let sent = |text| read::<Sent>(text).ok();
        assert_eq!(sent(r#"{"count": 3.0, "rate": 2.0}"#), Some(Sent { count: 3, rate: 2.0 }));
        assert_eq!(sent(r#"{"count": -3e2, "rate": 0.5}"#), Some(Sent { count: -300, rate: 0.5 }));
        assert_eq!(sent(r#"{"count": 3.5}"#), None);
        assert_eq!(sent(r#"{"count": 1e300}"#), None);
    }

    #[test]
    fn only_an_object_is_read_and_a_fault_says_where() {
        assert!(read::<Sent>("[3, 2.0]").is_err());
        assert!(read::<Sent>("null").is_err());
        let fault = read::<Sent>(r#"{"count": "three", "rate": 1.0}"#).unwrap_err();
        assert!(fault.to_string().contains("count"), "{fault}");
    }
}
