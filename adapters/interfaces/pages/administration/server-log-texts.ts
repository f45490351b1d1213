import type { TextInBothLanguages } from '../../../../retention/promises/kind-of-data'

type Texts = Readonly<Record<string, TextInBothLanguages>>

/** What the pages on the server log of the website say. */
export const serverLogTexts = {
  lead: {
    da: 'Serverloggen har adresse, browser og time for hver forespørgsel, der kræver log-ind. Den har ingen side og ingen person. Kun en administrator åbner den, og kun med en begrundelse.',
    en: 'The server log has the address, the browser and the hour of each request that needs a log-in. It has no page and no person. An administrator alone opens it, and with a reason alone.',
  },
  isListed: {
    da: 'Åbningen noteres først: hvem, hvorfor og hvilken dag. Den står på listen til databeskyttelsesrådgiveren i seks måneder.',
    en: 'The opening is recorded first: who, why and which day. It is on the list for the data protection officer for six months.',
  },
  hoursThatEnded: {
    da: 'Serverloggen har de timer, der er slut. Den time, der løber, skrives, når den er slut, så dagen i dag kan være tom eller mangle timer.',
    en: 'The server log has the hours that have ended. The hour that is running is written once it has ended, so today can be empty or lack hours.',
  },
  toOpenings: { da: 'Se listen over åbninger', en: 'See the list of openings' },
  days: { da: 'Dage med serverlog', en: 'Days with a server log' },
  noDays: { da: 'Der er ingen serverlog.', en: 'There is no server log.' },
  open: { da: 'Åbn en dags serverlog', en: 'Open the server log of a day' },
  openSend: { da: 'Åbn serverloggen', en: 'Open the server log' },
  isOpened: {
    da: 'Du har åbnet serverloggen. Åbningen står på listen til databeskyttelsesrådgiveren.',
    en: 'You have opened the server log. The opening is on the list for the data protection officer.',
  },
  keptUntil: { da: 'Dagens serverlog glemmes', en: 'The server log of the day is forgotten' },
  hours: { da: 'Timer', en: 'Hours' },
  hour: { da: 'Time', en: 'Hour' },
  addresses: { da: 'Adresser', en: 'Addresses' },
  requests: { da: 'Forespørgsler', en: 'Requests' },
  lines: { da: 'Linjer', en: 'Lines' },
  showHour: { da: 'Vis timen', en: 'Show the hour' },
  linesOfHour: { da: 'Linjer fra timen', en: 'Lines of the hour' },
  address: { da: 'Adresse', en: 'Address' },
  browser: { da: 'Browser', en: 'Browser' },
  noLines: { da: 'Timen har ingen linjer.', en: 'The hour has no lines.' },
  anotherDay: { da: 'Åbn en anden dag', en: 'Open another day' },
  openedOn: { da: 'Åbnet', en: 'Opened' },
  ofDay: { da: 'Serverlog fra', en: 'Server log of' },
  noOpenings: {
    da: 'Ingen har åbnet serverloggen i de sidste seks måneder.',
    en: 'Nobody has opened the server log in the last six months.',
  },
  openingsLead: {
    da: 'Hver åbning står her, fra den er sket, til måneden seks måneder efter er afsluttet. En dags serverlog glemmes 30 dage efter dagen.',
    en: 'Each opening is listed here from the moment at which it is made until the month six months later is closed. The server log of a day is forgotten 30 days after the day.',
  },
} as const satisfies Texts
