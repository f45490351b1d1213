import { cprInPublicAuthority, lendingIsPublicTask } from './legal-bases'
import { borrowerAndStaff, type KindOfData, type PersonalFields, type TextInBothLanguages } from './kind-of-data'

const endsWithBorrower: TextInBothLanguages = {
  da: 'når låneren slettes: på anmodning, så snart intet lån, gebyr eller andet står i vejen; ellers to til to et halvt år efter at biblioteket sidst blev brugt',
  en: 'when the borrower is erased: on request, as soon as no loan, fee or other matter stands in the way; otherwise two to two and a half years after the library was last used',
}

const endsWhenPutRight: TextInBothLanguages = {
  da: 'ved udgangen af måneden efter den måned, hvor det blev rettet; senest når låneren slettes',
  en: 'at the end of the month after the month in which it was put right; at the latest when the borrower is erased',
}

const endsWhenReplaced: TextInBothLanguages = {
  da: 'ved udgangen af måneden efter den måned, hvor det blev ændret; senest når låneren slettes',
  en: 'at the end of the month after the month of the change; at the latest when the borrower is erased',
}

/** In older folders the value is sealed with the borrower: in events of the first version, and as they read today. */
const memberInOlderFolders = (member: string): PersonalFields => ({
  class: 'borrower',
  members: [member, `detailsOfVersion1.${member}`],
})

const identityMember = (member: string) =>
  [{ class: 'identity', members: [member] }, memberInOlderFolders(member)] as const
const preferenceMember = (member: string) =>
  [{ class: 'preference', members: [member] }, memberInOlderFolders(member)] as const

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
    end: endsWhenPutRight,
    fields: identityMember('cpr'),
    seenBy: borrowerAndStaff,
    changedBy: ['staff'],
  },
  name: {
    name: { da: 'Navn', en: 'Name' },
    purpose: {
      da: 'som på sundhedskortet; til betjening og breve',
      en: 'as on the health card; for service and letters',
    },
    legalBasis: lendingIsPublicTask,
    end: endsWhenPutRight,
    fields: identityMember('name'),
    seenBy: borrowerAndStaff,
    changedBy: ['staff'],
  },
  birthDate: {
    name: { da: 'Fødselsdato', en: 'Birth date' },
    purpose: {
      da: 'bestemmer gebyrernes størrelse og aldersgrænsen for visse materialer',
      en: 'decides the size of fees and the age limit of certain materials',
    },
    legalBasis: lendingIsPublicTask,
    end: endsWhenPutRight,
    fields: identityMember('birthDate'),
    seenBy: borrowerAndStaff,
    changedBy: ['staff'],
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
    end: endsWhenPutRight,
    fields: identityMember('group'),
    seenBy: borrowerAndStaff,
    changedBy: ['staff'],
  },
  homeBranch: {
    name: { da: 'Tilhørsfilial', en: 'Home branch' },
    purpose: { da: 'hvor reserverede materialer hentes', en: 'where reserved materials are picked up' },
    legalBasis: lendingIsPublicTask,
    end: endsWhenReplaced,
    fields: preferenceMember('homeBranch'),
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
    end: endsWhenPutRight,
    fields: identityMember('municipality'),
    seenBy: borrowerAndStaff,
    changedBy: ['staff'],
  },
  language: {
    name: { da: 'Sprog', en: 'Language' },
    purpose: {
      da: 'sproget i alle beskeder: dansk eller engelsk',
      en: 'the language of every message: Danish or English',
    },
    legalBasis: lendingIsPublicTask,
    end: endsWhenReplaced,
    fields: preferenceMember('language'),
    seenBy: borrowerAndStaff,
    changedBy: borrowerAndStaff,
  },
  identityCorrections: {
    name: { da: 'Rettelser', en: 'Corrections' },
    purpose: {
      da: 'hvorfor navn, CPR-nummer, fødselsdato, lånergruppe eller kommune blev rettet',
      en: 'why name, CPR number, birth date, borrower group or municipality was put right',
    },
    legalBasis: lendingIsPublicTask,
    end: endsWhenPutRight,
    fields: [{ class: 'identity', members: ['reason'] }],
    seenBy: borrowerAndStaff,
    changedBy: ['staff'],
  },
  cards: {
    name: { da: 'LånerID', en: 'Borrower IDs' },
    purpose: { da: 'kortene, der kan lånes med', en: 'the cards that may be used to borrow' },
    legalBasis: lendingIsPublicTask,
    end: {
      da: 'ved udgangen af måneden efter den måned, hvor kortet blev erstattet eller meldt stjålet; senest når låneren slettes',
      en: 'at the end of the month after the month in which the card was replaced or reported stolen; at the latest when the borrower is erased',
    },
    fields: [{ class: 'card', members: ['number'] }],
    seenBy: borrowerAndStaff,
    changedBy: borrowerAndStaff,
  },
  pin: {
    name: { da: 'Pinkode', en: 'PIN' },
    purpose: {
      da: 'beviser, at den, der bruger kortet, er låneren; ingen kan læse den',
      en: 'proves that whoever uses the card is the borrower; nobody can read it',
    },
    legalBasis: lendingIsPublicTask,
    end: {
      da: 'straks når den er ændret; senest når låneren slettes',
      en: 'at once when it is changed; at the latest when the borrower is erased',
    },
    fields: [
      { class: 'pin', members: ['hash'] },
      { class: 'card', members: ['pin'] },
    ],
    seenBy: [],
    changedBy: borrowerAndStaff,
  },
} satisfies Record<string, KindOfData>
