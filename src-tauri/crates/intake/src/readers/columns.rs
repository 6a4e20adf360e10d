//! The order in which a person reads a page: lines from top to bottom, columns from left to right.
//!
//! Promises: glyphs on one line are put in order and parted where the gap says so; a page is taken for two columns only
//! when a gutter stands clear over most of its height and both sides hold running text, so a form with its answers
//! beside its questions stays a form. Lengths are in points, y grows upwards.

/// A glyph where it stands.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Glyph {
    pub x: f64,
    pub y: f64,
    /// Size of the type.
    pub em: f64,
    pub width: f64,
    /// Whether it stands upright; turned ones (a watermark, the side of a table) are left out.
    pub upright: bool,
    pub text: String,
}

/// Part of a line without a gap.
#[derive(Debug, Clone)]
struct Piece {
    left: f64,
    right: f64,
    y: f64,
    em: f64,
    text: String,
}

/// The text of a page.
pub(crate) fn text_of(glyphs: Vec<Glyph>) -> String {
    let pieces = pieces_of(glyphs);
    let text: Vec<String> = bands_of(pieces).into_iter().map(lines_of).collect();
    super::prose::tidy(&text.join("\n"))
}

/// Glyphs to pieces: one baseline, no wide gap.
fn pieces_of(mut glyphs: Vec<Glyph>) -> Vec<Piece> {
    let fit = |glyph: &Glyph| glyph.upright && glyph.x.is_finite() && glyph.y.is_finite() && glyph.em.is_finite();
    glyphs.retain(|glyph| fit(glyph) && glyph.em > 0.5 && glyph.em < 400.0);
    // Baselines are first brought together, for a raised figure belongs to its line.
    glyphs.sort_by(|a, b| b.y.total_cmp(&a.y));
    let mut baseline = f64::INFINITY;
    for glyph in &mut glyphs {
        if (baseline - glyph.y).abs() < 0.35 * glyph.em.min(14.0) {
            glyph.y = baseline;
        } else {
            baseline = glyph.y;
        }
    }
    glyphs.sort_by(|a, b| b.y.total_cmp(&a.y).then(a.x.total_cmp(&b.x)));
    let mut pieces: Vec<Piece> = Vec::new();
    let mut last: Option<(f64, f64, String)> = None;
    for glyph in glyphs {
        // Bold or a shadow that is made by printing twice; the same letter twice in a word stands a whole width further.
        let twice = last.as_ref().is_some_and(|(x, width, text)| glyph.x - x < 0.5 * width && *text == glyph.text);
        let same_line = pieces.last().is_some_and(|piece| piece.y == glyph.y);
        if twice && same_line {
            continue;
        }
        last = Some((glyph.x, glyph.width, glyph.text.clone()));
        match pieces
            .last_mut()
            .filter(|piece| piece.y == glyph.y && glyph.x - piece.right < 1.1 * glyph.em.max(piece.em))
        {
            Some(piece) => {
                let gap = glyph.x - piece.right;
                let blank = glyph.text.chars().all(char::is_whitespace);
                if gap > 0.17 * glyph.em && !blank && !piece.text.ends_with(' ') {
                    piece.text.push(' ');
                }
                piece.text.push_str(if blank { " " } else { &glyph.text });
                piece.right = piece.right.max(glyph.x + glyph.width);
                piece.em = piece.em.max(glyph.em);
            }
            None if glyph.text.trim().is_empty() => {}
            None => pieces.push(Piece {
                left: glyph.x,
                right: glyph.x + glyph.width,
                y: glyph.y,
                em: glyph.em,
                text: glyph.text,
            }),
        }
    }
    pieces
}

/// Stretches of a page in reading order, each read from top to bottom.
fn bands_of(pieces: Vec<Piece>) -> Vec<Vec<Piece>> {
    let Some(gutter) = gutter_of(&pieces) else { return vec![pieces] };
    let (mut bands, mut left, mut right) = (Vec::new(), Vec::new(), Vec::new());
    for piece in pieces {
        if piece.left < gutter && piece.right > gutter {
            // A line over the full width ends what stands above it.
            bands.push(std::mem::take(&mut left));
            bands.push(std::mem::take(&mut right));
            bands.push(vec![piece]);
        } else if piece.right <= gutter {
            left.push(piece);
        } else {
            right.push(piece);
        }
    }
    bands.push(left);
    bands.push(right);
    bands.retain(|band| !band.is_empty());
    // Lines over the full width that follow one another belong together.
    let mut joined: Vec<Vec<Piece>> = Vec::new();
    for band in bands {
        let wide = |band: &[Piece]| band.iter().all(|piece| piece.left < gutter && piece.right > gutter);
        match joined.last_mut().filter(|last| wide(last) && wide(&band)) {
            Some(last) => last.extend(band),
            None => joined.push(band),
        }
    }
    joined
}

