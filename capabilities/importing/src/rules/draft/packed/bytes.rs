//! How values are written one behind the other, and read again.
//!
//! Reading never fails: nothing else is ever read than what was written here.

use std::collections::BTreeMap;

use kernel::access::Role;
use kernel::{Day, Exact};

use crate::rules::draft::{
    Client, DealKind, DiscountDraft, DocumentKind, FeeDraft, LineDraft, PartDraft, Standing,
    TaxDraft,
};
use crate::rules::mapping::AccountKey;
use crate::rules::said::Said;

/// What can be written so.
pub trait Pack: Sized {
    fn pack(&self, out: &mut Vec<u8>);
    fn unpack(from: &mut Bytes<'_>) -> Self;
}

/// What is still to be read.
#[derive(Clone, Copy, Debug)]
pub struct Bytes<'a>(pub &'a [u8]);

impl<'a> Bytes<'a> {
    fn byte(&mut self) -> u8 {
        self.take(1).first().copied().unwrap_or_default()
    }

    fn take(&mut self, count: usize) -> &'a [u8] {
        let (taken, rest) = self.0.split_at_checked(count).unwrap_or((self.0, &[][..]));
        self.0 = rest;
        taken
    }

    fn eight(&mut self) -> [u8; 8] {
        self.take(8).try_into().unwrap_or_default()
    }

    /// A length takes a byte for every seven of its bits: most are short.
    fn length(&mut self) -> usize {
        let (mut length, mut shift) = (0_usize, 0_u32);
        loop {
            let byte = self.byte();
            length |= usize::from(byte & 0x7F).checked_shl(shift).unwrap_or_default();
            if byte < 0x80 {
                return length;
            }
            shift += 7;
        }
    }

    pub fn text(&mut self) -> &'a str {
        let length = self.length();
        std::str::from_utf8(self.take(length)).unwrap_or_default()
    }

    /// As [`Said`] writes a text.
    pub fn said_text(&mut self) -> Said<&'a str> {
        match self.byte() {
            SILENT => Said::Silent,
            NOTHING => Said::Nothing,
            _ => Said::Is(self.text()),
        }
    }

    /// What [`one_of`] wrote.
    pub fn one_of<T: Copy>(&mut self, all: &[T]) -> Option<T> {
        all.get(usize::from(self.byte())).copied()
    }
}

const SILENT: u8 = 0;
const NOTHING: u8 = 1;
const IS: u8 = 2;

fn length(length: usize, out: &mut Vec<u8>) {
    let mut left = length;
    while 0x7F < left {
        out.push(u8::try_from(left & 0x7F).unwrap_or_default() | 0x80);
        left >>= 7;
    }
    out.push(u8::try_from(left).unwrap_or_default());
}

/// Writes the place of a word among all.
fn one_of<T: Copy + PartialEq>(all: &[T], one: T, out: &mut Vec<u8>) {
    let place = all.iter().position(|it| *it == one).unwrap_or_default();
    out.push(u8::try_from(place).unwrap_or_default());
}

/// Packs a struct field by field, in this order. All of them are named, or it does not compile.
macro_rules! as_packed {
    ($name:ident { $($field:ident),+ $(,)? }) => {
        impl Pack for $name {
            fn pack(&self, out: &mut Vec<u8>) {
                let Self { $($field),+ } = self;
                $($field.pack(out);)+
            }

            fn unpack(from: &mut Bytes<'_>) -> Self {
                Self { $($field: Pack::unpack(from)),+ }
            }
        }
    };
}

pub(super) use as_packed;

as_packed!(Client { by, said });
as_packed!(LineDraft { text, quantity, price, discount, net, products });
as_packed!(TaxDraft { rate, amount, base, name, is_computed, has_base });
as_packed!(DiscountDraft { name, amount, rate });
as_packed!(FeeDraft { name, amount });
as_packed!(PartDraft { pays, amount });

/// Words of a closed list, by their place in it.
macro_rules! words {
    ($($name:ident: $usual:ident),+) => {$(
        impl Pack for $name {
            fn pack(&self, out: &mut Vec<u8>) {
                one_of(Self::ALL, *self, out);
            }

            fn unpack(from: &mut Bytes<'_>) -> Self {
                from.one_of(Self::ALL).unwrap_or(Self::$usual)
            }
        }
    )+};
}

