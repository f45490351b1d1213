import type { TextInBothLanguages } from '../../../../retention/promises/kind-of-data'

type Texts = Readonly<Record<string, TextInBothLanguages>>

/** The titles of the pages on openings of classes. */
export const classOpeningTitles = {
  request: { da: 'Få en slags oplysninger åbnet', en: 'Have one kind of data opened' },
  opening: { da: 'En åbning', en: 'An opening' },
} as const satisfies Texts

/** What the pages on openings of classes say. */
export const classOpeningTexts = {
  intro: {
    da: 'Alt personligt holdes tilbage. Er det nødvendigt at se én slags oplysninger, kan du bede om det med en begrundelse og for nogle timer. En anden, som er administrator, skal godkende det. De lånere, hvis oplysninger du så ser, finder det i deres data: måneden, din rolle, begrundelsen og slagsen, aldrig hvilket lån.',
    en: 'All that is personal is withheld. Where it is necessary to see one kind of data, you may ask for it with a reason and for some hours. Somebody else, who is an administrator, must approve it. The borrowers whose data you then see find it in their data: the month, your role, the reason and the kind, never which loan.',
  },
  class: { da: 'Slags oplysninger', en: 'Kind of data' },
  reason: { da: 'Begrundelse', en: 'Reason' },
  reasonHint: {
    da: 'Lånerne læser den. Skriv ikke navne og CPR-numre.',
    en: 'The borrowers read it. Do not write names and CPR numbers.',
  },
  hours: { da: 'Timer', en: 'Hours' },
  hoursHint: { da: 'Fra 1 til 8, regnet fra godkendelsen', en: 'From 1 to 8, counted from the approval' },
  ask: { da: 'Bed om åbningen', en: 'Ask for the opening' },
  sendAddress: {
    da: 'Send adressen på denne side til en administrator, som skal godkende åbningen inden et døgn.',
    en: 'Send the address of this page to an administrator, who must approve the opening within a day.',
  },
  status: { da: 'Status', en: 'Status' },
  waits: { da: 'venter på godkendelse', en: 'waits for approval' },
  approved: { da: 'godkendt', en: 'approved' },
  role: { da: 'Rolle', en: 'Role' },
  requestedBy: { da: 'Hvem har bedt om den', en: 'Who has asked' },
  forgotten: {
    da: 'Begrundelse og navn glemmes her, når åbningen er udløbet.',
    en: 'Reason and name are forgotten here when the opening has ended.',
  },
  approve: { da: 'Godkend åbningen', en: 'Approve the opening' },
  wasApproved: { da: 'Åbningen er godkendt.', en: 'The opening is approved.' },
  useIt: { da: 'Se noget igen med åbningen', en: 'Replay something with the opening' },
  useHint: {
    da: 'Hver visning noteres hos de lånere, som den viser noget om.',
    en: 'Each time it is shown, this is recorded with the borrowers of whom it shows something.',
  },
  whenForgotten: { da: 'Det, der vises, glemmes sådan:', en: 'What is shown is forgotten like this:' },
} as const satisfies Texts
