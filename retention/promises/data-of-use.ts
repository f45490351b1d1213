import { consentOfBorrower, feesArePublicTask, lendingIsPublicTask, statisticsInPublicInterest } from './legal-bases'
import { borrowerAndStaff, type KindOfData } from './kind-of-data'

/** What the library knows of how the borrower uses it. */
export const dataOfUse = {
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
          ...(['fulfils', 'fulfilled', 'against', 'continues'] as const),
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
          ...(['copy', 'pickUpNumber', 'pickUpBy', 'parallelTo', 'volume'] as const),
        ],
      },
      {
        class: 'parallelReservation',
        members: [
          ...(['borrower', 'titles', 'reservations', 'pickUpBranch', 'interestUntil', 'madeAt'] as const),
          ...(['statistics', 'borrowerGroup', 'municipality', 'ageClass'] as const),
        ],
      },
      { class: 'setAside', members: ['borrower', 'reservation', 'pickUpBranch', 'pickUpNumber', 'pickUpBy'] },
    ],
    derivedFrom: ['reservation', 'setAside', 'parallelReservation'],
    seenBy: borrowerAndStaff,
    changedBy: borrowerAndStaff,
  },
  outstandingBalance: {
    name: { da: 'Mellemværende', en: 'Outstanding balance' },
    purpose: {
      da: 'gebyrer og regninger, betalinger af dem, og om de er sendt til inddrivelse',
      en: 'fees and bills, payments of them, and whether they are passed on for collection',
    },
    legalBasis: feesArePublicTask,
    end: {
      da: '30 dage efter at det er gjort op: betalt, afskrevet eller annulleret; det afskrives senest tre år efter at det blev opkrævet, eller efter at gælden blev fornyet',
      en: '30 days after it is settled: paid, written off or cancelled; it is written off at the latest three years after it was levied, or after the debt was renewed',
    },
    fields: [
      {
        class: 'fee',
        members: [
          ...(['borrower', 'kind', 'amount', 'by', 'because', 'lentOn', 'dueOn', 'occasion', 'items'] as const),
          ...(['item.copy', 'item.title', 'item.name', 'item.daysOverdue'] as const),
          ...(['payment', 'order', 'paidOn', 'paidOutOn', 'paidOutAtBranch', 'reducedOn', 'reimbursedOn'] as const),
          ...(['renewedOn', 'requestedOn', 'noticeSentOn', 'payBy'] as const),
          ...(['file', 'selectedOn', 'passedOnOn', 'recalledOn'] as const),
        ],
      },
      { class: 'payment', members: ['borrower', 'order', 'fees', 'amount', 'startedOn', 'paidOn', 'paidAtBranch'] },
    ],
    derivedFrom: ['fee', 'payment'],
    seenBy: borrowerAndStaff,
    changedBy: ['staff'],
  },
  messages: {
    name: { da: 'Beskeder', en: 'Messages' },
    purpose: {
      da: 'de sms’er, mails, breve og forsendelser i Digital Post, som biblioteket har sendt om lån, reserveringer og gebyrer, og hvortil',
      en: 'the text messages, e-mails, letters and Digital Post on loans, reservations and fees, and where they were sent',
    },
    legalBasis: lendingIsPublicTask,
    end: { da: '30 dage efter den dag, beskeden hører til', en: '30 days after the day of the message' },
    fields: [
      {
        class: 'message',
        members: [
          ...(['borrower', 'kind', 'items', 'pickUp.branch', 'pickUp.number'] as const),
          ...(['channel', 'address', 'sentOn', 'reason', 'triedOn', 'failedOn'] as const),
        ],
      },
    ],
    derivedFrom: ['message'],
    seenBy: borrowerAndStaff,
    changedBy: [],
  },
  notices: {
    name: { da: 'Beskeder om låneforholdet', en: 'Messages on the registration' },
    purpose: {
      da: 'velkomst, bekræftelse af en e-mailadresse, og besked før sletning, og hvortil de er sendt',
      en: 'welcome, confirmation of an e-mail address and notice before erasure, and where they were sent',
    },
    legalBasis: lendingIsPublicTask,
    end: {
      da: 'ved udgangen af måneden efter den måned, beskeden hører til; senest når låneren slettes',
      en: 'at the end of the month after the month of the message; at the latest when the borrower is erased',
    },
    fields: [
      {
        class: 'notice',
        members: [
          'borrower',
          'kind',
          'email',
          'link',
          'guardianship',
          'erasedWith',
          'padding',
          'channel',
          'address',
          'reason',
        ],
      },
    ],
    derivedFrom: ['notice'],
    seenBy: borrowerAndStaff,
    changedBy: [],
  },
  messageCounts: {
    name: { da: 'Beskeder: antal pr. måned', en: 'Messages: numbers by month' },
    purpose: {
      da: 'hvor mange beskeder af hver slags låneren har fået i en måned; ikke om hvad, og ikke hvornår i måneden',
      en: 'how many messages of each kind the borrower got in a month; not about what, nor when in the month',
    },
    legalBasis: lendingIsPublicTask,
    end: {
      da: 'ved udgangen af den tolvte måned efter; senest når låneren slettes',
      en: 'at the end of the twelfth month after it; at the latest when the borrower is erased',
    },
    fields: [{ class: 'messageCount', members: ['borrower', 'counts', 'padding'] }],
    derivedFrom: ['messageCount'],
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
      da: 'ved udgangen af den måned, hvor samtykket trækkes tilbage; senest når låneren slettes',
      en: 'at the end of the month in which the consent is withdrawn; at the latest when the borrower is erased',
    },
    fields: [{ class: 'history', members: ['givenBy', 'entry.titles', 'entry.omitted', 'entry.padding'] }],
    derivedFrom: ['history'],
    seenBy: ['borrower'],
    changedBy: borrowerAndStaff,
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
