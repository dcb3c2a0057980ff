//! What there is to ask of the lists of industries.

use super::Ask;

pub const OF_STARTERS: &[Ask] = &[
    ("GET", "/settings/starters", ""),
    ("GET", "/settings/starters/{starter}", ""),
    ("POST", "/settings/starters/{starter}", ""),
    ("POST", "/settings/starters/uses/{use}/undo", ""),
    ("GET", "/api/v1/starters", ""),
    ("POST", "/api/v1/starters/{starter}/uses", ""),
    ("GET", "/api/v1/starter-uses", ""),
    ("POST", "/api/v1/starter-uses/{use}/undo", ""),
];
