import type { TextInBothLanguages } from '../../../../retention/promises/kind-of-data'

/** What the page of a recording says while a request of the police is decided on. */
export const disclosureTexts = {
  goOn: { da: 'Gå videre til afgørelsen', en: 'Go on to the decision' },
  review: { da: 'Afgør politiets anmodning', en: 'Decide on the request of the police' },
  nothingIsDecided: {
    da: 'Intet er udleveret eller noteret endnu. Se efter, hvad der udleveres og til hvem, og afgør så anmodningen.',
    en: 'Nothing has been handed out or recorded yet. Check what is handed out and to whom, and then decide on the request.',
  },
  seeRequests: {
    da: 'Se blandt anmodningerne, om den er afgjort',
    en: 'See among the requests whether it is decided on',
  },
  whatIsRecorded: {
    da: 'Udleverer du kopien, noteres det, der står her, i dagsrapporten i 30 dage. Måned, modtager, hjemmel og journalnummer står i fem år blandt bibliotekets videregivelser. Du får en kvittering, som politiet skriver under på, og kan hente kopien i 30 minutter.',
    en: 'If you hand out the copy, what stands here is recorded in the day report for 30 days. Month, recipient, legal basis and case number stand among the disclosures of the library for five years. You get a receipt that the police sign, and can fetch the copy for 30 minutes.',
  },
  handOut: { da: 'Udlevér kopien til politiet', en: 'Hand out the copy to the police' },
  refuse: { da: 'Afvis anmodningen', en: 'Refuse the request' },
  refuseLead: {
    da: 'Afviser du anmodningen, får politiet intet. Den noteres i dagsrapporten i 30 dage med din begrundelse.',
    en: 'If you refuse the request, the police get nothing. It is recorded in the day report for 30 days with your reason.',
  },
  whyRefused: { da: 'Hvorfor der ikke er grundlag for den', en: 'Why there is no ground for it' },
  whyRefusedHint: { da: 'Skriv det konkret, uden CPR-numre.', en: 'Write it concretely, without CPR numbers.' },
  refuseSend: { da: 'Afvis og notér', en: 'Refuse and record' },
  correct: { da: 'Ret anmodningen', en: 'Correct the request' },
  requestRefused: {
    da: 'Anmodningen er afvist og noteret i dagsrapporten.',
    en: 'The request is refused, and stands in the day report.',
  },
} as const satisfies Readonly<Record<string, TextInBothLanguages>>
