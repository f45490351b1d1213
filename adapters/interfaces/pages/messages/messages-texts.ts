import type { TextInBothLanguages } from '../../../../retention/promises/kind-of-data'

export const messagesTexts = {
  title: { da: 'Beskeder', en: 'Messages' },
  messages: { da: 'Beskeder i de sidste 30 dage', en: 'Messages in the last 30 days' },
  noMessages: { da: 'Biblioteket husker ingen beskeder.', en: 'The library remembers no messages.' },
  notices: { da: 'Beskeder om dig som låner', en: 'Messages about you as a borrower' },
  about: { da: 'Om', en: 'About' },
  madeOn: { da: 'Skrevet', en: 'Written on' },
  madeIn: { da: 'Skrevet i', en: 'Written in' },
  state: { da: 'Status', en: 'State' },
  sentBy: { da: 'Sendt som', en: 'Sent by' },
  sentTo: { da: 'Sendt til', en: 'Sent to' },
  failure: { da: 'Hvorfor det ikke lykkedes', en: 'Why it failed' },
  forgotten: { da: 'Glemmes', en: 'Forgotten' },
  text: { da: 'Læs beskeden', en: 'Read the message' },
  noText: {
    da: 'Teksten vises ikke her: den har et link, som kun modtageren skal have.',
    en: 'The text is not shown here: it has a link that only its recipient should have.',
  },
  older: { da: 'Ældre beskeder', en: 'Older messages' },
  counts: { da: 'Antal beskeder i tidligere måneder', en: 'Number of messages in earlier months' },
  countsText: {
    da: 'Biblioteket gemmer, hvor mange beskeder af hver art du har fået, ikke hvad der stod i dem.',
    en: 'The library keeps how many messages of each kind you got, not what they said.',
  },
  month: { da: 'Måned', en: 'Month' },
  kinds: { da: 'Beskeder', en: 'Messages' },
} as const satisfies Readonly<Record<string, TextInBothLanguages>>