/// Where the gutter between two columns of running text stands, if there is one.
fn gutter_of(pieces: &[Piece]) -> Option<f64> {
    let left = pieces.iter().map(|piece| piece.left).fold(f64::INFINITY, f64::min);
    let right = pieces.iter().map(|piece| piece.right).fold(f64::NEG_INFINITY, f64::max);
    if pieces.len() < 12 || right - left < 200.0 {
        return None;
    }
    let running = |side: &[&Piece]| {
        let long = side.iter().filter(|piece| piece.text.chars().count() >= 18).count();
        side.len() >= 5 && long * 10 >= side.len() * 6
    };
    let tries = (30..=70).map(|part| left + (right - left) * f64::from(part) / 100.0);
    let crossing = |at: f64| pieces.iter().filter(|piece| piece.left < at - 2.0 && piece.right > at + 2.0).count();
    let best = tries.map(|at| (crossing(at), at)).min_by(|a, b| {
        let middle = (left + right) / 2.0;
        a.0.cmp(&b.0).then((a.1 - middle).abs().total_cmp(&(b.1 - middle).abs()))
    })?;
    let beside: (Vec<&Piece>, Vec<&Piece>) = pieces
        .iter()
        .filter(|piece| piece.left >= best.1 - 2.0 || piece.right <= best.1 + 2.0)
        .partition(|piece| piece.right <= best.1 + 2.0);
    (best.0 * 4 <= pieces.len() && running(&beside.0) && running(&beside.1)).then_some(best.1)
}

/// Pieces to text: pieces of one line side by side, lines of one paragraph run on.
fn lines_of(mut pieces: Vec<Piece>) -> String {
    pieces.sort_by(|a, b| b.y.total_cmp(&a.y).then(a.left.total_cmp(&b.left)));
    let mut lines: Vec<Piece> = Vec::new();
    for piece in pieces {
        match lines.last_mut().filter(|line| line.y == piece.y) {
            Some(line) => {
                line.text = format!("{}\t{}", line.text.trim_end(), piece.text);
                line.right = line.right.max(piece.right);
            }
            None => lines.push(piece),
        }
    }
    let margin = lines.iter().map(|line| line.right).fold(f64::NEG_INFINITY, f64::max);
    let mut text = String::new();
    let mut previous: Option<&Piece> = None;
    for line in &lines {
        if let Some(above) = previous {
            let step = above.y - line.y;
            let full = margin - above.right < 0.14 * (margin - above.left).max(1.0) + 2.0 * above.em;
            let same = (above.em - line.em).abs() < 0.15 * line.em && (above.left - line.left).abs() < 2.5 * line.em;
            let hyphen = above.text.trim_end().ends_with('-');
            let runs_on = full && same && step < 1.75 * line.em && !hyphen && !above.text.contains('\t');
            text.push_str(match runs_on {
                true => " ",
                false if step > 1.9 * line.em => "\n\n",
                false => "\n",
            });
        }
        text.push_str(line.text.trim());
        previous = Some(line);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(x: f64, y: f64, text: &str) -> Vec<Glyph> {
        let place = |(at, letter): (usize, char)| Glyph {
            x: x + 5.0 * at as f64,
            y,
            em: 10.0,
            width: 5.0,
            upright: true,
            text: letter.to_string(),
        };
        text.chars().enumerate().map(place).collect()
    }

    #[test]
    fn two_columns_are_read_one_after_the_other_under_their_heading() {
        let mut glyphs = line(
            50.0,
            800.0,
            "Een kop die over de volle breedte van het hele blad staat en dus niet in een kolom hoort",
        );
        for row in 0..8 {
            let y = 770.0 - 12.0 * f64::from(row);
            glyphs.extend(line(300.0, y, &format!("rechts {row} met lopende tekst erin")));
            glyphs.extend(line(50.0, y, &format!("links {row} met lopende tekst erbij")));
        }
        let text = text_of(glyphs);
        let place = |part: &str| text.find(part).expect("BUG: there");
        assert!(place("Een kop") < place("links 0"));
        assert!(place("links 7") < place("rechts 0"), "{text}");
    }

    #[test]
    fn answers_stay_beside_their_questions() {
        let mut glyphs = Vec::new();
        for (row, (question, answer)) in
            [("Naam", "Femke"), ("Vak", "Nederlands"), ("Nummer", "9901488")].iter().enumerate()
        {
            let y = 800.0 - 14.0 * row as f64;
            glyphs.extend(line(50.0, y, question));
            glyphs.extend(line(300.0, y, answer));
        }
        assert_eq!(text_of(glyphs), "Naam\tFemke\nVak\tNederlands\nNummer\t9901488");
    }

    #[test]
    fn words_without_blanks_are_parted_by_their_gap() {
        let mut glyphs = line(50.0, 800.0, "een");
        glyphs.extend(line(68.0, 800.0, "twee"));
        assert_eq!(text_of(glyphs), "een twee");
    }
}
