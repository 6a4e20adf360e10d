//! Small facts that every kind of evidence needs: quadrants as people write them, absence, keys.

use domain::evidence::Quadrant;
use domain::ids::SourceId;
use sha2::{Digest, Sha256};

/// Where a source is met, as the quadrants of Zitter & Hoeve place it; left open for the others.
pub(crate) fn quadrant_of(source: &SourceId) -> Option<Quadrant> {
    match source.as_str() {
        "werkplek" => Some(Quadrant::ParticipatieRealistisch),
        "drama" => Some(Quadrant::ParticipatieGeconstrueerd),
        _ => None,
    }
}

/// A quadrant in words: `acquisitie / geconstrueerd`, in any order and capitals.
pub(crate) fn read_quadrant(text: &str) -> Option<Quadrant> {
    let text = text.to_lowercase();
    let [acquisition, participation] = ["acquisitie", "participatie"].map(|word| text.contains(word));
    let [constructed, realistic] = ["geconstrueerd", "realistisch"].map(|word| text.contains(word));
    match (acquisition, participation, constructed, realistic) {
        (true, false, true, false) => Some(Quadrant::AcquisitieGeconstrueerd),
        (true, false, false, true) => Some(Quadrant::AcquisitieRealistisch),
        (false, true, true, false) => Some(Quadrant::ParticipatieGeconstrueerd),
        (false, true, false, true) => Some(Quadrant::ParticipatieRealistisch),
        _ => None,
    }
}

/// Whether a note says no more than that the student was not there.
pub(crate) fn says_absent(text: &str) -> bool {
    let text = text.trim().trim_end_matches('.').to_lowercase();
    ["afwezig", "absent", "niet aanwezig", "niet aanwezig geweest", "ziek", "afgemeld", "n.v.t", "nvt"]
        .contains(&text.as_str())
}

/// A key out of parts, hexadecimal.
pub(crate) fn key_of(parts: &[&str]) -> String {
    let mut hash = Sha256::new();
    for part in parts {
        hash.update((part.len() as u64).to_be_bytes());
        hash.update(part.as_bytes());
    }
    hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quadrants_as_people_write_them() {
        assert_eq!(read_quadrant("ACQUISITIE / REALISTISCH"), Some(Quadrant::AcquisitieRealistisch));
        assert_eq!(read_quadrant("geconstrueerd, participatie"), Some(Quadrant::ParticipatieGeconstrueerd));
        assert_eq!(read_quadrant(""), None);
        assert_eq!(read_quadrant("acquisitie"), None);
    }
}
