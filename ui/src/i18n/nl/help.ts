/** The manual inside the window (F1): a page for each room and for each dialog that is more than a question: what it is for,
 *  how it goes, which keys it knows. */
export type HelpPage = { title: string; what: string; how: string[]; keys: [key: string, does: string][] };

/** The rooms, the first screen, and the dialogs that have a page. */
export type Topic =
  | 'openen'
  | 'dossiers'
  | 'dossier'
  | 'kader'
  | 'formulieren'
  | 'controle'
  | 'logboek'
  | 'instellingen'
  | 'bewijs'
  | 'ondertekenen'
  | 'uitvoer'
  | 'zoeken';

const pages: Record<Topic, HelpPage> = {
  openen: {
    title: 'Openen',
    what: 'Een werkbestand is versleuteld. Alleen met de wachtzin, of met de herstelsleutel, gaat het open. Alles blijft op deze computer.',
    how: [
      'Kies links een werkbestand en typ de wachtzin.',
      'Wachtzin kwijt? Kies de herstelsleutel en stel een nieuwe wachtzin in.',
      'Na vijf verkeerde pogingen wordt het wachten steeds langer. Dat houdt raden tegen.',
      'Met het voorbeeld kun je alles proberen: de studenten erin zijn verzonnen.',
    ],
    keys: [['Enter', 'openen']],
  },
  dossiers: {
    title: 'Dossiers',
    what: 'Eén regel per student: welke bronnen er zijn, wat het beeld is, en wat de volgende stap is.',
    how: [
      'Een gevuld blokje is een bron met bewijs, een open blokje met een getal wacht op vaststellen met de student, een open blokje zonder getal ontbreekt nog, een streepje is bewust niet ingezet.',
      'Sleep een studentenlijst of bewijs op het venster om het toe te voegen; niets komt binnen voordat je het hebt gezien.',
      'Kies dossiers met de vakjes om ze samen te ondertekenen.',
      'Exporteer schrijft een overzicht, of de resultaten voor Brightspace of in je eigen bestand van OSIRIS. Je ziet eerst wat wordt ingevuld en wat leeg blijft.',
    ],
    keys: [
      ['↑ ↓, j/k', 'naar een ander dossier'],
      ['PageUp PageDown', 'een scherm verder of terug'],
      ['Home End', 'naar het eerste of laatste dossier'],
      ['Enter', 'dossier openen'],
      ['x, spatie', 'dossier kiezen'],
      ['Shift+↑ ↓', 'een reeks dossiers kiezen'],
      ['Ctrl+A', 'alle dossiers in beeld kiezen'],
      ['/', 'zoeken in de tabel'],
      ['Escape', 'filters en keuze leegmaken'],
      ['Tab', 'naar de koppen: Enter ordent, nog eens keert om'],
    ],
  },
  dossier: {
    title: 'Een dossier wegen',
    what: 'Links wat anderen zagen, in het midden hoe dat weegt, rechts jouw oordeel. Het programma rekent; jij oordeelt.',
    how: [
      'Markeer een passage en kies een criterium en een niveau. Dat heet een duiding, en de weging verandert meteen mee.',
      'De balk naast een criterium laat elke toegestane weging zien. Ligt hij helemaal aan één kant van de normlijn, dan hangt het beeld niet van de weging af.',
      'Tegenspraak tussen bronnen staat in de rij. Beantwoord die in je onderbouwing; een bron telt nooit stilzwijgend minder.',
      'Met Wat als… probeer je andere gewichten. Daarvan wordt niets bewaard.',
      'De lijst onderaan het oordeel noemt wat er nog nodig is voor vaststellen. Elke regel brengt je naar de plek.',
    ],
    keys: [
      ['1 2 3', 'naar bronnen, weging of oordeel'],
      ['←→, ↑↓', 'in de tekst: volgend woord of volgende zin markeren'],
      ['Shift+pijl', 'in de tekst: de markering groter of kleiner maken'],
      ['[ ]', 'in de tekst: vorige of volgende duiding'],
      ['1–9', 'criterium van de gemarkeerde passage'],
      ['q … r', 'niveau van de gemarkeerde passage'],
      ['x', 'gemarkeerde passage: niet waargenomen'],
      ['Backspace', 'gekozen duiding weghalen'],
      ['+', 'nog een duiding op dezelfde passage'],
      ['c', 'passage citeren in de onderbouwing'],
      ['a', 'wat als…'],
      ['j k', 'volgend of vorig dossier, in de volgorde van de tabel'],
      ['Escape', 'een stap terug'],
    ],
  },
  kader: {
    title: 'Kader',
    what: 'De criteria, de bronnen met hun gewichten en hun grenzen, en de mogelijke uitkomsten waar het partnerschap mee werkt.',
    how: [
      'Elke wijziging is een nieuwe versie; een vastgesteld oordeel houdt de versie waarop het rust.',
      'De gewichten tellen op tot 100 en blijven binnen hun grenzen. Schrijf erbij waarom.',
      'Bevriezen zet het kader vast voor dit cohort. Doe dat voordat periode 4 begint.',
      'Onder Versies staan eerdere versies en eerdere wegingen, met hun reden, om te lezen en naast elkaar te leggen.',
    ],
    keys: [['Alt+↑ ↓', 'criterium naar boven of beneden']],
  },
  formulieren: {
    title: 'Formulieren',
    what: 'Het formulier van elk vastgesteld oordeel: de echte PDF, ondertekend of nog te ondertekenen.',
    how: [
      'Kies een formulier om het te bekijken en onderteken het: met het certificaat van het werkbestand, een sleutelbestand of een kaart.',
      'Een tweede beoordelaar of de student zet daarna de tweede handtekening, of een ander programma doet dat op een formulier met lege velden.',
      'Een herzien oordeel vervangt het formulier; het oude blijft te zien.',
    ],
    keys: [
      ['↑ ↓, j/k', 'naar een ander formulier'],
      ['/', 'zoeken op naam of nummer'],
      ['Ctrl+= Ctrl+-', 'bladzijde groter of kleiner'],
      ['Ctrl+0', 'paginabreedte'],
      ['← →', 'in de bladzijden: vorige of volgende'],
    ],
  },
  controle: {
    title: 'Controle',
    what: 'Controleer of een formulier echt is, ook als het van een andere school komt.',
    how: [
      'Sleep een PDF op het venster of kies een bestand.',
      'Eerst staat er één zin, daaronder de redenen: wie tekende, wanneer, en of er daarna iets is veranderd.',
      'Geeft een partnerschap zelf certificaten uit? Voeg het certificaat van de uitgever toe als bestand, nadat je de vingerafdruk hebt vergeleken; dan zijn al zijn ondertekenaars bekend.',
      'Wat je controleerde blijft staan zolang het werkbestand open is.',
    ],
    keys: [
      ['Ctrl+= Ctrl+-', 'bladzijde groter of kleiner'],
      ['Ctrl+0', 'paginabreedte'],
      ['← →', 'in de bladzijden: vorige of volgende'],
    ],
  },
  logboek: {
    title: 'Logboek',
    what: 'Wie wat deed, wanneer en waarom. Elke regel zit aan de vorige vast; een regel die iemand verandert, valt op.',
    how: ['Zoek op een studentnummer om de geschiedenis van één dossier te zien.'],
    keys: [
      ['↑ ↓', 'naar een andere regel'],
      ['PageUp PageDown', 'een scherm verder of terug'],
      ['Home End', 'naar de nieuwste of oudste regel'],
    ],
  },
  instellingen: {
    title: 'Instellingen',
    what: 'Hoe het venster eruitziet en spreekt, wanneer het op slot gaat, wie er mag oordelen en waar reservekopieën staan.',
    how: [
      'Taal en thema veranderen meteen, zonder opnieuw te starten.',
      'Zet losse lettertoetsen uit als je spraak gebruikt of vaak per ongeluk iets aanraakt.',
    ],
    keys: [],
  },
  bewijs: {
    title: 'Bewijs toevoegen',
    what: 'Studentenlijsten, tabellen, mail, verslagen en foto’s komen binnen als bewijs. Er gebeurt niets voordat je het hebt gezien.',
    how: [
      'Sleep bestanden op het venster, plak tekst of kies ze met Bewijs toevoegen.',
      'Per bestand zie je wat er binnenkomt en wat er al stond. Wijs zo nodig kolommen, bron, moment en student aan.',
      'Een regel die niet vanzelf klopt, wacht op jou: verbeter haar hier, of voeg de rest toe en doe dat later.',
      'Wat je toevoegt, is één handeling en kan in één keer ongedaan worden gemaakt.',
    ],
    keys: [
      ['Ctrl+V', 'tekst of bestanden plakken'],
      ['Escape', 'sluiten zonder toe te voegen'],
    ],
  },
  ondertekenen: {
    title: 'Ondertekenen',
    what: 'Een formulier krijgt een handtekening die laat zien van wie hij is en of er daarna iets is veranderd.',
    how: [
      'Teken met het certificaat van het werkbestand, een sleutelbestand of een kaart. De code of wachtzin ervan wordt niet bewaard.',
      'Meer formulieren tegelijk gaat ook: je ziet hoe ver het is, en met Stop blijft staan wat al getekend is.',
      'Een tijdstempel bewijst wanneer er is getekend. Daarvoor is de dienst nodig die je in Instellingen koos; lukt dat niet, dan staat erbij waarom.',
    ],
    keys: [
      ['Enter', 'ondertekenen'],
      ['Escape', 'sluiten zonder te ondertekenen'],
    ],
  },
  uitvoer: {
    title: 'Exporteren',
    what: 'Schrijft een overzicht in Excel, of de resultaten voor Brightspace of OSIRIS.',
    how: [
      'Je ziet eerst per student wat er wordt ingevuld, wat er al staat en wat leeg blijft.',
      'Alleen vastgestelde oordelen die nu gelden gaan mee; uitspraak en onderbouwing nooit.',
      'In een eigen bestand van Brightspace of OSIRIS blijft al het andere zoals het was.',
    ],
    keys: [['Escape', 'sluiten zonder te schrijven']],
  },
  zoeken: {
    title: 'Zoeken',
    what: 'Eén plek om een student, een passage of een handeling te vinden.',
    how: [
      'Typ een deel van een naam, nummer, school of vak; woorden uit bewijs, uitspraak of leervraag; of wat je wilt doen.',
      'Accenten en hoofdletters maken niet uit. Meer woorden maken de lijst korter.',
      'Een passage opent het dossier op de plek waar die staat.',
    ],
    keys: [
      ['↑ ↓', 'door de lijst'],
      ['PageUp PageDown', 'acht regels verder of terug'],
      ['Enter', 'openen of doen'],
      ['Escape', 'sluiten'],
    ],
  },
};

export const help = {
  title: 'Hulp',
  open: 'Hulp (F1)',
  find: 'Zoek in de hulp',
  topics: 'Onderwerpen',
  none: 'Er is geen onderwerp met dit woord.',
  how: 'Zo gaat het',
  keys: 'Toetsen',
  key: 'Toets',
  does: 'Wat die doet',
  everywhere: [
    ['F1', 'deze hulp'],
    ['Ctrl+K', 'zoeken'],
    ['Ctrl+Z', 'ongedaan maken'],
    ['Ctrl+Shift+Z', 'opnieuw doen'],
    ['Ctrl+L', 'vergrendelen'],
    ['Ctrl+plus Ctrl+min', 'alles groter, kleiner'],
    ['Ctrl+0', 'de gewone grootte'],
  ] as [key: string, does: string][],
  everywhereTitle: 'Overal',
  pages,
};
