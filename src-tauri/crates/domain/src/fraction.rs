//! Exact numbers: a fraction of whole numbers of any size.
//!
//! Promises: comparison, equality and the decimal text are exact; small values stay on the stack. Fractions are kept
//! as they were computed and brought to lowest terms only when shown, because the analysis of a cohort makes millions.
//! Deliberately absent: conversion into a floating point number; decimals exist only as text (for JSON).

use num_bigint::{BigInt, Sign};
use num_traits::{Signed, ToPrimitive, Zero};
use serde::de::{self, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::cmp::Ordering;
use std::fmt;

/// An exact number, `numerator / denominator` with a positive denominator.
#[derive(Clone)]
pub struct Fraction(Repr);

#[derive(Clone)]
enum Repr {
    Small(i64, i64),
    Big(Box<(BigInt, BigInt)>),
}

impl Fraction {
    /// Nought.
    pub const ZERO: Self = Self(Repr::Small(0, 1));

    /// `numerator / denominator`. Panics as a BUG when the denominator is 0.
    pub fn new(numerator: i64, denominator: i64) -> Self {
        // As nearly all are that the analysis of a cohort makes: there is nothing to do for it.
        if denominator > 0 {
            return Self(Repr::Small(numerator, denominator));
        }
        Self::from_wide(numerator.into(), denominator.into())
    }

    /// The whole number `value`.
    pub const fn whole(value: i64) -> Self {
        Self(Repr::Small(value, 1))
    }

    /// `numerator / denominator` of wide integers. Panics as a BUG when the denominator is 0.
    pub fn from_wide(numerator: i128, denominator: i128) -> Self {
        assert!(denominator != 0, "BUG: a fraction over zero");
        let (n, d) = if denominator < 0 { (-numerator, -denominator) } else { (numerator, denominator) };
        if let (Ok(small_n), Ok(small_d)) = (i64::try_from(n), i64::try_from(d)) {
            return Self(Repr::Small(small_n, small_d));
        }
        Self::from_big(BigInt::from(n), BigInt::from(d))
    }

    /// `numerator / denominator` of integers of any size. Panics as a BUG when the denominator is 0.
    pub fn from_big(numerator: BigInt, denominator: BigInt) -> Self {
        assert!(!denominator.is_zero(), "BUG: a fraction over zero");
        let divisor = greatest_common_divisor(numerator.clone(), denominator.clone());
        let (mut n, mut d) = (numerator / &divisor, denominator / &divisor);
        if d.sign() == Sign::Minus {
            (n, d) = (-n, -d);
        }
        match (n.to_i64(), d.to_i64()) {
            (Some(n), Some(d)) => Self(Repr::Small(n, d)),
            _ => Self(Repr::Big(Box::new((n, d)))),
        }
    }

    /// Numerator and denominator in lowest terms.
    pub fn parts(&self) -> (BigInt, BigInt) {
        let (n, d) = self.raw();
        let divisor = greatest_common_divisor(n.clone(), d.clone());
        (n / &divisor, d / &divisor)
    }

    /// Numerator and denominator as small integers, in the terms they were computed in.
    pub fn small_parts(&self) -> Option<(i64, i64)> {
        match &self.0 {
            Repr::Small(n, d) => Some((*n, *d)),
            Repr::Big(_) => None,
        }
    }

    /// `self - other`.
    pub fn minus(&self, other: &Self) -> Self {
        let ((a, b), (c, d)) = (self.raw(), other.raw());
        Self::from_big(a * &d - c * &b, b * d)
    }

    /// `self + other`.
    pub fn plus(&self, other: &Self) -> Self {
        let ((a, b), (c, d)) = (self.raw(), other.raw());
        Self::from_big(a * &d + c * &b, b * d)
    }

    /// `self × other`.
    pub fn times(&self, other: &Self) -> Self {
        let ((a, b), (c, d)) = (self.raw(), other.raw());
        Self::from_big(a * c, b * d)
    }

    /// Decimal text with at most `digits` digits after the point, rounded half away from nought, without trailing
    /// zeros: `1.5`, `0.333333333333`.
    pub fn decimal(&self, digits: u32) -> String {
        let (n, d) = self.raw();
        let scale = BigInt::from(10u8).pow(digits);
        let doubled: BigInt = n.abs() * &scale * 2u8 + &d;
        let rounded = (doubled / (d * 2u8)).to_string();
        let padded = format!("{rounded:0>width$}", width = digits as usize + 1);
        let (whole, rest) = padded.split_at(padded.len() - digits as usize);
        let rest = rest.trim_end_matches('0');
        let sign = if n.is_negative() && (whole != "0" || !rest.is_empty()) { "-" } else { "" };
        if rest.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}.{rest}") }
    }

    /// Reads a decimal number such as `1.5`, `-2` or `6e-1`; `None` when it is not one.
    pub fn parse_decimal(text: &str) -> Option<Self> {
        let (mantissa, exponent) = match text.split_once(['e', 'E']) {
            Some((mantissa, exponent)) => (mantissa, exponent.parse::<i32>().ok().filter(|e| e.abs() <= 64)?),
            None => (text, 0),
        };
        let (whole, part) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let digits = format!("{whole}{part}");
        let number: BigInt = digits.parse().ok()?;
        let shift = exponent - i32::try_from(part.len()).ok()?;
        let power = BigInt::from(10u8).pow(shift.unsigned_abs());
        Some(if shift >= 0 { Self::from_big(number * power, BigInt::from(1)) } else { Self::from_big(number, power) })
    }

    fn raw(&self) -> (BigInt, BigInt) {
        match &self.0 {
            Repr::Small(n, d) => (BigInt::from(*n), BigInt::from(*d)),
            Repr::Big(parts) => (parts.0.clone(), parts.1.clone()),
        }
    }
}

