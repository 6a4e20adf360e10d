//! Folding, finding and the way back into the text as written.

use proptest::prelude::*;
use search::{Index, Owner, Passage, Query, fold, marked, passage};

fn spanned(text: &str, found: &Passage) -> String {
    let (start, end) = found.span.expect("BUG: found");
    text.chars().skip(start as usize).take((end - start) as usize).collect()
}

fn hits(found: &Passage) -> Vec<&str> {
    found.pieces.iter().filter(|piece| piece.hit).map(|piece| piece.text.as_str()).collect()
}

#[test]
fn case_accents_ligatures_and_typography_make_no_difference() {
    for (text, folded) in [
        ("Brugklas", "brugklas"),
        ("Zoë Çağlar", "zoe caglar"),
        ("Zoe\u{308} naïef", "zoe naief"),
        ("ﬁets ĳs Ĳsselmeer", "fiets ijs ijsselmeer"),
        ("Straße ŒUVRE Ærø Łódź", "strasse oeuvre aero lodz"),
        ("İstanbul ıssız", "istanbul issiz"),
        ("zo’n “les” – af", "zo'n \"les\" - af"),
        ("leer\u{ad}ling\u{a0}1\tx\u{0}y", "leerling 1 x y"),
        ("ΛΌΓΟΣ λόγος", "λογοσ λογοσ"),
    ] {
        assert_eq!(fold(text), folded);
    }
}

#[test]
fn a_passage_leads_back_to_the_text_as_written() {
    for (text, sought, hit, whole) in [
        ("De brugklas luisterde.", "klas", "klas", "brugklas"),
        ("😀😀 Zoe\u{308} was rustig", "zoe", "Zoe\u{308}", "Zoe\u{308}"),
        ("een ﬁets mee", "fie", "ﬁe", "ﬁets"),
        ("Groß werk", "oss", "oß", "Groß"),
        ("Groß werk", "s", "ß", "Groß"),
        ("𝒦las 😀 voor de 𝐤𝐥𝐚𝐬", "klas", "𝒦las", "𝒦las 😀 voor de 𝐤𝐥𝐚𝐬"),
    ] {
        let found = passage(text, &Query::new(sought));
        assert_eq!(hits(&found)[0], hit, "{text}");
        assert_eq!(spanned(text, &found), whole, "{text}");
    }
}

#[test]
fn of_a_long_text_the_part_is_shown_where_the_words_stand_together() {
    let filler = "Lorem ipsum dolor sit amet consectetur. ".repeat(20);
    let text = format!("Rust in het lokaal. {filler}Zij bleef rustig, ook bij tegenspel van de klas. {filler}");
    let found = passage(&text, &Query::new("klas rust"));
    assert_eq!(hits(&found), ["rust", "klas"]);
    assert!(found.cut_before && found.cut_after);
    assert_eq!(spanned(&text, &found), "rustig, ook bij tegenspel van de klas");
    let shown: String = found.pieces.iter().map(|piece| piece.text.as_str()).collect();
    assert!(text.contains(&shown) && shown.chars().count() < 200, "{shown}");
    assert_eq!(passage(&text, &Query::new("afwezig")).span, None);
}

fn index() -> Index {
    let mut index = Index::default();
    let mut fenna = Owner::new("9000017", &["Fenna Voorbeeld", "9000017", "De Linde", "Nederlands"]);
    fenna.add("d1", 1, "J. Bakker", "Rustig voor de brugklas.");
    fenna.add("d2", 2, "M. Klasen", "Vraagt door.");
    fenna.add("d3", 3, "", "De klas is stil.");
    index.put(fenna);
    let mut klaas = Owner::new("9000030", &["Klaas Modelsen", "9000030", "De Linde", "Engels"]);
    klaas.add("d4", 9, "", "Zoekt rust.");
    index.put(klaas);
    index
}

fn found(index: &Index, query: &str) -> (Vec<String>, Vec<String>) {
    let found = index.find(&Query::new(query), 10, 10);
    (found.owners, found.texts.into_iter().map(|hit| hit.id).collect())
}

