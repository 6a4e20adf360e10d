/** What stands where something is not there yet or went wrong, and the three steps of a first visit. */
export const states = {
  again: 'Probeer opnieuw',
  failed: 'Dit kon niet worden gelezen',
  kept: 'Wat al bewaard was, is bewaard.',
  brokenRoom: 'Dit onderdeel liep vast',
  brokenRoomHow: 'De rest van het venster werkt nog. Probeer het opnieuw of kies links een ander onderdeel.',
  tour: {
    title: 'Rondleiding',
    step: (step: number, of: number) => `Stap ${step} van ${of}`,
    next: 'Verder',
    back: 'Terug',
    done: 'Begin',
    skip: 'Overslaan',
    steps: [
      {
        title: 'Elke student is één regel',
        text: 'De blokjes tonen welke bronnen er zijn, de staafjes het beeld, en rechts staat de volgende stap. Enter opent een dossier.',
      },
      {
        title: 'Zo weegt het bewijs',
        text: 'Elke stip is een datapunt. De balk rechts laat zien wat er bij elke toegestane weging uitkomt, met de normlijn in het midden.',
      },
      {
        title: 'Jij oordeelt',
        text: 'Schrijf per criterium je onderbouwing en kies een uitkomst. De lijst onderaan zegt wat er nog nodig is. F1 geeft overal hulp.',
      },
    ],
  },
};
