import {
  consentOfBorrower,
  feesArePublicTask,
  legalClaims,
  lendingIsPublicTask,
  statisticsInPublicInterest,
} from './legal-bases'
import type { KindOfData, TextInBothLanguages } from './kind-of-data'

const endsAfterBlock: TextInBothLanguages = {
  da: 'med udgangen af måneden efter den, hvor blokeringen blev hævet; senest når låneren slettes',
  en: 'with the end of the month after the block was lifted; at the latest when the borrower is erased',
}

const borrowerAndStaff = ['borrower', 'staff'] as const

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
      da: '30 dage efter afleveringen; hvad et ubetalt gebyr siger om lånet, går med gebyret',
      en: '30 days after the return; what an unpaid fee says of the loan goes with the fee',
    },
    fields: [
      { class: 'loan', members: 'every' },
      { class: 'unmatched', members: 'every' },
    ],
    seenBy: borrowerAndStaff,
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
      { class: 'reservation', members: 'every' },
      { class: 'setAside', members: 'every' },
    ],
    seenBy: borrowerAndStaff,
    changedBy: borrowerAndStaff,
  },
  outstandingBalance: {
    name: { da: 'Mellemværende', en: 'Outstanding balance' },
    purpose: { da: 'gebyrer og regninger, og betalinger af dem', en: 'fees and bills, and payments of them' },
    legalBasis: feesArePublicTask,
    end: { da: '30 dage efter at det er betalt', en: '30 days after it is settled' },
    fields: [
      { class: 'fee', members: 'every' },
      { class: 'payment', members: 'every' },
    ],
    seenBy: borrowerAndStaff,
    changedBy: [],
  },
  loanHistory: {
    name: { da: 'Lånehistorik (kun med samtykke)', en: 'Loan history (only with consent)' },
    purpose: {
      da: 'titlerne på det, låneren har lånt, til låneren selv',
      en: 'the titles of past loans, for the borrower alone',
    },
    legalBasis: consentOfBorrower,
    end: {
      da: 'med udgangen af måneden, hvor samtykket trækkes tilbage; senest når låneren slettes',
      en: 'with the end of the month in which the consent is withdrawn; at the latest when the borrower is erased',
    },
    fields: [{ class: 'history', members: 'every' }],
    seenBy: ['borrower'],
    changedBy: [],
  },
  legalHold: {
    name: { da: 'Stop for sletning', en: 'Legal hold' },
    purpose: {
      da: 'en oplysning, der ikke må slettes endnu, fordi en sag kræver den',
      en: 'one record that must not be erased yet, because a case needs it',
    },
    legalBasis: legalClaims,
    end: {
      da: 'med den sidste dag i stoppet, som er højst tolv måneder væk',
      en: 'with the last day of the hold, which is at most twelve months away',
    },
    fields: [{ class: 'hold', members: 'every' }],
    seenBy: ['administrator'],
    changedBy: ['administrator'],
  },
  statistics: {
    name: { da: 'Statistik', en: 'Statistics' },
    purpose: {
      da: 'lånergruppe, alder og kommune ved et lån, til månedens tal; siger ikke hvem',
      en: "borrower group, age class and municipality of a loan, for the month's counts; does not say whose",
    },
    legalBasis: statisticsInPublicInterest,
    end: { da: 'med månedens udgang; kun tallene bliver', en: 'with the end of the month; only the counts remain' },
    fields: [{ class: 'statistics', members: 'every' }],
    seenBy: [],
    changedBy: [],
  },
} satisfies Record<string, KindOfData>