#[test]
fn every_word_must_occur_and_the_best_come_first() {
    let index = index();
    let list = |ids: &[&str]| ids.iter().map(ToString::to_string).collect::<Vec<_>>();
    // A word begun, then the middle of one, then an author.
    assert_eq!(found(&index, "KLAS"), (list(&[]), list(&["d3", "d1", "d2"])));
    assert_eq!(found(&index, "rust"), (list(&[]), list(&["d4", "d1"])));
    assert_eq!(found(&index, "rust klas"), (list(&[]), list(&["d1"])));
    // A word of the student's name narrows the texts.
    assert_eq!(found(&index, "fenna klas").1, list(&["d3", "d1", "d2"]));
    assert_eq!(found(&index, "klaas rust").1, list(&["d4"]));
    assert_eq!(found(&index, "linde"), (list(&["9000017", "9000030"]), list(&[])));
    assert_eq!(found(&index, "9000030").0, list(&["9000030"]));
    assert_eq!(found(&index, "mod kla").0, list(&["9000030"]));
    assert_eq!(found(&index, "  "), (list(&[]), list(&[])));
    assert_eq!(found(&index, "d. vraagt").1, list(&[]), "a word never runs on into the next text");
}

#[test]
fn what_is_put_anew_or_taken_out_is_found_so() {
    let mut index = index();
    index.put(Owner::new("9000017", &["Fenna Anders", "9000017"]));
    assert_eq!(found(&index, "klas").1, Vec::<String>::new());
    assert_eq!(found(&index, "anders").0, ["9000017"]);
    index.remove("9000017");
    assert_eq!(found(&index, "anders").0, Vec::<String>::new());
    assert_eq!(found(&index, "rust").1, ["d4"]);
    assert_eq!(index.texts(), 1);
}

#[test]
fn what_is_left_out_is_counted() {
    let mut index = Index::default();
    for student in 0..300 {
        let mut owner = Owner::new(&student.to_string(), &["Vera"]);
        owner.add("a", student, "", "De klas.");
        owner.add("b", student, "", "Anders.");
        index.put(owner);
    }
    let found = index.find(&Query::new("klas"), 5, 7);
    assert_eq!((found.texts.len(), found.texts_total), (7, 300));
    assert_eq!(found.texts[0].owner, "299");
    assert_eq!(index.find(&Query::new("vera"), 5, 7).owners_total, 300);
}

#[test]
fn short_texts_are_marked_whole() {
    let pieces = marked("Fenna Voorbeeld", &Query::new("voor"));
    let shown: Vec<(&str, bool)> = pieces.iter().map(|piece| (piece.text.as_str(), piece.hit)).collect();
    assert_eq!(shown, [("Fenna ", false), ("Voor", true), ("beeld", false)]);
}

proptest! {
    #[test]
    fn every_hit_folds_to_what_was_looked_for(
        text in "[a-cA-CéÉëßæﬁĳİ😀𝒦k\u{308}\u{301} \n'’]{0,60}", from in 0usize..60, length in 1usize..6,
    ) {
        let piece: String = text.chars().skip(from).take(length).collect();
        let query = Query::new(&piece);
        let mut index = Index::default();
        let mut owner = Owner::new("1", &[]);
        owner.add("d", 0, "", &text);
        index.put(owner);
        let hit = index.find(&query, 1, 1).texts_total;
        if query.is_empty() {
            prop_assert_eq!(hit, 0);
        } else {
            prop_assert_eq!(hit, 1, "what stands in a text is found in it");
            let found = passage(&text, &query);
            let within = fold(&spanned(&text, &found));
            prop_assert!(query.words().any(|word| within.contains(word)));
            for piece in found.pieces.iter().filter(|piece| piece.hit) {
                let folded = fold(&piece.text);
                prop_assert!(query.words().any(|word| folded.contains(word)), "{:?}", piece);
            }
            let shown: String = found.pieces.iter().map(|piece| piece.text.as_str()).collect();
            let plain: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
            prop_assert!(plain.contains(&shown));
        }
    }
}
