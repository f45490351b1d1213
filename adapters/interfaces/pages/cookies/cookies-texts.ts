import type { TextInBothLanguages } from '../../../../retention/promises/kind-of-data'

export const cookiesTexts = {
  title: { da: 'Cookies', en: 'Cookies' },
  lead: {
    da: 'Siderne sætter ingen cookie, før du vælger at logge ind. De to, der findes, er nødvendige for at logge ind, og derfor spørger siden ikke om samtykke. Ingen følger dig: besøg på siderne tælles uden personer. På sider, der kræver log ind, gemmes desuden IP-adresse, browser og time i 30 dage; se Privatliv.',
    en: 'The pages set no cookie before you choose to log in. The two that there are are needed to log in, so the page does not ask for consent. Nobody follows you: visits to the pages are counted without persons. On pages that need a log-in, IP address, browser and hour are also kept for 30 days; see Privacy.',
  },
  name: { da: 'Navn', en: 'Name' },
  purpose: { da: 'Formål', en: 'Purpose' },
  life: { da: 'Levetid', en: 'Life' },
  holds: { da: 'Indhold', en: 'Content' },
  holdsId: { da: 'et tilfældigt nummer, og intet andet', en: 'a random number, and nothing else' },
  none: { da: 'Ingen.', en: 'None.' },
} as const satisfies Readonly<Record<string, TextInBothLanguages>>
