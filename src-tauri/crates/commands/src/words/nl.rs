//! Dutch sentences.

mod importing;

pub use importing::{finding, pending};

use crate::api::ProblemCode;

/// For a problem; `{value}` is filled in.
pub fn problem(code: ProblemCode) -> &'static str {
    match code {
        ProblemCode::WrongPassphrase => {
            "De wachtzin klopt niet. Probeer het opnieuw; let op hoofdletters. Kwijt? Open met de herstelsleutel."
        }
        ProblemCode::TooManyTries => {
            "Te vaak een verkeerde wachtzin. Wacht {value} seconden en probeer het dan opnieuw."
        }
        ProblemCode::WrongRecoveryKey => {
            "De herstelsleutel klopt niet. Controleer elk groepje tekens; de letters O en I komen er niet in voor."
        }
        ProblemCode::PassphraseTooWeak => {
            "Deze wachtzin is te kort of te eentonig. Kies een zin van ten minste {value} tekens, bijvoorbeeld vier losse woorden."
        }
        ProblemCode::FileNotFound => "Dit bestand is er niet. Controleer de naam en de map.",
        ProblemCode::NotAWorkspace => {
            "Dit is geen werkbestand van Weegschaal. Kies een bestand dat eindigt op .weegschaal."
        }
        ProblemCode::WorkspaceDamaged => {
            "Dit werkbestand is beschadigd en is daarom niet geopend; er is niets aan veranderd. Zet de laatste reservekopie terug."
        }
        ProblemCode::WorkspaceTooNew => {
            "Dit werkbestand is gemaakt met een nieuwere versie van Weegschaal. Werk het programma bij en probeer het opnieuw."
        }
        ProblemCode::KeyFileMissing => {
            "Het sleutelbestand (.sleutel) naast het werkbestand ontbreekt. Zet het terug op dezelfde plaats, of open met de herstelsleutel."
        }
        ProblemCode::WorkspaceInUse => {
            "Dit werkbestand is al geopend, in een ander venster of door iemand anders. Sluit het daar eerst."
        }
        ProblemCode::AlreadyExists => {
            "Er staat al een bestand met deze naam. Kies een andere naam; er is niets overschreven."
        }
        ProblemCode::FolderNotFound => "Deze map bestaat niet. Maak de map eerst, of kies een andere.",
        ProblemCode::NotReadable => {
            "Dit bestand mag je niet lezen. Vraag wie het beheert om leesrechten, of kies een ander bestand."
        }
        ProblemCode::ReadOnly => {
            "Hier mag niet geschreven worden. Kies een map waarin je mag schrijven, of vraag om rechten."
        }
        ProblemCode::DiskFull => "De schijf is vol. Maak ruimte en probeer het opnieuw; wat al bewaard was, is er nog.",
        ProblemCode::WorkspaceNotWritten => {
            "Het werkbestand kon niet verder worden geschreven: het mag niet groter worden (een quotum) of de schijf hapert. Wat al bewaard was, is er nog. Los dat op en probeer het opnieuw."
        }
        ProblemCode::UnsuitableFolder => {
            "Deze map staat op een netwerk of wordt met de cloud gedeeld; daar kan het werkbestand stukgaan of uitlekken. Kies een map op deze computer."
        }
        ProblemCode::InputOutput => {
            "Lezen of schrijven is mislukt ({value}). Controleer de schijf en probeer het opnieuw."
        }
        ProblemCode::NotOpen => "Er is geen werkbestand open. Open er eerst een.",
        ProblemCode::UnknownStudent => {
            "Deze student staat niet in het werkbestand. Controleer het studentnummer, of voeg eerst de studentenlijst toe."
        }
        ProblemCode::UnknownDataPoint => {
            "Dit datapunt is er niet (meer). Ga naar Dossiers en open het dossier opnieuw."
        }
        ProblemCode::UnknownCriterion => {
            "Dit criterium staat niet in het weegkader. Controleer de code, bijvoorbeeld K1."
        }
        ProblemCode::UnknownSource => {
            "Deze bron staat niet in het weegkader. Controleer de naam, bijvoorbeeld werkplek."
        }
        ProblemCode::UnknownLevel => {
            "Niveau {value} ligt buiten de schaal van het weegkader. Kies een niveau van die schaal."
        }
        ProblemCode::UnknownOutcome => {
            "Deze uitkomst staat niet in het weegkader. Kies een uitkomst die er wel in staat."
        }
        ProblemCode::UnknownConversation => {
            "Dit gesprek is er niet (meer). Ga naar Dossiers en open het dossier opnieuw."
        }
        ProblemCode::TextStands => {
            "De tekst verandert niet meer: hij komt uit een bewaard bestand, of er zijn al passages in aangewezen. Voeg een nieuw datapunt toe met de tekst zoals die moet zijn."
        }
        ProblemCode::UnknownIndication => {
            "Deze duiding is er niet (meer). Ga naar Dossiers en open het dossier opnieuw."
        }
        ProblemCode::InvalidYear => "‘{value}’ is geen studiejaar. Schrijf het als 2024-2025.",
        ProblemCode::InvalidDate => "Dit is geen datum. Schrijf de datum als 2025-05-20.",
        ProblemCode::DateOutsideYear => "Deze datum valt buiten het studiejaar {value}. Controleer dag, maand en jaar.",
        ProblemCode::InvalidNumber => "Dit is geen studentnummer. Gebruik alleen cijfers, zoals 1234567.",
        ProblemCode::TextMissing => "Hier ontbreekt tekst. Vul die in en probeer het opnieuw.",
        ProblemCode::WeightsSum => "De gewichten zijn samen {value} en moeten 100 zijn. Pas er een of meer aan.",
        ProblemCode::WeightOutsideBand => {
            "Het gewicht {value} ligt buiten de bandbreedte van deze bron. Kies een gewicht binnen de band."
        }
        ProblemCode::WeightsFrozen => {
            "De gewichten zijn bevroren voor dit cohort en veranderen niet meer. Een andere weging begint bij een volgend cohort."
        }
        ProblemCode::FrameworkFaulty => {
            "Het weegkader in dit bestand klopt niet ({value}). Herstel het en probeer het opnieuw."
        }
        ProblemCode::FrameworkDiffers => {
            "Dit bestand heeft een ander weegkader of andere gewichten dan dit werkbestand, en hier staat al bewijs. Er is niets overgenomen; gebruik een nieuw werkbestand."
        }
        ProblemCode::ExcerptOutside => "De aangewezen passage ({value}) valt buiten de tekst. Wijs hem opnieuw aan.",
        ProblemCode::JudgementEstablished => {
            "Dit oordeel is al vastgesteld en verandert niet meer. Begin een herziening of een nieuwe gelegenheid."
        }
        ProblemCode::NoJudgement => {
            "Voor deze gelegenheid is er nog geen oordeel. Schrijf het eerst, onder Oordeel in het dossier."
        }
        ProblemCode::ObstaclesRemain => "Nog niet vast te stellen: {value}.",
        ProblemCode::NotEstablished => "Er is nog geen vastgesteld oordeel. Stel het eerst vast.",
        ProblemCode::NoMandate => {
            "Er is geen examinator met een mandaat op deze datum. Leg het mandaat vast voordat je vaststelt."
        }
        ProblemCode::MandateExists => "Deze persoon heeft dit mandaat al. Wijzig de dagen van dat mandaat.",
        ProblemCode::MandateUsed => {
            "Op dit mandaat staat een oordeel dat is vastgesteld op {value}. Laat het mandaat die dag gelden."
        }
        ProblemCode::DaysOutOfOrder => "Deze dagen volgen niet op elkaar. Controleer begin en einde.",
        ProblemCode::AttemptOutOfOrder => "Gelegenheid {value} kan nu niet: de vorige moet eerst zijn vastgesteld.",
        ProblemCode::FormFailed => "Het formulier kon niet worden gemaakt. Meld dit met de code van het logboek.",
        ProblemCode::SignatureFailed => {
            "De handtekening kon niet worden gezet; er is geen formulier geschreven. Probeer het opnieuw."
        }
        ProblemCode::SignerUnknown => {
            "Dit certificaat is hier niet (meer) te vertrouwen. Controleer het formulier opnieuw."
        }
        ProblemCode::FingerprintDiffers => {
            "De vingerafdruk is een andere dan die van dit certificaat. Vertrouw het niet; vraag het certificaat opnieuw op."
        }
        ProblemCode::CertificateUnfit => {
            "Dit certificaat is niet bedoeld voor wat je het wilt laten doen. Vraag het certificaat dat andere uitgeeft, of dat van de ondertekenaar zelf."
        }
        ProblemCode::NotACertificate => {
            "Dit is geen certificaat dat hier te gebruiken is. Kies een bestand in PEM of DER (.pem, .crt, .cer, .der) met een sleutel die sterk genoeg is."
        }
        ProblemCode::SeveralCertificates => {
            "Dit bestand bevat {value} certificaten. Kies een bestand met één certificaat, zodat je zijn vingerafdruk kunt vergelijken."
        }
        ProblemCode::FormTooLarge => {
            "Dit bestand is groter dan welk formulier dan ook (de grens is {value}) en is niet gelezen. Vraag het formulier zelf op; dat is kleiner dan 1 MB."
        }
        ProblemCode::NotAPdf => "Dit is geen PDF. Kies het formulier zelf.",
        ProblemCode::IsFolder => "Dit is een map. Kies de bestanden erin.",
        ProblemCode::Cancelled => "Gestopt; er is niets toegevoegd.",
        ProblemCode::FileTooLarge => {
            "Dit bestand is te groot; de grens is {value}. Splits het, of voeg alleen toe wat nodig is."
        }
        ProblemCode::FileRefused => "{value}",
        ProblemCode::CodesNotChosen => {
            "Er is nog niet gekozen welke code van OSIRIS bij welke uitkomst hoort; er is niets geschreven. Klopt dit voorstel, geef het dan mee (vul aan wat leeg is, of laat leeg om niets in te vullen): {value}"
        }
        ProblemCode::OutputChanged => {
            "Het bestand of een oordeel is veranderd sinds je keek; er is niets geschreven. Kijk opnieuw wat er wordt ingevuld."
        }
        ProblemCode::ItemUnfit => {
            "Deze naam van een beoordelingsitem kan niet in een CSV-bestand: hij begint met een teken waarmee een formule begint. Kies een andere naam."
        }
        ProblemCode::FileUnreadable => {
            "Dit bestand is niet te lezen ({value}). Open het in het programma waarmee het is gemaakt en bewaar het opnieuw."
        }
        ProblemCode::JsonInvalid => {
            "De JSON past niet in het afgesproken formaat (plaats {value}). Vergelijk met `weegschaal schema`."
        }
        ProblemCode::NothingToUndo => "Er is niets om ongedaan te maken.",
        ProblemCode::CannotUndo => {
            "Deze handeling kan niet meer ongedaan worden gemaakt: er is daarna iets op gebouwd of veranderd. Moet een vastgesteld oordeel anders, begin dan een herziening."
        }
        ProblemCode::FrameworkFrozen => {
            "De weging is bevroren voor dit cohort. In het kader veranderen dan alleen namen en korte namen; de rest begint bij een volgend cohort."
        }
        ProblemCode::FrameworkInUse => {
            "Hier hangt bewijs of een oordeel aan; het verdwijnt niet ongemerkt. Haal eerst weg wat eraan hangt, of laat dit in het kader staan."
        }
        ProblemCode::NoKaderDraft => "Er is niets veranderd aan kader of weging.",
        ProblemCode::KaderDraftOpen => {
            "Er staat nog een wijziging van de weging open. Neem die eerst in gebruik of gooi haar weg."
        }
        ProblemCode::UnknownVersion => "Deze versie van het kader is er niet. Kies er een uit de lijst met versies.",
        ProblemCode::WrongKeyPassphrase => {
            "De wachtzin van het sleutelbestand klopt niet. Probeer het opnieuw; let op hoofdletters."
        }
        ProblemCode::NotAKeyFile => {
            "Dit is geen sleutelbestand (.p12 of .pfx), of het is beschadigd. Kies het bestand dat je van de uitgever kreeg."
        }
        ProblemCode::NoKeyInFile => {
            "In dit bestand staat geen persoonlijke sleutel met een certificaat erbij. Exporteer het opnieuw, met de persoonlijke sleutel."
        }
        ProblemCode::KeyExpired => {
            "Dit certificaat is verlopen; het gold tot en met {value}. Kies een ander, of vraag een nieuw aan."
        }
        ProblemCode::KeyNotYetValid => "Dit certificaat geldt pas vanaf {value}. Wacht tot die dag, of kies een ander.",
        ProblemCode::KeyNotForSigning => {
            "Dit certificaat is niet bedoeld om documenten te ondertekenen. Kies een certificaat voor handtekeningen."
        }
        ProblemCode::KeyTooSmall => {
            "Deze sleutel is te klein om op te vertrouwen. Nodig is RSA van ten minste 2048 bits, of EC P-256 of P-384."
        }
        ProblemCode::KeyUnsupported => {
            "Deze soort sleutel wordt niet gebruikt. Nodig is RSA van ten minste 2048 bits, of EC P-256 of P-384."
        }
        ProblemCode::KeyRefused => {
            "De sleutel weigerde te ondertekenen. Controleer de kaart of het certificaat en probeer het opnieuw."
        }
        ProblemCode::TokenLibrary => {
            "De bibliotheek van de kaart of token is niet te laden. Controleer het pad, of installeer de software van de uitgever opnieuw."
        }
        ProblemCode::NoToken => "Er is geen kaart of token gevonden. Steek hem in de lezer en probeer het opnieuw.",
        ProblemCode::NoKeyOnToken => {
            "Op deze kaart of token staat het gekozen certificaat niet, of de sleutel ervan ontbreekt. Kies een ander certificaat."
        }
        ProblemCode::WrongPin => {
            "De pincode klopt niet. Probeer het opnieuw, maar niet te vaak: na enkele keren blokkeert de kaart."
        }
        ProblemCode::PinLocked => {
            "De pincode is geblokkeerd of moet eerst worden gewijzigd. Doe dat met de software van de kaart."
        }
        ProblemCode::TokenGone => {
            "De kaart of token is weggehaald of antwoordt niet meer. Steek hem terug en begin opnieuw; wat al ondertekend is, blijft staan."
        }
        ProblemCode::StampAddress => {
            "Dit is geen adres van een tijdstempeldienst. Schrijf het als https://tijd.voorbeeld.nl, zonder naam en wachtwoord erin."
        }
        ProblemCode::NotAList => {
            "Dit is geen intrekkingslijst (.crl of .pem), of ze is beschadigd. Haal de lijst opnieuw op bij de uitgever van het certificaat."
        }
        ProblemCode::ListUnfit => {
            "Deze intrekkingslijst geldt maar voor een deel van de certificaten, of zegt niet tot wanneer ze geldt. Haal de volledige lijst op, of laat haar weg."
        }
        ProblemCode::ListOutdated => {
            "Deze intrekkingslijst gold tot {value}. Haal een nieuwe op bij de uitgever van het certificaat, of laat haar weg."
        }
        ProblemCode::ListsTooLarge => {
            "Met deze intrekkingslijst wordt elk formulier te groot; samen mogen de lijsten {value} zijn. Laat weg wat niet bij de ondertekenaar of de tijdstempeldienst hoort."
        }
        ProblemCode::TooManyLists => {
            "Er kunnen ten hoogste {value} intrekkingslijsten mee. Laat weg wat niet bij de ondertekenaar of de tijdstempeldienst hoort."
        }
        ProblemCode::KeyRevoked => {
            "Volgens deze intrekkingslijst is het certificaat van de ondertekenaar, of van een uitgever erboven, ingetrokken op {value}. Er is niets ondertekend; kies een andere sleutel."
        }
        ProblemCode::PatternUnknown => {
            "De plaatshouder {value} bestaat niet. Te kiezen zijn {nummer}, {luk}, {gelegenheid}, {herziening}, {naam}, {datum} en {uitkomst}."
        }
        ProblemCode::PatternLacks => {
            "In het naampatroon ontbreekt {value}; zonder kunnen twee formulieren dezelfde naam krijgen."
        }
        ProblemCode::PatternCharacter => {
            "Het teken {value} kan niet in een bestandsnaam staan. Kies een ander, bijvoorbeeld een liggend streepje."
        }
        ProblemCode::PatternTouching => {
            "Tussen {value} moet een teken staan, bijvoorbeeld _; anders kunnen twee formulieren dezelfde naam krijgen."
        }
        ProblemCode::PatternUnfit => {
            "Zo kan een bestand niet heten (‘{value}’). Houd het kort, gebruik elke plaatshouder één keer en begin niet met een punt of spatie."
        }
        ProblemCode::NamesCollide => {
            "Twee formulieren zouden allebei ‘{value}’ heten. Pas het naampatroon aan; er is niets geschreven."
        }
        ProblemCode::FormDiffers => {
            "In de map staat onder deze naam iets anders dan wat hier is ondertekend; het is niet overschreven. Verplaats dat bestand als het weg mag."
        }
        ProblemCode::FileHeld => {
            "Dit bestand is in een ander programma geopend, dat het niet loslaat. Sluit het daar en probeer het opnieuw."
        }
        ProblemCode::NotSignedYet => {
            "Dit formulier heeft nog geen eerste handtekening. Laat het eerst ondertekenen door wie het oordeel vaststelde."
        }
        ProblemCode::SameSigner => {
            "De tweede handtekening moet van iemand anders zijn dan de eerste. Kies een andere sleutel."
        }
        ProblemCode::Internal => {
            "Er ging iets mis in het programma zelf ({value}). Wat al bewaard was, is bewaard. Begin opnieuw en meld dit."
        }
    }
}

