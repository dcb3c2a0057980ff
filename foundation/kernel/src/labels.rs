/// Declares a closed vocabulary: one word per variant, the same in the database, in JSON and in
/// a form.
#[macro_export]
macro_rules! labels {
    ($(#[$meta:meta])* pub enum $name:ident { $($(#[$doc:meta])* $variant:ident = $word:tt,)+ }) => {
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[derive(sea_orm::EnumIter, sea_orm::DeriveActiveEnum)]
        #[derive(serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
        #[sea_orm(rs_type = "String", db_type = "Text")]
        $(#[$meta])*
        pub enum $name {
            $(
                $(#[$doc])*
                #[serde(rename = $word)]
                #[sea_orm(string_value = $word)]
                $variant,
            )+
        }

        impl $name {
            /// Every word, in the order in which they are offered.
            pub const ALL: &[Self] = &[$(Self::$variant),+];

            /// The stable word for this variant.
            pub const fn word(self) -> &'static str {
                match self {
                    $(Self::$variant => $word,)+
                }
            }

            /// The variant that this word stands for.
            pub fn from_word(word: &str) -> Option<Self> {
                match word {
                    $($word => Some(Self::$variant),)+
                    _ => None,
                }
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::NoSuchWord;

            fn from_str(word: &str) -> Result<Self, $crate::NoSuchWord> {
                Self::from_word(word).ok_or_else(|| $crate::NoSuchWord(word.to_owned()))
            }
        }
    };
}

/// A word that a closed vocabulary does not hold.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is none of the words known here")]
pub struct NoSuchWord(pub String);
