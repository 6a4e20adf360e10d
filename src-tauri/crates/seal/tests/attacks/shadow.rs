//! Shadow content: prepared in the form before it is signed, shown afterwards.

use seal::{SealError, Verdict, sign};

use super::appended::page;
use super::forge::{append, form as base, replace, request, signer, trailer};
use super::{Attacks, Signed, check};

/// Prepared before and shown after: every later step but a signature is refused, also after the second one.
pub fn shown_later(form: &Signed) -> Attacks {
    let (once, twice) = (&form.once, &form.twice);
    vec![
        ("H1 field's empty look replaced later", append(twice, &[(5, page())])),
        ("H2 bulk object replaced later", append(twice, &[(4, page())])),
        ("H3 second signature cut and content replaced", append(once, &[(4, page())])),
        ("H4 look of the second field replaced before it is signed", append(once, &[(7, page())])),
        ("H5 bulk object emptied later", append(twice, &[(4, b"null".to_vec())])),
    ]
}

#[test]
fn what_was_prepared_is_not_signed_at_all() {
    let base = base(300);
    let key = signer("Zoë Voorbeeld", 1);
    let refused = |bytes: &[u8]| sign(bytes, &key, &request("Handtekening1", true)).err();
    let info = trailer(&base, "Info");
    for bytes in [
        append(&base, &[(info, b"<</Title (ander)>>".to_vec())]),
        replace(&base, b"/Type/Pages", b"/AA<<>>/Type/Pages"),
        replace(&base, b"/FT/Sig/T(Handtekening2)", b"/FT/Sig/V 4 0 R/T(Handtekening2)"),
        replace(&base, b"/SigFlags 3", b"/SigFlags 1"),
    ] {
        assert_eq!(refused(&bytes), Some(SealError::NotOurs));
        assert_ne!(check(&bytes).verdict, Verdict::Unsigned);
    }
}
