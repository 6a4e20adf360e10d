//! Dutch sentences about files that come in.

use intake::FindingCode;

/// For a finding; `{value}` is filled in.
pub fn finding(code: FindingCode) -> &'static str {
    match code {
        FindingCode::OddPath => "Het bestand bevat onderdelen met een verdacht pad ({value}); die zijn overgeslagen.",
        FindingCode::TooDeep => {
            "Het bestand is dieper genest dan een echt document en wordt uit voorzorg niet geopend."
        }
        FindingCode::PdfUnreadable => {
            "Deze PDF kan niet worden gelezen. Open hem en bewaar hem opnieuw als PDF, of vraag het bestand opnieuw op."
        }
        FindingCode::TooManyPages => "Alleen de eerste {value} bladzijden zijn gelezen; het hele bestand is bewaard.",
        FindingCode::NoText => {
            "Dit bestand bevat geen leesbare tekst (een scan of een foto). Het is bewaard als bijlage; neem de tekst zelf over als je die wilt citeren."
        }
        FindingCode::LettersUnknown => {
            "Van {value} letters zegt deze PDF niet welke het zijn; er staat � op hun plaats. Lees het origineel ernaast."
        }
        FindingCode::AttachmentLeftOut => {
            "De bijlage {value} kon niet worden gelezen; hij zit in het bewaarde bestand."
        }
        FindingCode::AttachmentTooLarge => "De bijlage {value} is uitgepakt te groot en is overgeslagen.",
        FindingCode::AttachmentKept => "De bijlage {value} zit in het bewaarde bestand.",
        FindingCode::ReaderStopped => {
            "Het lezen van dit bestand vroeg te veel tijd of geheugen en is gestopt; er is niets overgenomen. Splits het bestand, of vraag het opnieuw op."
        }
        FindingCode::OldFormat => {
            "Dit is een bestand van een oude versie van Office (.doc of .xls). Sla het op als .docx of .xlsx en probeer opnieuw."
        }
        FindingCode::SheetLeftOut => "Werkbladen zonder herkenbare tabel zijn overgeslagen ({value}).",
        FindingCode::RowWithoutStudent => "Deze rij noemt geen student en zegt niets; hij is overgeslagen.",
        FindingCode::Absent => "Deze rij zegt alleen dat de student er niet was (‘{value}’); dat is geen datapunt.",
        FindingCode::MatchedByName => "Gekoppeld op naam aan {value}. Controleer of dat klopt.",
        FindingCode::SourceAssumed => {
            "Er is niet gezegd wie hier spreekt; gelezen als bron {value}. Kies een andere bron als dat niet klopt."
        }
        FindingCode::DateAssumed => "Er staat geen datum in; gelezen als {value}. Geef de datum op als dat niet klopt.",
        FindingCode::NothingToTake => {
            "In deze tabel is geen niveau en geen open tekst aangewezen. Zeg welke kolommen dat zijn."
        }
        FindingCode::SourceMissing => "Het is niet duidelijk welke bron hier spreekt. Kies de bron.",
        FindingCode::SourceUnknown => "De bron ‘{value}’ staat niet in het weegkader.",
        FindingCode::FileEmpty => "Het bestand is leeg. Vraag het opnieuw op.",
        FindingCode::TooLarge => "Het bestand is te groot (de grens is {value}). Splits het en voeg de delen toe.",
        FindingCode::UnpackedTooLarge => "Uitgepakt is dit bestand veel te groot ({value}); het is niet geopend.",
        FindingCode::FileBroken => "Het bestand is beschadigd of niet helemaal gedownload. Vraag het opnieuw op.",
        FindingCode::PasswordProtected => {
            "Dit bestand is beveiligd met een wachtwoord. Sla het op zonder wachtwoord en probeer opnieuw."
        }
        FindingCode::OtherThanNamed => {
            "Dit is een afbeelding ({value}) en niet wat de naam zegt. Vraag het echte bestand op, of geef het een naam die klopt."
        }
        FindingCode::KindNotRead => {
            "Deze soort bestand wordt niet gelezen. Neem de tekst over als datapunt, of vraag een Word-, PDF-, Excel- of tekstbestand."
        }
        FindingCode::NoJournalArchive => {
            "Dit is geen eJournal-archief: information.json ontbreekt. Pak het uit en voeg de bestanden zelf toe."
        }
        FindingCode::DtdRefused => "Het bestand bevat een DTD en wordt uit voorzorg niet geopend.",
        FindingCode::Macros => {
            "Dit bestand bevat macro’s; daarin wordt uit voorzorg niets ingevuld. Sla het op als .xlsx en probeer opnieuw."
        }
        FindingCode::TemplateUnclear => {
            "In dit sjabloon is de kolom ‘{value}’ niet met zekerheid te vinden; er is niets ingevuld. Kies het bestand zoals OSIRIS het maakt."
        }
        FindingCode::GradeColumnMissing => {
            "De kolom ‘{value}’ is niet met zekerheid te vinden; er is niets ingevuld. Exporteer de cijfers opnieuw uit Brightspace, of noem het beoordelingsitem."
        }
        FindingCode::LettersUnwritable => {
            "Een uitkomst heeft letters die dit bestand niet kan bevatten; er is niets ingevuld. Bewaar het als CSV UTF-8 en probeer opnieuw."
        }
        FindingCode::WideText => {
            "Dit is geen gewoon tekstbestand (UTF-16 of onleesbare tekens). Bewaar het als CSV UTF-8 en probeer opnieuw."
        }
        FindingCode::NulCharacter => {
            "Bevat een onleesbaar teken (NUL). Sla het bestand opnieuw op vanuit het programma waarmee het is gemaakt."
        }
        FindingCode::QuoteNotClosed => {
            "Aanhalingsteken geopend en nooit gesloten. Herstel deze cel en probeer opnieuw."
        }
        FindingCode::FarCell => "{value}: er staat iets ver buiten de tabel. Maak die cel leeg en probeer opnieuw.",
        FindingCode::TableNotRecognised => {
            "Deze tabel is niet herkend als studentenlijst of formulier. Geef met een kolomkoppeling aan wat de kolommen betekenen."
        }
        FindingCode::ColumnMissing => "De kolom ‘{value}’ ontbreekt. Voeg hem toe of geef een kolomkoppeling.",
        FindingCode::CellMissing => "Deze cel is leeg en wel nodig. Vul hem in.",
        FindingCode::InvalidNumber => {
            "Dit is geen studentnummer. Vul ten minste vier cijfers in, en niets anders, zoals 1234567."
        }
        FindingCode::StudentTwice => "Student {value} staat twee keer in de lijst. Laat één rij staan.",
        FindingCode::LooksLikeFormula => "Lijkt op een formule en is als tekst overgenomen.",
        FindingCode::InvalidDate => "Deze datum is niet te lezen. Schrijf hem als 31-01-2025.",
        FindingCode::DateOutsideYear => "Deze datum valt buiten het studiejaar. Controleer dag, maand en jaar. {value}",
        FindingCode::MappingDoesNotFit => {
            "De kolomkoppeling noemt ‘{value}’, maar dat is er niet in de tabel of het weegkader."
        }
        FindingCode::AuthorUnknown => {
            "De auteur is onbekend; dat staat zo bij het datapunt. Vul hem aan als je hem weet."
        }
        FindingCode::JsonInvalid => {
            "De JSON past niet in het formaat, op regel en kolom {value}. Vergelijk met `weegschaal schema`."
        }
        FindingCode::VersionUnknown => "Dit formaat is niet bekend ({value}). Werk het programma bij.",
        FindingCode::KeyTwice => "De sleutel {value} komt twee keer voor. Laat er één staan.",
    }
}

/// For a row that waits, by the code of its reason.
pub fn pending(code: &str) -> &str {
    match code {
        "unknown_number" => "wacht: dit nummer is van niemand in het werkbestand.",
        "ambiguous_student" => "wacht: het is niet zeker over welke student dit gaat.",
        "likely_double" => "wacht: dezelfde auteur schreef al over deze student; de eerste is overgenomen.",
        "unmapped_level" => "wacht: dit niveauwoord heeft geen betekenis gekregen.",
        "quadrant_missing" => "is overgenomen, maar het kwadrant ontbreekt.",
        other => other,
    }
}
