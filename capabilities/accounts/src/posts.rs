//! The people at one client, those who are there before those who were.

use frame::{Ctx, Result};
use kernel::{Day, Lang};
use sea_orm::{ColumnTrait, QueryFilter};

use crate::account::AccountId;
use crate::account_contact;
use crate::contact::{self, ContactId};
use crate::rules::birthday::Birthday;
use crate::rules::reaching::Consent;
use crate::words::Words;

/// Somebody at one client.
pub struct Post {
    pub contact: contact::Model,
    pub role: Option<String>,
    pub left_on: Option<Day>,
}

impl Post {
    /// The address at which WhatsApp opens a talk.
    pub fn whatsapp(&self) -> Option<String> {
        self.contact.whatsapp.as_deref().map(talk)
    }
}

impl Post {
    /// What whoever reaches for them should know: how they like it, whether they agreed to offers,
    /// and when to wish them well.
    pub fn wishes(&self, w: Words, lang: Lang) -> Vec<String> {
        let contact = &self.contact;
        let channel = contact.channel.map(|it| w.prefers(it.word()));
        let refused = contact.consent == Some(Consent::Refused);
        let refused = refused.then(|| w.refuses_offers().to_owned());
        let birthday = contact.birthday.as_deref().and_then(Birthday::read);
        let birthday = birthday.map(|it| w.has_birthday(it.shown(lang)));
        [channel, birthday, refused].into_iter().flatten().collect()
    }
}

/// The address at which WhatsApp opens a talk with this number.
pub fn talk(number: &str) -> String {
    format!("https://wa.me/{}", number.trim_start_matches('+'))
}

/// The people at an account that the caller has loaded in reach.
pub async fn posts(ctx: &Ctx, account: AccountId) -> Result<Vec<Post>> {
    let posts = ctx
        .whole_company::<account_contact::Entity>()
        .filter(account_contact::Column::AccountId.eq(account))
        .find_also_related(contact::Entity);
    let posts = posts.all(ctx).await?.into_iter().filter_map(|(post, contact)| {
        let contact = contact.filter(|it| it.hidden_at.is_none())?;
        Some(Post { contact, role: post.role, left_on: post.left_on })
    });
    let mut posts: Vec<Post> = posts.collect();
    posts.sort_by(|a, b| {
        let order = |it: &Post| (it.left_on.is_some(), it.contact.name_key.clone());
        order(a).cmp(&order(b))
    });
    Ok(posts)
}

/// Somebody at one client, as the API shows them.
#[derive(serde::Serialize, utoipa::ToSchema)]
pub struct PersonThere {
    pub id: ContactId,
    pub name: String,
    pub role: Option<String>,
    pub phone: Option<String>,
    pub whatsapp: Option<String>,
    pub email: Option<String>,
    /// Since when they are there no more.
    pub left_on: Option<Day>,
}

impl From<Post> for PersonThere {
    fn from(post: Post) -> Self {
        Self {
            id: post.contact.id,
            name: post.contact.name,
            role: post.role,
            phone: post.contact.phone,
            whatsapp: post.contact.whatsapp,
            email: post.contact.email,
            left_on: post.left_on,
        }
    }
}
