import { accountability, answerToRequest, feesArePublicTask, legalClaims, lendingIsPublicTask } from './legal-bases'
import { borrowerAndStaff, type KindOfData, type TextInBothLanguages } from './kind-of-data'

const endsAfterBlock: TextInBothLanguages = {
  da: 'ved udgangen af måneden efter den måned, hvor blokeringen blev hævet; senest når låneren slettes',
  en: 'at the end of the month after the month in which the block was lifted; at the latest when the borrower is erased',
}

/** What staff and administrators record about a borrower. */
export const dataFromStaff = {
  block: {
    name: { da: 'Blokeret d. / Blokeringsårsag', en: 'Block: since / reason' },
    purpose: {
      da: 'den dag, låneren blev blokeret, og hvorfor; en blokeret låner kan ikke bruge biblioteket',
      en: 'the day it was set and why; a blocked borrower cannot use the library',
    },
    legalBasis: lendingIsPublicTask,
    end: endsAfterBlock,
    fields: [{ class: 'block', members: ['reason', 'since'] }],
    seenBy: borrowerAndStaff,
    changedBy: ['staff'],
  },
  internalNote: {
    name: { da: 'Intern note', en: 'Internal note' },
    purpose: {
      da: 'en note om låneren eller til en blokering, kun for personalet',
      en: 'a note on the borrower or on a block, for staff only',
    },
    legalBasis: lendingIsPublicTask,
    end: {
      da: 'ved udgangen af måneden efter den måned, hvor noten blev ændret eller fjernet, eller blokeringen hævet; senest når låneren slettes',
      en: 'at the end of the month after the month in which the note was changed or removed, or the block lifted; at the latest when the borrower is erased',
    },
    fields: [
      { class: 'block', members: ['note'] },
      { class: 'note', members: ['internalNote'] },
    ],
    seenBy: ['staff'],
    changedBy: ['staff'],
  },
  notesRequest: {
    name: { da: 'Anmodning om interne noter', en: 'Request for internal notes' },
    purpose: {
      da: 'at låneren har bedt om at se de interne noter, og hvad biblioteket svarede inden en måned',
      en: 'that the borrower asked to see the internal notes, and what the library answered within a month',
    },
    legalBasis: answerToRequest,
    end: {
      da: 'ved udgangen af måneden efter den måned, hvor biblioteket svarede; senest når låneren slettes',
      en: 'at the end of the month after the month in which the library answered; at the latest when the borrower is erased',
    },
    fields: [{ class: 'note', members: ['requestedOn', 'answeredOn', 'given', 'withheldBecause'] }],
    seenBy: borrowerAndStaff,
    changedBy: ['staff'],
  },
  noteToBorrower: {
    name: { da: 'Note til låner', en: 'Note to the borrower' },
    purpose: {
      da: 'en note til låneren, som trykkes på opgørelsen over mellemværende',
      en: 'a note to the borrower, printed on the statement of outstanding matters',
    },
    legalBasis: lendingIsPublicTask,
    end: {
      da: 'ved udgangen af måneden efter den måned, hvor noten blev ændret eller fjernet; senest når låneren slettes',
      en: 'at the end of the month after the month in which the note was changed or removed; at the latest when the borrower is erased',
    },
    fields: [{ class: 'note', members: ['noteToBorrower'] }],
    seenBy: borrowerAndStaff,
    changedBy: ['staff'],
  },
  overrides: {
    name: { da: 'Tilsidesatte afvisninger', en: 'Refusals overridden' },
    purpose: {
      da: 'at personalet har udlånt, fornyet eller reserveret, selv om en regel afviste det, hvilken regel, og hvorfor',
      en: 'that staff lent, renewed or reserved although a rule refused it, which rule, and why',
    },
    legalBasis: lendingIsPublicTask,
    end: { da: 'sammen med lånet eller reserveringen', en: 'with the loan or the reservation' },
    fields: [
      { class: 'loan', members: ['override'] },
      { class: 'reservation', members: ['override'] },
    ],
    seenBy: borrowerAndStaff,
    changedBy: [],
  },
  feeDecisions: {
    name: { da: 'Afgørelser om gebyrer', en: 'Decisions on fees' },
    purpose: {
      da: 'hvorfor et gebyr blev nedsat, afskrevet, annulleret, refunderet, fornyet eller kaldt tilbage fra inddrivelse; kun for personalet',
      en: 'why a fee was reduced, written off, cancelled, reimbursed, renewed or recalled from collection; for staff only',
    },
    legalBasis: feesArePublicTask,
    end: { da: 'sammen med gebyret', en: 'with the fee' },
    fields: [{ class: 'fee', members: ['reason', 'role'] }],
    seenBy: ['staff'],
    changedBy: ['staff'],
  },
  legalHold: {
    name: { da: 'Stop for sletning', en: 'Legal hold' },
    purpose: {
      da: 'en oplysning, der ikke må slettes endnu, fordi en sag kræver den',
      en: 'one record that must not be erased yet, because a case needs it',
    },
    legalBasis: legalClaims,
    end: {
      da: 'når stoppet hæves, og senest efter dets sidste dag, højst tolv måneder frem; det kan forlænges',
      en: 'when the hold is released, and at the latest after its last day, at most twelve months ahead; it can be prolonged',
    },
    fields: [{ class: 'hold', members: ['scope', 'class', 'borrower', 'by', 'why', 'caseNumber'] }],
    derivedFrom: ['hold'],
    seenBy: ['administrator'],
    changedBy: ['administrator'],
  },
  explainedLegalHold: {
    name: { da: 'Stop for sletning, som låneren får at vide', en: 'Legal hold that the borrower is told of' },
    purpose: {
      da: 'på hvilket grundlag og hvorfor en oplysning gemmes længere, når det må siges',
      en: 'on which basis and why a record is kept longer, where it may be told',
    },
    legalBasis: legalClaims,
    end: {
      da: 'når stoppet hæves, og senest efter dets sidste dag, højst tolv måneder frem; det kan forlænges',
      en: 'when the hold is released, and at the latest after its last day, at most twelve months ahead; it can be prolonged',
    },
    fields: [{ class: 'hold', members: ['explanation.basis', 'explanation.reason'] }],
    shownAs: {
      class: 'hold',
      members: [
        'basis',
        'reason',
        'basisForBorrower',
        'reasonForBorrower',
        'heldUntil',
        'recordHeld',
        'branch',
        'camera',
        'day',
      ],
    },
    seenBy: ['borrower', 'staff', 'administrator'],
    changedBy: ['administrator'],
  },
  disclosures: {
    name: { da: 'Videregivelser', en: 'Disclosures' },
    purpose: {
      da: 'i hvilken måned, til hvem og på hvilket grundlag biblioteket har videregivet oplysninger; siger ikke om hvem: låneren ser det ved den gæld, det handler om',
      en: 'in which month, to whom and on which basis the library disclosed personal data; does not say of whom: the borrower sees it beside the debt that it is about',
    },
    legalBasis: accountability,
    end: {
      da: 'ved udgangen af måneden fem år efter videregivelsen',
      en: 'at the end of the month five years after the disclosure',
    },
    fields: [{ class: 'disclosure', members: ['recipient', 'basis', 'caseNumber'] }],
    derivedFrom: ['disclosure'],
    seenBy: ['administrator'],
    changedBy: [],
  },
} satisfies Record<string, KindOfData>