/// For an obstacle, by its code.
pub fn obstacle(code: &str) -> &str {
    match code {
        "statement_missing" => "de uitspraak van de student ontbreekt",
        "outcome_missing" => "er is geen uitkomst gekozen",
        "outcome_unknown" => "de uitkomst staat niet in het weegkader",
        "rationale_missing" => "de onderbouwing van het geheel ontbreekt",
        "criterion_rationale_missing" => "de onderbouwing van een criterium ontbreekt",
        "citation_missing" => "een criterium heeft nog geen citaat",
        "citation_broken" => "een citaat wijst nergens naar",
        "criterion_unknown" => "het criterium staat niet in het weegkader",
        "discrepancy_unanswered" => "een tegenspraak is niet beantwoord",
        "vraak_not_met" => "aan VRAAK is niet voldaan",
        "saturation_missing" => "de vraag naar verzadiging is niet beantwoord",
        "not_saturated" => "er is volgens het antwoord nog niet genoeg",
        "picture_differs" => "beeld en uitkomst verschillen: zeg in één zin waarom",
        "mandate_missing" => "er is geen mandaat op deze datum",
        other => other,
    }
}

/// For a reason of `verify` or `journal --check`, by its code.
pub fn reason(code: &str) -> Option<&'static str> {
    Some(match code {
        "journal_intact" => "De keten van het logboek klopt.",
        "journal_broken" => "De keten van het logboek klopt NIET: er is iets veranderd of weggehaald.",
        "judgement_differs" => "Het ingesloten oordeel is niet het oordeel waarvan het formulier de hash noemt.",
        "replaced_by_revision" => "Dit oordeel is later vervangen door een herziening.",
        "not_ours" => "Dit is geen formulier van Weegschaal en kan hier niet worden beoordeeld.",
        "too_large" => "Het bestand is groter dan welk formulier dan ook.",
        "too_deep" => "Het bestand is dieper genest dan welk formulier dan ook.",
        "active_content" => {
            "Het bestand bevat onderdelen die uit zichzelf iets doen; die staan nooit op een formulier."
        }
        "trailing_bytes" => "Na het formulier staat nog iets in het bestand dat er niet hoort.",
        "broken_chain" => "Een latere wijziging sluit niet aan op het formulier.",
        "changed_after_signing" => "Na het ondertekenen is iets anders veranderd dan een handtekening.",
        "signature_shape" => "De handtekening is niet zoals Weegschaal die zet.",
        "byte_range" => "De handtekening dekt niet precies het hele formulier.",
        "container" => "De handtekening is niet te lezen.",
        "unsupported_signature" => "De handtekening gebruikt iets dat Weegschaal niet gebruikt.",
        "digest_mismatch" => "Het formulier is na het ondertekenen veranderd.",
        "signature_mismatch" => "De handtekening hoort niet bij het certificaat.",
        "certificate_mismatch" => "De handtekening noemt een ander certificaat dan wat erbij zit.",
        "certificate" => "Het certificaat is niet te lezen of gebruikt een te zwakke sleutel.",
        "key_usage" => "Het certificaat is niet bedoeld om documenten te ondertekenen.",
        "outside_certificate_period" => "De handtekening noemt een tijd waarop het certificaat niet gold.",
        "in_future" => "De handtekening noemt een tijd in de toekomst.",
        "stamp_broken" => "Het tijdstempel bij de handtekening klopt niet.",
        "validation_data" => "Er zijn controlegegevens bijgevoegd die bij geen handtekening horen.",
        "revoked" => "Het certificaat van de ondertekenaar is ingetrokken.",
        "certificate_expired" => "Het certificaat is inmiddels verlopen; toen er werd getekend gold het nog.",
        "untrusted_signer" => {
            "Een ondertekenaar is hier niet bekend. Vergelijk de vingerafdruk van het certificaat met die je van de ondertekenaar zelf kreeg."
        }
        "wrong_order" => "De tweede handtekening is gezet voordat de eerste er stond.",
        "unsigned" => "Er staat geen handtekening op.",
        _ => return None,
    })
}

/// What is judged: the name of the learning outcome, and of its grade item unless another is named.
pub const LEARNING_OUTCOME: &str = "Oriëntatie op het beroep";
