//! What people say: per criterion what others see when it goes well and when it does not, and how the student puts it.

/// The words on one criterion.
pub(crate) struct Words {
    pub high: [&'static str; 4],
    pub low: [&'static str; 4],
    pub own_high: [&'static str; 2],
    pub own_low: [&'static str; 2],
}

/// In the order of the framework: K1 to K4, W1 to W3, O1, O2.
pub(crate) const WORDS: [Words; 9] = [
    Words {
        high: [
            "Is er ruim voor de bel en heeft het lokaal dan al klaarstaan.",
            "Meldt zelf wanneer iets niet lukt en komt met een ander voorstel.",
            "Houdt zich aan elke afspraak, ook aan de kleine.",
            "Groet de conciërge, kent de weg en gedraagt zich als een collega.",
        ],
        low: [
            "Komt geregeld binnen als de les al begonnen is.",
            "Moest drie keer gevraagd worden om het lesplan te sturen.",
            "Zegt toe en vergeet dan; afspraken moeten worden herhaald.",
            "Staat in de pauze op de gang en niet bij het team.",
        ],
        own_high: [
            "Ik bereid me voor alsof het mijn eigen klas is, en dat merken ze.",
            "Als ik iets beloof, schrijf ik het op en doe ik het.",
        ],
        own_low: [
            "Op tijd komen blijft voor mij een gevecht, dat geef ik toe.",
            "Ik stel mailtjes uit tot ze vanzelf verdwijnen, en dat doen ze niet.",
        ],
    },
    Words {
        high: [
            "Leerlingen zoeken haar op, ook na de les, en ze heeft voor ieder een woord.",
            "Legt snel contact en bewaakt tegelijk de afstand die bij de rol hoort.",
            "Ziet wie er stil blijft en haalt die leerling er rustig bij.",
            "In de teamkamer hoort hij erbij; hij vraagt en deelt.",
        ],
        low: [
            "Blijft achter het bureau en spreekt vooral met de voorste rij.",
            "Wacht in gesprekken tot een ander begint.",
            "Reageert op onrust door harder te praten in plaats van aan te kijken.",
            "Kende halverwege de stage nog maar weinig namen.",
        ],
        own_high: [
            "Ik ken alle namen en weet van de meesten wat hen bezighoudt.",
            "Een leerling vertelde mij iets wat ze nog aan niemand had gezegd; dat raakte me.",
        ],
        own_low: [
            "Bij grote groepen houd ik afstand, omdat ik bang ben de greep te verliezen.",
            "Ik vind het lastig om in de teamkamer iets te zeggen.",
        ],
    },
    Words {
        high: [
            "Deed de instructie voor, liet haar nadoen en controleerde of iedereen het had.",
            "Verlegde de opdracht toen die te moeilijk bleek, zonder dat de klas het merkte.",
            "Speelde in de simulatie de boze ouder tot rust door eerst samen te vatten.",
            "De overgangen in de les zijn kort en de uitleg is helder.",
        ],
        low: [
            "De uitleg ging over de hoofden heen en werd niet gecontroleerd.",
            "In het rollenspel viel hij stil zodra de ander doorvroeg.",
            "Begint aan de volgende opdracht terwijl de helft nog bezig is.",
            "Houdt vast aan het plan, ook als de klas allang is afgehaakt.",
        ],
        own_high: [
            "De les over het debat liep; ik durfde mijn plan los te laten en dat werkte.",
            "In het spel merkte ik dat ik kan sturen zonder te dwingen.",
        ],
        own_low: [
            "Mijn lessen lopen uit omdat ik alles wil vertellen.",
            "Zodra het rumoerig wordt, ga ik sneller praten.",
        ],
    },
    Words {
        high: [
            "Vraagt na elke les wat beter kan en laat dat de week erna zien.",
            "Neemt de opmerking over het stemgebruik mee en komt er zelf op terug.",
            "Zet de eigen indruk naast die van mij, ook als die verschilt.",
            "Hield een lijstje bij van aandachtspunten en werkte het af.",
        ],
        low: [
            "Legt na feedback eerst uit waarom het niet anders kon.",
            "Knikt, maar doet de les erna hetzelfde.",
            "Zoekt zelf geen feedback en is zichtbaar blij als het gesprek voorbij is.",
            "Hoort vooral het compliment en niet de vraag erachter.",
        ],
        own_high: [
            "Ik heb geleerd om eerst stil te zijn als iemand iets over mijn les zegt.",
            "De tip over wachttijd heb ik drie lessen lang geoefend en nu gaat het vanzelf.",
        ],
        own_low: [
            "Kritiek voelt voor mij nog snel als een oordeel over mij.",
            "Ik vergeet feedback als ik hem niet meteen opschrijf.",
        ],
    },
    Words {
        high: [
            "Liep een hele vrijdag mee, inclusief pleinwacht en een oudergesprek.",
            "Weet inmiddels hoeveel werk er achter een les zit en rekent daarop.",
            "Vroeg drie collega’s naar hun week en legde de verhalen naast elkaar.",
            "Heeft oog voor wat een school ook is: regels, vergaderen, nakijken.",
        ],
        low: [
            "Denkt bij het beroep vooral aan lesgeven en het vak.",
            "Was verrast dat leraren ook ouders bellen.",
            "Heeft nog weinig gezien buiten de eigen lessen.",
            "Vertelt over school zoals een leerling dat zou doen.",
        ],
        own_high: [
            "Ik dacht dat lesgeven het werk was; nu weet ik dat het de helft is, en dat trekt me juist.",
            "Na een week meelopen snap ik waarom collega’s om vier uur moe zijn.",
        ],
        own_low: [
            "Van het werk buiten de les heb ik eigenlijk nog geen beeld.",
            "Ik stel me de baan vooral voor als uitleggen, en dat vind ik leuk.",
        ],
    },
    Words {
        high: [
            "Kan precies zeggen waarom dit vak en waarom deze leerlingen.",
            "Wordt zichtbaar geraakt als een leerling iets snapt.",
            "Noemt waarden en laat die terugzien in keuzes in de les.",
            "Kiest bewust voor de moeilijke klas, omdat daar iets te winnen is.",
        ],
        low: [
            "Zegt dat leraar worden ‘wel handig’ is naast de studie.",
            "Blijft bij de vraag naar het waarom steken in ‘leuk met kinderen’.",
            "Lijkt de opleiding vooral af te willen maken.",
            "Noemt de vakanties eerder dan de leerlingen.",
        ],
        own_high: [
            "Ik wil dat kinderen die thuis geen boeken hebben bij mij toch leren lezen.",
            "Wat mij drijft is dat moment waarop iemand het ineens ziet.",
        ],
        own_low: [
            "Ik weet eigenlijk niet goed waarom ik hiervoor koos; het leek me een veilige keuze.",
            "Mijn drijfveren kan ik nog niet zo onder woorden brengen.",
        ],
    },
    Words {
        high: [
            "Ziet zichzelf over vijf jaar voor de klas staan en kan zeggen hoe.",
            "Weegt het beroep eerlijk af tegen andere mogelijkheden.",
            "Heeft een plan voor het tweede jaar dat bij de leervragen past.",
            "Zegt wat nog ontbreekt om een goede leraar te worden en waar dat te halen is.",
        ],
        low: [
            "Ontwijkt de vraag of dit het beroep gaat worden.",
            "Heeft geen beeld van wat er na dit jaar komt.",
            "Twijfelt hardop, maar onderzoekt de twijfel niet.",
            "Schuift de keuze door naar volgend jaar.",
        ],
        own_high: [
            "Ik heb andere beroepen ernaast gelegd en kom toch hier uit.",
            "Volgend jaar wil ik onderzoeken of ik ook in de onderbouw tot mijn recht kom.",
        ],
        own_low: [
            "Of ik dit mijn hele leven wil doen, durf ik niet te zeggen.",
            "Over de toekomst denk ik liever nog niet na.",
        ],
    },
    Words {
        high: [
            "Haalt in de onderbouwing werkplek, intervisie en drama bij elkaar.",
            "Noemt bij elke stelling een moment en een bron.",
            "Zet het oordeel van de mentor naast de eigen ervaring en trekt een conclusie.",
            "Gebruikt de opbrengst van het programma om de stage te begrijpen.",
        ],
        low: [
            "De onderbouwing rust vooral op één goede les.",
            "Noemt de bronnen wel, maar verbindt ze niet.",
            "Schrijft wat er gebeurde en niet wat dat betekent.",
            "De uitspraak staat er; het waarom ontbreekt nog.",
        ],
        own_high: [
            "Mijn antwoord rust op drie plaatsen: mijn klas, de intervisie en het spel.",
            "Ik heb de woorden van mijn begeleider naast mijn eigen logboek gelegd.",
        ],
        own_low: [
            "Ik baseer me vooral op hoe ik me na een les voel.",
            "Bewijs van andere plekken heb ik nog niet echt gebruikt.",
        ],
    },
    Words {
        high: [
            "Onderzoekt waarom de mentor en de dramadocent iets anders zagen.",
            "Beschrijft de eigen ontwikkeling met een begin, een keerpunt en een vraag.",
            "Laat een tegenvallende les niet weg maar maakt er gebruik van.",
            "Durft te schrijven dat de eerste indruk niet klopte.",
        ],
        low: [
            "Gaat aan de tegenspraak tussen werkplek en eigen beeld voorbij.",
            "Noemt alleen wat goed ging.",
            "Beschrijft de ontwikkeling als een rechte lijn omhoog.",
            "Wijst bij verschil van inzicht naar de ander.",
        ],
        own_high: [
            "Mijn begeleider zag iets wat ik niet zag; dat heb ik uitgezocht en hij had deels gelijk.",
            "De mislukte les van januari heeft me het meest geleerd.",
        ],
        own_low: [
            "Waar mijn begeleider en ik verschillen, weet ik niet goed wat ik ermee moet.",
            "Terugkijkend ging het eigenlijk steeds wel goed.",
        ],
    },
];

/// What opens a text: where it was seen. Never marked.
pub(crate) const OPENINGS: [&str; 6] = [
    "We spraken elkaar na het derde uur.",
    "Ik was bij twee lessen en een overleg.",
    "Dit gaat over de afgelopen weken.",
    "Gezien in klas 2b en 3a.",
    "Samen doorgenomen aan de hand van de leervragen.",
    "Kort verslag van wat er aan de orde kwam.",
];

/// How the student puts it: the argument of the statement, by kan and wil.
pub(crate) const STATEMENT_YES: &str = "Ja, ik kan dit leren en ik wil het. Mijn klas liet me zien dat ik contact kan maken, in de \
intervisie leerde ik mijn haast herkennen en in het spel oefende ik met stilte. Dat samen overtuigt me.";
pub(crate) const STATEMENT_DOUBT: &str = "Dat ik het kan, durf ik te zeggen: mijn begeleider en mijn leerlingen zeggen het ook. Of ik \
het wil, weet ik nog niet. Het werk buiten de les geeft me weinig energie en daar wil ik volgend jaar eerlijk naar kijken.";
pub(crate) const STATEMENT_NO: &str = "Ik kan lesgeven, dat bleek op de werkplek en bij drama. Toch wil ik geen leraar worden. Ik heb mijn \
week naast die van drie collega’s gelegd: wat hun energie geeft, kost mij energie. Ik heb dat getoetst in een andere klas en \
kwam op hetzelfde uit. Het is een keuze, geen vlucht.";