words!(
    Role: AccountExecutive,
    Standing: Prospect,
    DealKind: Open,
    DocumentKind: Invoice,
    AccountKey: Name
);

impl Pack for String {
    fn pack(&self, out: &mut Vec<u8>) {
        length(self.len(), out);
        out.extend_from_slice(self.as_bytes());
    }

    fn unpack(from: &mut Bytes<'_>) -> Self {
        from.text().to_owned()
    }
}

impl Pack for bool {
    fn pack(&self, out: &mut Vec<u8>) {
        out.push(u8::from(*self));
    }

    fn unpack(from: &mut Bytes<'_>) -> Self {
        from.byte() != 0
    }
}

impl Pack for i64 {
    fn pack(&self, out: &mut Vec<u8>) {
        out.extend_from_slice(&self.to_le_bytes());
    }

    fn unpack(from: &mut Bytes<'_>) -> Self {
        Self::from_le_bytes(from.eight())
    }
}

impl Pack for i32 {
    fn pack(&self, out: &mut Vec<u8>) {
        i64::from(*self).pack(out);
    }

    fn unpack(from: &mut Bytes<'_>) -> Self {
        Self::try_from(i64::unpack(from)).unwrap_or_default()
    }
}

impl Pack for Exact {
    fn pack(&self, out: &mut Vec<u8>) {
        self.0.pack(out);
    }

    fn unpack(from: &mut Bytes<'_>) -> Self {
        Self(i64::unpack(from))
    }
}

impl Pack for Day {
    fn pack(&self, out: &mut Vec<u8>) {
        out.extend_from_slice(&self.0.year().to_le_bytes());
        out.extend([self.0.month(), self.0.day()].map(i8::unsigned_abs));
    }

    fn unpack(from: &mut Bytes<'_>) -> Self {
        let year = i16::from_le_bytes([from.byte(), from.byte()]);
        let [month, day] = [from.byte(), from.byte()].map(|it| i8::try_from(it).unwrap_or(1));
        Self(jiff::civil::Date::new(year, month, day).unwrap_or_default())
    }
}

impl<T: Pack> Pack for Option<T> {
    fn pack(&self, out: &mut Vec<u8>) {
        match self {
            None => out.push(NOTHING),
            Some(value) => {
                out.push(IS);
                value.pack(out);
            }
        }
    }

    fn unpack(from: &mut Bytes<'_>) -> Self {
        if from.byte() == IS { Some(T::unpack(from)) } else { None }
    }
}

impl<T: Pack> Pack for Said<T> {
    fn pack(&self, out: &mut Vec<u8>) {
        match self {
            Self::Silent => out.push(SILENT),
            Self::Nothing => out.push(NOTHING),
            Self::Is(value) => {
                out.push(IS);
                value.pack(out);
            }
        }
    }

    fn unpack(from: &mut Bytes<'_>) -> Self {
        match from.byte() {
            SILENT => Self::Silent,
            NOTHING => Self::Nothing,
            _ => Self::Is(T::unpack(from)),
        }
    }
}

impl<T: Pack> Pack for Vec<T> {
    fn pack(&self, out: &mut Vec<u8>) {
        length(self.len(), out);
        for it in self {
            it.pack(out);
        }
    }

    fn unpack(from: &mut Bytes<'_>) -> Self {
        (0..from.length()).map(|_| T::unpack(from)).collect()
    }
}

impl<A: Pack, B: Pack> Pack for (A, B) {
    fn pack(&self, out: &mut Vec<u8>) {
        self.0.pack(out);
        self.1.pack(out);
    }

    fn unpack(from: &mut Bytes<'_>) -> Self {
        let first = A::unpack(from);
        (first, B::unpack(from))
    }
}

impl<V: Pack> Pack for BTreeMap<String, V> {
    fn pack(&self, out: &mut Vec<u8>) {
        length(self.len(), out);
        for (key, value) in self {
            key.pack(out);
            value.pack(out);
        }
    }

    fn unpack(from: &mut Bytes<'_>) -> Self {
        (0..from.length()).map(|_| <(String, V)>::unpack(from)).collect()
    }
}
