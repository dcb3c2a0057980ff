//! The server's time, signed: the lower bound of what a phone may claim.

use frame::{Ctx, secrets};
use kernel::evidence::time::TokenTime;
use kernel::{Instant, PersonId};

const PURPOSE: &str = "evidence.time";
/// Enough of a signature that nobody guesses one within the age of the universe.
const SIGNED: usize = 16;

/// The present, signed for this person.
pub fn issue(ctx: &Ctx) -> String {
    let time = ctx.now.0.to_be_bytes();
    let signature = ctx.app.secrets.sign(PURPOSE, &message(ctx.actor.person, &time));
    let mut token = time.to_vec();
    token.extend_from_slice(&signature[..SIGNED]);
    secrets::to_text(&token)
}

/// The time of a token, if we signed it for this person.
pub fn read(ctx: &Ctx, token: &str) -> Option<TokenTime> {
    let token = secrets::from_text(token)?;
    let (time, signature) = token.split_at_checked(8)?;
    let expected = ctx.app.secrets.sign(PURPOSE, &message(ctx.actor.person, time));
    // Both sides are short and fixed in length; the comparison does not stop early.
    let same = signature.len() == SIGNED
        && signature.iter().zip(expected).fold(0, |all, (a, b)| all | (a ^ b)) == 0;
    let time = i64::from_be_bytes(time.try_into().ok()?);
    same.then_some(TokenTime(Instant(time)))
}

fn message(person: PersonId, time: &[u8]) -> Vec<u8> {
    [person.0.as_bytes().as_slice(), time].concat()
}

#[cfg(test)]
mod tests {
    use testing::{AYU, RIZKY, World};

    use super::*;

    #[tokio::test]
    async fn a_token_is_good_for_the_person_it_was_made_for() {
        let world = World::with(utoipa_axum::router::OpenApiRouter::new()).await;
        let token = issue(&world.ctx(AYU));

        assert_eq!(read(&world.ctx(AYU), &token), Some(TokenTime(world.now())));
        assert_eq!(read(&world.ctx(RIZKY), &token), None);
        for forged in ["", "AAAA", &token[..token.len() - 2], &format!("{token}AA")] {
            assert_eq!(read(&world.ctx(AYU), forged), None, "{forged}");
        }
    }
}