fn greatest_common_divisor(a: BigInt, b: BigInt) -> BigInt {
    let (mut a, mut b) = (a.abs(), b.abs());
    while !b.is_zero() {
        let rest = &a % &b;
        (a, b) = (b, rest);
    }
    if a.is_zero() { BigInt::from(1) } else { a }
}

impl Ord for Fraction {
    fn cmp(&self, other: &Self) -> Ordering {
        if let (Repr::Small(a, b), Repr::Small(c, d)) = (&self.0, &other.0) {
            return (i128::from(*a) * i128::from(*d)).cmp(&(i128::from(*c) * i128::from(*b)));
        }
        let ((a, b), (c, d)) = (self.raw(), other.raw());
        (a * d).cmp(&(c * b))
    }
}

impl PartialOrd for Fraction {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Fraction {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Fraction {}

impl fmt::Debug for Fraction {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (n, d) = self.parts();
        write!(out, "{n}/{d}")
    }
}

/// Written as `"3/2"` in lowest terms, so that a stored judgement stays exact.
impl Serialize for Fraction {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        out.collect_str(&format_args!("{self:?}"))
    }
}

/// Read from `"3/2"`, or from a JSON number by its shortest decimal text: `0.6` is exactly three fifths.
impl<'de> Deserialize<'de> for Fraction {
    fn deserialize<D: Deserializer<'de>>(input: D) -> Result<Self, D::Error> {
        input.deserialize_any(FractionVisitor)
    }
}

struct FractionVisitor;

impl Visitor<'_> for FractionVisitor {
    type Value = Fraction;

    fn expecting(&self, out: &mut fmt::Formatter) -> fmt::Result {
        out.write_str("a number")
    }

    fn visit_u64<E: de::Error>(self, value: u64) -> Result<Fraction, E> {
        Ok(Fraction::from_wide(value.into(), 1))
    }

    fn visit_i64<E: de::Error>(self, value: i64) -> Result<Fraction, E> {
        Ok(Fraction::whole(value))
    }

    // The one place where a float passes through: JSON readers hand decimals over as such.
    fn visit_f64<E: de::Error>(self, value: f64) -> Result<Fraction, E> {
        self.visit_str(&value.to_string())
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Fraction, E> {
        let found = match text.split_once('/') {
            Some((n, d)) => match (n.parse::<BigInt>(), d.parse::<BigInt>()) {
                (Ok(n), Ok(d)) if !d.is_zero() => Some(Fraction::from_big(n, d)),
                _ => None,
            },
            None => Fraction::parse_decimal(text),
        };
        found.ok_or_else(|| E::custom("not a number"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimals_are_exact_and_rounded() {
        assert_eq!(Fraction::new(3, 2).decimal(15), "1.5");
        assert_eq!(Fraction::new(1, 3).decimal(6), "0.333333");
        assert_eq!(Fraction::new(-2, 3).decimal(3), "-0.667");
        assert_eq!(Fraction::new(-1, 3000).decimal(2), "0");
        assert_eq!(Fraction::new(200, 2).decimal(3), "100");
        assert_eq!(Fraction::parse_decimal("0.6"), Some(Fraction::new(3, 5)));
        assert_eq!(Fraction::parse_decimal("1.5e1"), Some(Fraction::whole(15)));
        assert_eq!(Fraction::parse_decimal("abc"), None);
    }

    #[test]
    fn json_keeps_the_value() {
        let read: Fraction = serde_json::from_str("0.6").expect("BUG: a number");
        assert_eq!(read, Fraction::new(3, 5));
        let text = serde_json::to_string(&Fraction::new(6, 4)).expect("BUG: a fraction");
        assert_eq!(text, "\"3/2\"");
        assert_eq!(serde_json::from_str::<Fraction>(&text).expect("BUG: own text"), Fraction::new(3, 2));
        assert!(serde_json::from_str::<Fraction>("\"1/0\"").is_err());
    }
}
