import type { TextInBothLanguages } from '../../../../retention/promises/kind-of-data'

/** What borrowers are told of their data (GDPR Articles 13 and 14), beside the rows of the promises table. */
export const privacyTexts = {
  title: { da: 'Privatliv', en: 'Privacy' },
  lead: {
    da: 'Her står, hvad biblioteket gemmer om en låner, hvorfor, på hvilket grundlag, hvor længe, og hvem der ser det. Du får det, når du bliver oprettet, og kan altid læse det her.',
    en: 'This is what the library holds on a borrower, why, on what basis, for how long, and who sees it. You get it when you are registered, and can always read it here.',
  },
  own: { da: 'Se det, biblioteket har om dig', en: 'See what the library holds on you' },
  who: { da: 'Hvem har ansvaret', en: 'Who is responsible' },
  whoText: {
    da: 'Kommunen er dataansvarlig. Her er, hvem du kan spørge, og hvor du kan klage:',
    en: 'The municipality is the controller. This is whom you can ask, and where you can complain:',
  },
  kinds: { da: 'Hvad biblioteket gemmer', en: 'What the library holds' },
  sources: { da: 'Hvorfra oplysningerne kommer', en: 'Where the data comes from' },
  sourcesText: {
    da: 'Fra dig selv, fra din værge hvis du er under 18, fra CPR-registeret (navn, adresse, beskyttelse og død), og fra det, du låner. Du skal oplyse dit CPR-nummer for at låne; har du intet, opretter personalet dig uden.',
    en: 'From yourself, from your guardian if you are under 18, from the CPR register (name, address, protection and death), and from what you borrow. You must state your CPR number to borrow; if you have none, staff register you without.',
  },
  guardians: { da: 'Til værger', en: 'To guardians' },
  guardiansText: {
    da: 'Svarer du for en låner under 18 år, gemmer biblioteket dit navn, dit CPR-nummer, hvordan det når dig, om din e-mail er bekræftet, og hvor et papir med din underskrift ligger. Det kommer fra dig, eller fra barnet og det papir, som barnet havde med. Det glemmes med værgemålet. Når du er logget ind, kan du se og hente alt, hvad biblioteket har om dig.',
    en: 'If you answer for a borrower under 18, the library keeps your name, your CPR number, how it reaches you, whether your e-mail is verified, and where a paper with your signature is. It comes from you, or from the child and the paper that the child brought. It is forgotten with the guardianship. Once you have logged in, you can see and download everything that the library holds on you.',
  },
  recipients: { da: 'Hvem får dem', en: 'Who gets it' },
  recipientsText: {
    da: 'Ingen uden for biblioteket, ud over det, du selv beder om, og det, loven kræver: gæld, der inddrives af det offentlige, og politiet efter en afgørelse. Hver videregivelse noteres.',
    en: 'Nobody outside the library, but for what you ask for yourself and what the law demands: debts that the authorities collect, and the police after a decision. Each disclosure is recorded.',
  },
  automatic: { da: 'Automatiske afgørelser', en: 'Automated decisions' },
  automaticText: {
    da: 'Regler alene afgør, om et lån kan fornyes, og hvad et gebyr er. Personalet kan altid se på det igen. Ingen laver profiler af, hvad du læser.',
    en: 'Rules alone decide whether a loan can be renewed, and what a fee is. Staff can always look at it again. Nobody makes profiles of what you read.',
  },
  rights: { da: 'Dine rettigheder', en: 'Your rights' },
  rightsText: {
    da: 'Du kan få alt at se og en kopi (artikel 15 og 20), få det rettet (16), få det slettet (17), få det begrænset (18), gøre indsigelse (21), trække et samtykke tilbage (7, stk. 3) og klage til Datatilsynet (77). Det meste kan du selv på siden med dine oplysninger.',
    en: 'You can see everything and get a copy (Articles 15 and 20), have it corrected (16), erased (17) and restricted (18), object (21), withdraw a consent (7(3)), and complain to Datatilsynet (77). Most of it you can do yourself on the page with your data.',
  },
  forgetting: { da: 'Sådan glemmer biblioteket', en: 'How the library forgets' },
  forgettingText: {
    da: 'Hver oplysning er låst med en nøgle. Når dens dag er kommet, ødelægges nøglen, og så kan ingen læse den mere. Et bevis, som ikke nævner dig, viser, at det er sket. En sag, for eksempel hos politiet, kan udsætte en dag.',
    en: 'Each piece of data is locked with a key. Once its day has come the key is destroyed, and nobody can read it any more. A certificate that does not name you shows that it was done. A case, for instance of the police, can put off a day.',
  },
} as const satisfies Readonly<Record<string, TextInBothLanguages>>
