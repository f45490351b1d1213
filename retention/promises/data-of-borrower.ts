import { cprInPublicAuthority, lendingIsPublicTask } from './legal-bases'
import { borrowerAndStaff, type KindOfData, type TextInBothLanguages } from './kind-of-data'

const endsWithBorrower: TextInBothLanguages = {
  da: 'når låneren slettes: på anmodning, så snart intet lån, gebyr eller andet står i vejen; ellers to til to et halvt år efter at biblioteket sidst blev brugt',
  en: 'when the borrower is erased: on request, as soon as no loan, fee or other matter stands in the way; otherwise two to two and a half years after the library was last used',
}

const endsWhenReplaced: TextInBothLanguages = {
  da: 'ved udgangen af måneden efter den måned, hvor det blev ændret; senest når låneren slettes',
  en: 'at the end of the month after the month of the change; at the latest when the borrower is erased',
}

/** What the library knows of who the borrower is, and how to reach them. */
export const dataOfBorrower = {
  borrowerNumber: {
    name: { da: 'Lånernummer', en: 'Borrower number' },
    purpose: {
      da: 'identificerer låneren i systemet; det er tilfældigt',
      en: 'identifies the borrower in the system; it is random',
    },
    legalBasis: lendingIsPublicTask,
    end: endsWithBorrower,
    fields: [{ class: 'borrower', members: ['number'] }],
    seenBy: borrowerAndStaff,
    changedBy: [],
  },
  cprNumber: {
    name: { da: 'CPR-nummer', en: 'CPR number' },
    purpose: {
      da: 'kræves for at låne, og siger hvem låneren er',
      en: 'is required to borrow, and says who the borrower is',
    },
    legalBasis: cprInPublicAuthority,
    end: endsWithBorrower,
    fields: [{ class: 'borrower', members: ['cpr'] }],
    seenBy: borrowerAndStaff,
    changedBy: [],
  },
  absencePeriod: {
    name: { da: 'Fraværsperiode', en: 'Absence period' },
    purpose: {
      da: 'reserveringer opfyldes ikke i den, og pladsen i køen beholdes',
      en: 'reservations are not fulfilled in it, and the queue place is kept',
    },
    legalBasis: lendingIsPublicTask,
    end: {
      da: 'ved udgangen af måneden efter den måned, hvor perioden blev fjernet, ændret eller var forbi; senest når låneren slettes',
      en: 'at the end of the month after the month in which the period was removed, changed or over; at the latest when the borrower is erased',
    },
    fields: [{ class: 'absence', members: ['from', 'until'] }],
    seenBy: borrowerAndStaff,
    changedBy: borrowerAndStaff,
  },
  name: {
    name: { da: 'Navn', en: 'Name' },
    purpose: {
      da: 'som på sundhedskortet; til betjening og breve',
      en: 'as on the health card; for service and letters',
    },
    legalBasis: lendingIsPublicTask,
    end: endsWithBorrower,
    fields: [{ class: 'borrower', members: ['name'] }],
    seenBy: borrowerAndStaff,
    changedBy: [],
  },
  birthDate: {
    name: { da: 'Fødselsdato', en: 'Birth date' },
    purpose: {
      da: 'bestemmer gebyrernes størrelse og aldersgrænsen for visse materialer',
      en: 'decides the size of fees and the age limit of certain materials',
    },
    legalBasis: lendingIsPublicTask,
    end: endsWithBorrower,
    fields: [{ class: 'borrower', members: ['birthDate'] }],
    seenBy: borrowerAndStaff,
    changedBy: [],
  },
  careOf: {
    name: { da: 'c/o navn og adresse', en: 'c/o name and address' },
    purpose: { da: 'den nuværende kontaktadresse', en: 'the present contact address' },
    legalBasis: lendingIsPublicTask,
    end: endsWhenReplaced,
    fields: [{ class: 'contact', members: ['details.careOf', 'details.address'] }],
    seenBy: borrowerAndStaff,
    changedBy: borrowerAndStaff,
  },
  phones: {
    name: { da: 'Telefon', en: 'Phones' },
    purpose: {
      da: 'sms om reserveringer og afleveringsdatoer til det nummer, der er valgt til det',
      en: 'text messages on reservations and due dates, to the number that is marked for them',
    },
    legalBasis: lendingIsPublicTask,
    end: endsWhenReplaced,
    fields: [{ class: 'contact', members: ['details.phones', 'details.mobileForNotices'] }],
    seenBy: borrowerAndStaff,
    changedBy: borrowerAndStaff,
  },
  email: {
    name: { da: 'E-mail', en: 'E-mail' },
    purpose: { da: 'mail om reserveringer og afleveringsdatoer', en: 'mail about reservations and due dates' },
    legalBasis: lendingIsPublicTask,
    end: endsWhenReplaced,
    fields: [{ class: 'contact', members: ['details.email'] }],
    seenBy: borrowerAndStaff,
    changedBy: borrowerAndStaff,
  },
  borrowerGroup: {
    name: { da: 'Lånergruppe', en: 'Borrower group' },
    purpose: {
      da: 'bestemmer lånetiden, og om der er gebyrer',
      en: 'decides loan periods, and whether fees apply',
    },
    legalBasis: lendingIsPublicTask,
    end: endsWithBorrower,
    fields: [{ class: 'borrower', members: ['group'] }],
    seenBy: borrowerAndStaff,
    changedBy: [],
  },
  homeBranch: {
    name: { da: 'Tilhørsfilial', en: 'Home branch' },
    purpose: { da: 'hvor reserverede materialer hentes', en: 'where reserved materials are picked up' },
    legalBasis: lendingIsPublicTask,
    end: endsWithBorrower,
    fields: [{ class: 'borrower', members: ['homeBranch'] }],
    seenBy: borrowerAndStaff,
    changedBy: borrowerAndStaff,
  },
  municipality: {
    name: { da: 'Kommunenr.', en: 'Municipality code' },
    purpose: {
      da: 'bopælskommunen; til statistik og til retten til netmedier',
      en: 'the municipality of residence; for statistics and for the right to use net media',
    },
    legalBasis: lendingIsPublicTask,
    end: endsWithBorrower,
    fields: [{ class: 'borrower', members: ['municipality'] }],
    seenBy: borrowerAndStaff,
    changedBy: [],
  },
  language: {
    name: { da: 'Sprog', en: 'Language' },
    purpose: {
      da: 'sproget i alle beskeder: dansk eller engelsk',
      en: 'the language of every message: Danish or English',
    },
    legalBasis: lendingIsPublicTask,
    end: endsWithBorrower,
    fields: [{ class: 'borrower', members: ['language'] }],
    seenBy: borrowerAndStaff,
    changedBy: borrowerAndStaff,
  },
  cards: {
    name: { da: 'LånerID', en: 'Borrower IDs' },
    purpose: {
      da: 'kortene, der kan lånes med; pinkoden kan ingen læse',
      en: 'the cards that may be used to borrow; nobody can read the PIN',
    },
    legalBasis: lendingIsPublicTask,
    end: endsWithBorrower,
    fields: [{ class: 'card', members: ['number', 'pin'] }],
    seenBy: borrowerAndStaff,
    changedBy: [],
  },
} satisfies Record<string, KindOfData>
