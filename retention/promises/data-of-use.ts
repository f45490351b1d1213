import {
  consentOfBorrower,
  feesArePublicTask,
  legalClaims,
  lendingIsPublicTask,
  statisticsInPublicInterest,
} from './legal-bases'
import { borrowerAndStaff, type KindOfData, type TextInBothLanguages } from './kind-of-data'

const endsAfterBlock: TextInBothLanguages = {
  da: 'ved udgangen af måneden efter den måned, hvor blokeringen blev hævet; senest når låneren slettes',
  en: 'at the end of the month after the month in which the block was lifted; at the latest when the borrower is erased',
}

/** What the library knows of how the borrower uses it. */
export const dataOfUse = {
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
    purpose: { da: 'en note til en blokering, kun for personalet', en: 'a note on a block, for staff only' },
    legalBasis: lendingIsPublicTask,
    end: endsAfterBlock,
    fields: [{ class: 'block', members: ['note'] }],
    seenBy: ['staff'],
    changedBy: ['staff'],
  },
  loans: {
    name: { da: 'Udlån', en: 'Loans' },
    purpose: { da: 'hvad der er lånt, og hvornår det afleveres', en: 'what is on loan, and when it is due' },
    legalBasis: lendingIsPublicTask,
    end: {
      da: '30 dage efter at lånet endte (afleveret, erstattet, afskrevet eller fortrudt); hvad et ubetalt gebyr siger om lånet, slettes sammen med gebyret',
      en: '30 days after the loan ended (returned, billed, written off or undone); what an unpaid fee says of the loan is erased with the fee',
    },
    fields: [
      {
        class: 'loan',
        members: [
          ...(['borrower', 'name', 'lentAt', 'lentOn', 'dueOn', 'previouslyDueOn', 'renewedAt'] as const),
          ...(['returnedAt', 'previouslyEndedOn', 'price', 'borrowerGroup', 'ageClass'] as const),
          ...(['fulfils', 'fulfilled', 'against'] as const),
        ],
      },
    ],
    derivedFrom: ['loan'],
    seenBy: borrowerAndStaff,
    changedBy: borrowerAndStaff,
  },
  offlineCases: {
    name: { da: 'Sager fra automater uden forbindelse', en: 'Cases of machines that were offline' },
    purpose: {
      da: 'hvad en automat gjorde, som biblioteket ikke kunne bogføre på nogen; personalet afgør det',
      en: 'what a machine did and the library could not record for anybody; staff decide it',
    },
    legalBasis: lendingIsPublicTask,
    end: { da: '30 dage efter at det blev registreret', en: '30 days after it was recorded' },
    fields: [{ class: 'unmatched', members: ['act', 'because', 'branch', 'happenedAt', 'presented', 'returnedAt'] }],
    derivedFrom: ['unmatched'],
    seenBy: ['staff'],
    changedBy: [],
  },
  reservations: {
    name: { da: 'Reserveringer', en: 'Reservations' },
    purpose: { da: 'hvad der ventes på, og hvor det hentes', en: 'what is waited for, and where it is picked up' },
    legalBasis: lendingIsPublicTask,
    end: {
      da: 'straks når materialet er lånt ud til låneren, eller når reserveringen er slettet',
      en: 'at once when the material is lent to the borrower, or when the reservation is deleted',
    },
    fields: [
      {
        class: 'reservation',
        members: [
          ...(['borrower', 'pickUpBranch', 'interestUntil', 'madeAt', 'first'] as const),
          ...(['copy', 'pickUpNumber', 'pickUpBy'] as const),
        ],
      },
      { class: 'setAside', members: ['borrower', 'reservation', 'pickUpBranch', 'pickUpNumber', 'pickUpBy'] },
    ],
    derivedFrom: ['reservation', 'setAside'],
    seenBy: borrowerAndStaff,
    changedBy: borrowerAndStaff,
  },
  outstandingBalance: {
    name: { da: 'Mellemværende', en: 'Outstanding balance' },
    purpose: { da: 'gebyrer og regninger, og betalinger af dem', en: 'fees and bills, and payments of them' },
    legalBasis: feesArePublicTask,
    end: {
      da: '30 dage efter at det er gjort op: betalt, afskrevet eller annulleret',
      en: '30 days after it is settled: paid, written off or cancelled',
    },
    fields: [
      {
        class: 'fee',
        members: [
          ...(['borrower', 'kind', 'amount', 'by', 'because', 'lentOn', 'dueOn', 'occasion', 'items'] as const),
          ...(['item.copy', 'item.title', 'item.name', 'item.daysOverdue'] as const),
          ...(['payment', 'order', 'paidOn', 'paidOutOn', 'reducedOn', 'reimbursedOn'] as const),
        ],
      },
      { class: 'payment', members: ['borrower', 'order', 'fees', 'amount', 'paidOn'] },
    ],
    derivedFrom: ['fee', 'payment'],
    seenBy: borrowerAndStaff,
    changedBy: ['staff'],
  },
  feeDecisions: {
    name: { da: 'Afgørelser om gebyrer', en: 'Decisions on fees' },
    purpose: {
      da: 'hvorfor et gebyr blev nedsat, afskrevet, annulleret eller refunderet; kun for personalet',
      en: 'why a fee was reduced, written off, cancelled or reimbursed; for staff only',
    },
    legalBasis: feesArePublicTask,
    end: { da: 'sammen med gebyret', en: 'with the fee' },
    fields: [{ class: 'fee', members: ['reason', 'role'] }],
    seenBy: ['staff'],
    changedBy: ['staff'],
  },
  loanHistory: {
    name: { da: 'Lånehistorik (kun med samtykke)', en: 'Loan history (only with consent)' },
    purpose: {
      da: 'titlerne på det, låneren har lånt, til låneren selv',
      en: 'the titles of past loans, for the borrower alone',
    },
    legalBasis: consentOfBorrower,
    end: {
      da: 'ved udgangen af den måned, hvor samtykket trækkes tilbage; senest når låneren slettes',
      en: 'at the end of the month in which the consent is withdrawn; at the latest when the borrower is erased',
    },
    fields: [{ class: 'history', members: ['givenBy', 'entry.titles', 'entry.omitted', 'entry.padding'] }],
    derivedFrom: ['history'],
    seenBy: ['borrower'],
    changedBy: borrowerAndStaff,
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
  statistics: {
    name: { da: 'Statistik', en: 'Statistics' },
    purpose: {
      da: 'lånergruppe, aldersgruppe (barn eller voksen) og kommune ved et lån eller en reservering, og afhentningsstedet, til månedens tal; siger ikke hvem',
      en: "borrower group, age class and municipality of a loan or a reservation, and the pick-up branch, for the month's counts; does not say whose",
    },
    legalBasis: statisticsInPublicInterest,
    end: { da: 'ved månedens udgang; kun tallene bliver', en: 'at the end of the month; only the counts remain' },
    fields: [{ class: 'statistics', members: ['borrowerGroup', 'ageClass', 'municipality', 'pickUpBranch'] }],
    seenBy: [],
    changedBy: [],
  },
} satisfies Record<string, KindOfData>
