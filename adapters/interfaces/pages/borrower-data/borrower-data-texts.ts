import type { TextInBothLanguages } from '../../../../retention/promises/kind-of-data'

/** The texts of the page on which borrowers see everything that the library holds on them. */
export const borrowerDataTexts = {
  title: { da: 'Mine oplysninger', en: 'My data' },
  lead: {
    da: 'Her er alt, hvad biblioteket ved om dig: hvad det er, hvorfor biblioteket har det, og hvornår det bliver glemt.',
    en: 'Here is everything that the library knows about you: what it is, why the library has it, and when it will be forgotten.',
  },
  number: { da: 'Lånernummer', en: 'Borrower number' },
  madeOn: { da: 'Opgjort den', en: 'Made on' },
  kindsHeld: { da: 'slags oplysninger om dig', en: 'kinds of data on you' },
  kindsEmpty: { da: 'slags, som biblioteket ikke har', en: 'kinds that the library does not have' },
  dayLookedAt: {
    da: 'dag eller lukket måned, hvor biblioteket har åbnet dem (dagens åbninger ses fra i morgen)',
    en: 'day or closed month in which the library opened it (openings of today are shown from tomorrow)',
  },
  daysLookedAt: {
    da: 'dage eller lukkede måneder, hvor biblioteket har åbnet dem (dagens åbninger ses fra i morgen)',
    en: 'days or closed months in which the library opened it (openings of today are shown from tomorrow)',
  },
  download: { da: 'Hent det hele (JSON)', en: 'Download all (JSON)' },
  print: { da: 'Vis til udskrift eller oplæsning', en: 'Show for printing or reading aloud' },
  printNow: { da: 'Udskriv', en: 'Print' },
  back: { da: 'Tilbage til mine oplysninger', en: 'Back to my data' },
  contents: { da: 'Indhold', en: 'Contents' },
  next: { da: 'Det glemmer biblioteket som det næste', en: 'What the library forgets next' },
  nextText: {
    da: 'Ved udgangen af dagen kan ingen læse det mere, heller ikke biblioteket.',
    en: 'At the end of the day nobody can read it any more, not even the library.',
  },
  nothingNext: { da: 'Intet har en dag endnu.', en: 'Nothing has a day yet.' },
  later: { da: 'Senere har også en dag:', en: 'Later there is a day too for:' },
  lastOfAll: {
    da: 'Bruger du ikke biblioteket igen, og har du intet lånt, reserveret eller ubetalt, glemmes alt ved udgangen af denne dag:',
    en: 'If you do not use the library again, and nothing is on loan, reserved or owed, everything is forgotten at the end of this day:',
  },
  use: { da: 'Sådan bruger du biblioteket', en: 'How you use the library' },
  identity: { da: 'Hvem du er', en: 'Who you are' },
  reaching: { da: 'Sådan når biblioteket dig', en: 'How the library reaches you' },
  guardian: { da: 'Din værge', en: 'Your guardian' },
  fromStaff: { da: 'Hvad personalet har skrevet', en: 'What staff have written' },
  accesses: { da: 'Hvem har set dine oplysninger', en: 'Who has looked at your data' },
  looked: { da: 'Hvornår', en: 'When' },
  lookedBy: { da: 'Hvem', en: 'Who' },
  opened: { da: 'Hvad', en: 'What' },
  reason: { da: 'Hvorfor', en: 'Why' },
  forgotten: { da: 'Glemmes', en: 'Forgotten' },
  nobodyLooked: {
    da: 'Til og med i går har ingen på biblioteket åbnet dine oplysninger, så længe det huskes.',
    en: 'Up to yesterday nobody at the library has opened your data, as far as that is remembered.',
  },
  lookedText: {
    da: 'Dagens åbninger ses fra i morgen. Flere åbninger på en dag i samme rolle og af samme grund vises som én.',
    en: 'Openings of today are shown from tomorrow. Several openings on one day in the same role and for the same reason are shown as one.',
  },
  dayForgotten: {
    da: 'kun dagen; måneden, rollen og grunden bliver stående i seks måneder mere',
    en: 'the day alone; month, role and reason stay for six more months',
  },
  disclosures: { da: 'Hvem har fået dine oplysninger', en: 'Who has been given your data' },
  recipient: { da: 'Til hvem', en: 'To whom' },
  nothingDisclosed: {
    da: 'Biblioteket har ikke givet dine oplysninger videre.',
    en: 'The library has not passed your data on.',
  },
  disclosuresText: {
    da: 'Intet forlader biblioteket, ud over det, du selv beder om, og det, loven kræver. Gæld, der sendes til inddrivelse, står her, så længe gælden huskes.',
    en: 'Nothing leaves the library but what you ask for yourself and what the law demands. A debt that is passed on for collection is shown here as long as the debt is remembered.',
  },
  nothingHeld: { da: 'Det har biblioteket ikke om dig', en: 'What the library does not have on you' },
  nothingHeldText: {
    da: 'Biblioteket kan også gemme dette. Lige nu er der intet, ud over det, der er rettet og ikke er slettet endnu: det står i filen, som du kan hente.',
    en: 'The library can hold this too. Just now there is nothing, but what was corrected and is not erased yet: it stands in the file that you can download.',
  },
  withheld: { da: 'Det vises ikke her', en: 'What is not shown here' },
  withheldText: {
    da: 'Dette kan biblioteket gemme om en låner uden at vise det her. Siden siger heller ikke, om der er noget om dig.',
    en: 'The library can hold this on a borrower without showing it here. The page does not say either whether there is anything on you.',
  },
  askForNotes: { da: 'Bed om at se de interne noter', en: 'Ask to see the internal notes' },
  askForNotesText: {
    da: 'Personalet ser dem igennem og svarer inden fire uger. Svaret kommer på denne side. Der svares også, når der ingen noter er.',
    en: 'Staff review them and answer within four weeks. The answer comes on this page. It comes also when there are no notes.',
  },
  notesRequested: {
    da: 'Personalet ser noterne igennem. Svaret står her på siden senest den dag, der er nævnt.',
    en: 'Staff review the notes. The answer is on this page by the day that is named.',
  },
} as const satisfies Readonly<Record<string, TextInBothLanguages>>

