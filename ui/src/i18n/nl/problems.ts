/** What went wrong, and what to do: total over every code. */
import type { ProblemCode } from '../../bindings/index.ts';

const sentences: Record<ProblemCode, string> = {
  wrong_passphrase:
    'De wachtzin klopt niet. Probeer het opnieuw; let op hoofdletters. Kwijt? Open met de herstelsleutel.',
  too_many_tries: 'Te vaak een verkeerde wachtzin. Wacht {value} seconden en probeer het dan opnieuw.',
  wrong_recovery_key:
    'De herstelsleutel klopt niet. Controleer elk groepje tekens; de letters O en I komen er niet in voor.',
  passphrase_too_weak:
    'Deze wachtzin is te kort of te eentonig. Kies een zin van ten minste {value} tekens, bijvoorbeeld vier losse woorden.',
  file_not_found: 'Dit bestand is er niet. Controleer de naam en de map.',
  not_a_workspace: 'Dit is geen werkbestand van Weegschaal. Kies een bestand dat eindigt op .weegschaal.',
  workspace_damaged:
    'Dit werkbestand is beschadigd en is daarom niet geopend; er is niets aan veranderd. Zet de laatste reservekopie terug.',
  workspace_too_new:
    'Dit werkbestand is gemaakt met een nieuwere versie van Weegschaal. Werk het programma bij en probeer het opnieuw.',
  key_file_missing:
    'Het sleutelbestand (.sleutel) naast het werkbestand ontbreekt. Zet het terug op dezelfde plaats, of open met de herstelsleutel.',
  workspace_in_use: 'Dit werkbestand is al geopend, in een ander venster of door iemand anders. Sluit het daar eerst.',
  already_exists: 'Er staat al een bestand met deze naam. Kies een andere naam; er is niets overschreven.',
  folder_not_found: 'Deze map bestaat niet. Maak de map eerst, of kies een andere.',
  read_only: 'Hier mag niet geschreven worden. Kies een map waarin je mag schrijven, of vraag om rechten.',
  not_readable: 'Dit bestand mag je niet lezen. Vraag wie het beheert om leesrechten, of kies een ander bestand.',
  disk_full: 'De schijf is vol. Maak ruimte en probeer het opnieuw; wat al bewaard was, is er nog.',
  workspace_not_written:
    'Het werkbestand kon niet verder worden geschreven: het mag niet groter worden (een quotum) of de schijf hapert. Wat al bewaard was, is er nog. Los dat op en probeer het opnieuw.',
  unsuitable_folder:
    'Deze map staat op een netwerk of wordt met de cloud gedeeld; daar kan het werkbestand stukgaan of uitlekken. Kies een map op deze computer.',
  input_output: 'Lezen of schrijven is mislukt ({value}). Controleer de schijf en probeer het opnieuw.',
  not_open: 'Er is geen werkbestand open. Open er eerst een.',
  unknown_student:
    'Deze student staat niet in het werkbestand. Controleer het studentnummer, of voeg eerst de studentenlijst toe.',
  unknown_data_point: 'Dit datapunt is er niet (meer). Ga naar Dossiers en open het dossier opnieuw.',
  unknown_criterion: 'Dit criterium staat niet in het weegkader. Controleer de code, bijvoorbeeld K1.',
  unknown_source: 'Deze bron staat niet in het weegkader. Controleer de naam, bijvoorbeeld werkplek.',
  unknown_level: 'Niveau {value} ligt buiten de schaal van het weegkader. Kies een niveau van die schaal.',
  unknown_outcome: 'Deze uitkomst staat niet in het weegkader. Kies een uitkomst die er wel in staat.',
  unknown_conversation: 'Dit gesprek is er niet (meer). Ga naar Dossiers en open het dossier opnieuw.',
  text_stands:
    'De tekst verandert niet meer: hij komt uit een bewaard bestand, of er zijn al passages in aangewezen. Voeg een nieuw datapunt toe met de tekst zoals die moet zijn.',
  unknown_indication: 'Deze duiding is er niet (meer). Ga naar Dossiers en open het dossier opnieuw.',
  invalid_year: '‘{value}’ is geen studiejaar. Schrijf het als 2024-2025.',
  invalid_date: 'Dit is geen datum. Schrijf de datum als 2025-05-20.',
  date_outside_year: 'Deze datum valt buiten het studiejaar {value}. Controleer dag, maand en jaar.',
  invalid_number: 'Dit is geen studentnummer. Gebruik alleen cijfers, zoals 1234567.',
  text_missing: 'Hier ontbreekt tekst. Vul die in en probeer het opnieuw.',
  weights_sum: 'De gewichten zijn samen {value} en moeten 100 zijn. Pas er een of meer aan.',
  weight_outside_band: 'Het gewicht {value} ligt buiten de bandbreedte van deze bron. Kies een gewicht binnen de band.',
  weights_frozen:
    'De gewichten zijn bevroren voor dit cohort en veranderen niet meer. Een andere weging begint bij een volgend cohort.',
  framework_faulty: 'Het weegkader in dit bestand klopt niet ({value}). Herstel het en probeer het opnieuw.',
  framework_differs:
    'Dit bestand heeft een ander weegkader of andere gewichten dan dit werkbestand, en hier staat al bewijs. Er is niets overgenomen; gebruik een nieuw werkbestand.',
  excerpt_outside: 'De aangewezen passage ({value}) valt buiten de tekst. Wijs hem opnieuw aan.',
  judgement_established:
    'Dit oordeel is al vastgesteld en verandert niet meer. Begin een herziening of een nieuwe gelegenheid.',
  no_judgement: 'Voor deze gelegenheid is er nog geen oordeel. Schrijf het eerst, onder Oordeel in het dossier.',
  obstacles_remain: 'Nog niet vast te stellen: onder Oordeel staat wat er nog in de weg staat.',
  not_established: 'Er is nog geen vastgesteld oordeel. Stel het eerst vast.',
  no_mandate: 'Er is geen examinator met een mandaat op deze datum. Leg het mandaat vast voordat je vaststelt.',
  mandate_exists: 'Deze persoon heeft dit mandaat al. Wijzig de dagen van dat mandaat.',
  mandate_used: 'Op dit mandaat staat een oordeel dat is vastgesteld op {value}. Laat het mandaat die dag gelden.',
  days_out_of_order: 'Deze dagen volgen niet op elkaar. Controleer begin en einde.',
  attempt_out_of_order: 'Gelegenheid {value} kan nu niet: de vorige moet eerst zijn vastgesteld.',
  form_failed: 'Het formulier kon niet worden gemaakt. Meld dit met de code van het logboek.',
  signature_failed: 'De handtekening kon niet worden gezet; er is geen formulier geschreven. Probeer het opnieuw.',
  signer_unknown: 'Dit certificaat is hier niet (meer) te vertrouwen. Controleer het formulier opnieuw.',
  fingerprint_differs:
    'De vingerafdruk is een andere dan die van dit certificaat. Vertrouw het niet; vraag het certificaat opnieuw op.',
  certificate_unfit:
    'Dit certificaat is niet bedoeld voor wat je het wilt laten doen. Vraag het certificaat dat andere uitgeeft, of dat van de ondertekenaar zelf.',
  not_a_certificate:
    'Dit is geen certificaat dat hier te gebruiken is. Kies een bestand in PEM of DER (.pem, .crt, .cer, .der) met een sleutel die sterk genoeg is.',
  several_certificates:
    'Dit bestand bevat {value} certificaten. Kies een bestand met één certificaat, zodat je zijn vingerafdruk kunt vergelijken.',
  form_too_large:
    'Dit bestand is groter dan welk formulier dan ook (de grens is {value}) en is niet gelezen. Vraag het formulier zelf op; dat is kleiner dan 1 MB.',
  not_a_pdf: 'Dit is geen PDF. Kies het formulier zelf.',
  is_folder: 'Dit is een map. Kies de bestanden erin.',
  cancelled: 'Gestopt; er is niets toegevoegd.',
  file_too_large: 'Dit bestand is te groot; de grens is {value}. Splits het, of voeg alleen toe wat nodig is.',
  file_unreadable:
    'Dit bestand is niet te lezen ({value}). Open het in het programma waarmee het is gemaakt en bewaar het opnieuw.',
  file_refused: '{value}',
  codes_not_chosen: 'Kies eerst welke code van OSIRIS bij welke uitkomst hoort. Er is niets geschreven.',
  output_changed:
    'Het bestand of een oordeel is veranderd sinds je keek; er is niets geschreven. Kijk opnieuw wat er wordt ingevuld.',
  item_unfit:
    'Deze naam van een beoordelingsitem kan niet in een CSV-bestand: hij begint met een teken waarmee een formule begint. Kies een andere naam.',
  json_invalid: 'De JSON past niet in het afgesproken formaat (plaats {value}). Vergelijk met `weegschaal schema`.',
  nothing_to_undo: 'Er is niets om ongedaan te maken.',
  cannot_undo:
    'Deze handeling kan niet meer ongedaan worden gemaakt: er is daarna iets op gebouwd of veranderd. Moet een vastgesteld oordeel anders, begin dan een herziening.',
  framework_frozen:
    'De weging is bevroren voor dit cohort. In het kader veranderen dan alleen namen en korte namen; de rest begint bij een volgend cohort.',
  framework_in_use:
    'Hier hangt bewijs of een oordeel aan; het verdwijnt niet ongemerkt. Haal eerst weg wat eraan hangt, of laat dit in het kader staan.',
  no_kader_draft: 'Er is niets veranderd aan kader of weging.',
  kader_draft_open: 'Er staat nog een wijziging van de weging open. Neem die eerst in gebruik of gooi haar weg.',
  unknown_version: 'Deze versie van het kader is er niet. Kies er een uit de lijst met versies.',
  wrong_key_passphrase: 'De wachtzin van het sleutelbestand klopt niet. Probeer het opnieuw; let op hoofdletters.',
  not_a_key_file:
    'Dit is geen sleutelbestand (.p12 of .pfx), of het is beschadigd. Kies het bestand dat je van de uitgever kreeg.',
  no_key_in_file:
    'In dit bestand staat geen persoonlijke sleutel met een certificaat erbij. Exporteer het opnieuw, met de persoonlijke sleutel.',
  key_expired: 'Dit certificaat is verlopen; het gold tot en met {value}. Kies een ander, of vraag een nieuw aan.',
  key_not_yet_valid: 'Dit certificaat geldt pas vanaf {value}. Wacht tot die dag, of kies een ander.',
  key_not_for_signing:
    'Dit certificaat is niet bedoeld om documenten te ondertekenen. Kies een certificaat voor handtekeningen.',
  key_too_small:
    'Deze sleutel is te klein om op te vertrouwen. Nodig is RSA van ten minste 2048 bits, of EC P-256 of P-384.',
  key_unsupported:
    'Deze soort sleutel wordt niet gebruikt. Nodig is RSA van ten minste 2048 bits, of EC P-256 of P-384.',
  key_refused: 'De sleutel weigerde te ondertekenen. Controleer de kaart of het certificaat en probeer het opnieuw.',
  token_library:
    'De bibliotheek van de kaart of token is niet te laden. Controleer het pad, of installeer de software van de uitgever opnieuw.',
  no_token: 'Er is geen kaart of token gevonden. Steek hem in de lezer en probeer het opnieuw.',
  no_key_on_token:
    'Op deze kaart of token staat het gekozen certificaat niet, of de sleutel ervan ontbreekt. Kies een ander certificaat.',
  wrong_pin: 'De pincode klopt niet. Probeer het opnieuw, maar niet te vaak: na enkele keren blokkeert de kaart.',
  pin_locked: 'De pincode is geblokkeerd of moet eerst worden gewijzigd. Doe dat met de software van de kaart.',
  token_gone:
    'De kaart of token is weggehaald of antwoordt niet meer. Steek hem terug en begin opnieuw; wat al ondertekend is, blijft staan.',
  stamp_address:
    'Dit is geen adres van een tijdstempeldienst. Schrijf het als https://tijd.voorbeeld.nl, zonder naam en wachtwoord erin.',
  not_a_list:
    'Dit is geen intrekkingslijst (.crl of .pem), of ze is beschadigd. Haal de lijst opnieuw op bij de uitgever van het certificaat.',
  list_unfit:
    'Deze intrekkingslijst geldt maar voor een deel van de certificaten, of zegt niet tot wanneer ze geldt. Haal de volledige lijst op, of laat haar weg.',
  list_outdated:
    'Deze intrekkingslijst gold tot {value}. Haal een nieuwe op bij de uitgever van het certificaat, of laat haar weg.',
  lists_too_large:
    'Met deze intrekkingslijst wordt elk formulier te groot; samen mogen de lijsten {value} zijn. Laat weg wat niet bij de ondertekenaar of de tijdstempeldienst hoort.',
  too_many_lists:
    'Er kunnen ten hoogste {value} intrekkingslijsten mee. Laat weg wat niet bij de ondertekenaar of de tijdstempeldienst hoort.',
  key_revoked:
    'Volgens deze intrekkingslijst is het certificaat van de ondertekenaar, of van een uitgever erboven, ingetrokken op {value}. Er is niets ondertekend; kies een andere sleutel.',
  pattern_unknown:
    'De plaatshouder {value} bestaat niet. Te kiezen zijn {nummer}, {luk}, {gelegenheid}, {herziening}, {naam}, {datum} en {uitkomst}.',
  pattern_lacks: 'In het naampatroon ontbreekt {value}; zonder kunnen twee formulieren dezelfde naam krijgen.',
  pattern_character:
    'Het teken {value} kan niet in een bestandsnaam staan. Kies een ander, bijvoorbeeld een liggend streepje.',
  pattern_touching:
    'Tussen {value} moet een teken staan, bijvoorbeeld _; anders kunnen twee formulieren dezelfde naam krijgen.',
  pattern_unfit:
    'Zo kan een bestand niet heten (‘{value}’). Houd het kort, gebruik elke plaatshouder één keer en begin niet met een punt of spatie.',
  names_collide: 'Twee formulieren zouden allebei ‘{value}’ heten. Pas het naampatroon aan; er is niets geschreven.',
  form_differs:
    'In de map staat onder deze naam iets anders dan wat hier is ondertekend; het is niet overschreven. Verplaats dat bestand als het weg mag.',
  file_held:
    'Dit bestand is in een ander programma geopend, dat het niet loslaat. Sluit het daar en probeer het opnieuw.',
  not_signed_yet:
    'Dit formulier heeft nog geen eerste handtekening. Laat het eerst ondertekenen door wie het oordeel vaststelde.',
  same_signer: 'De tweede handtekening moet van iemand anders zijn dan de eerste. Kies een andere sleutel.',
  internal:
    'Er ging iets mis in het programma zelf ({value}). Wat al bewaard was, is bewaard. Begin opnieuw en meld dit.',
};

export const problems = {
  sentence: (code: ProblemCode, value: string) => sentences[code].replace('{value}', () => value),
  unexpected: 'Er ging iets mis in het programma zelf. Wat al bewaard was, is bewaard. Probeer het opnieuw.',
};