/** The texts of what borrowers may ask for, by the article of the GDPR that gives them the right. */
export const rightsTexts = {
  rights: { da: 'Dine rettigheder', en: 'Your rights' },
  copy: { da: 'Få en kopi', en: 'Get a copy' },
  copyArticles: { da: 'GDPR artikel 15 og 20', en: 'GDPR Articles 15 and 20' },
  copyText: {
    da: 'Filen har det samme som siden og desuden hver optegnelse om dig, som den står i bibliotekets log, også det, der er rettet og ikke er slettet endnu. Andre systemer kan læse den. Den er din; biblioteket gemmer ikke, at du har hentet den.',
    en: 'The file has the same as this page, and also each entry on you as it stands in the log of the library, with what was corrected and is not erased yet. Other systems can read it. It is yours; the library does not keep that you downloaded it.',
  },
  correct: { da: 'Ret det, der er forkert', en: 'Correct what is wrong' },
  correctArticles: { da: 'GDPR artikel 16', en: 'GDPR Article 16' },
  correctSelf: { da: 'Du kan selv ændre', en: 'You can change' },
  correctStaff: { da: 'Personalet retter', en: 'Staff correct' },
  askStaff: { da: 'Skriv til biblioteket, eller kom forbi', en: 'Write to the library, or come by' },
  corrected: {
    da: 'Det, der er rettet, bruger biblioteket ikke mere. Det står kun i filen, som du kan hente, og slettes, som der står ud for det.',
    en: 'The library does not use what was corrected. It stands only in the file that you can download, and is erased as it says beside it.',
  },
  stop: { da: 'Stop lånehistorikken', en: 'Stop the loan history' },
  stopArticles: { da: 'GDPR artikel 7, stk. 3', en: 'GDPR Article 7(3)' },
  stopText: {
    da: 'Du har sagt ja til, at titlerne på dine lån gemmes. Når du stopper, vises de ikke mere. De står kun i filen, som du kan hente, og slettes, når måneden er slut.',
    en: 'You have agreed that the titles of your loans are kept. Once you stop it they are not shown any more. They stand only in the file that you can download, and are erased when the month ends.',
  },
  stopButton: { da: 'Stop historikken, og glem den', en: 'Stop the history and forget it' },
  stopped: {
    da: 'Historikken er stoppet og vises ikke mere. Til og med månedens sidste dag står den i filen, som du kan hente; så slettes den.',
    en: 'The history is stopped and not shown any more. It stands in the file that you can download up to the last day of the month; then it is erased.',
  },
  noHistory: {
    da: 'Biblioteket gemmer ingen historik over dine lån: det gør det kun, hvis du selv beder om det.',
    en: 'The library keeps no history of your loans: it does so only if you ask for it.',
  },
  erase: { da: 'Bliv glemt', en: 'Be forgotten' },
  eraseArticles: { da: 'GDPR artikel 17', en: 'GDPR Article 17' },
  eraseLink: { da: 'Bliv glemt af biblioteket', en: 'Be forgotten by the library' },
  restrict: { da: 'Begræns eller gør indsigelse', en: 'Restrict or object' },
  restrictArticles: { da: 'GDPR artikel 18 og 21', en: 'GDPR Articles 18 and 21' },
  restrictText: {
    da: 'Mener du, at en oplysning er forkert, eller at biblioteket ikke må bruge den, kan du bede om, at den ikke bruges, mens det undersøges, og du kan gøre indsigelse. Biblioteket svarer inden en måned.',
    en: 'If you think that something is wrong, or that the library may not use it, you can ask that it is not used while that is looked into, and you can object. The library answers within a month.',
  },
  complain: { da: 'Spørg eller klag', en: 'Ask or complain' },
  complainArticles: { da: 'GDPR artikel 12 til 14 og 77', en: 'GDPR Articles 12 to 14 and 77' },
  complainText: {
    da: 'Databeskyttelsesrådgiveren svarer på spørgsmål, og Datatilsynet tager imod klager. Hvad biblioteket lover alle lånere, og hvorfra oplysningerne kommer, står på siden om privatliv.',
    en: 'The data protection officer answers questions, and the Danish Data Protection Agency (Datatilsynet) takes complaints. What the library promises all borrowers, and where the data comes from, is on the page about privacy.',
  },
  privacy: { da: 'Privatliv', en: 'Privacy' },
  contact: { da: 'Kontakt', en: 'Contact' },
} as const satisfies Readonly<Record<string, TextInBothLanguages>>
