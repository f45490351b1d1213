import { endsWithBorrower, memberInOlderFolders } from './ends-of-data'
import { cprInPublicAuthority, lendingIsPublicTask } from './legal-bases'
import { borrowerAndStaff, type KindOfData, type TextInBothLanguages } from './kind-of-data'

const endsWhenPutRight: TextInBothLanguages = {
  da: 'ved udgangen af måneden efter den måned, hvor det blev rettet; senest når låneren slettes',
  en: 'at the end of the month after the month in which it was put right; at the latest when the borrower is erased',
}

const identityMember = (member: string) =>
  [{ class: 'identity', members: [member] }, memberInOlderFolders(member)] as const

/** What the library knows of who the borrower is. */
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
    shownAs: { class: 'identity', members: ['shortName'] },
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
  nameAndAddressProtection: {
    name: { da: 'Navne- og adressebeskyttelse', en: 'Protection of name and address' },
    purpose: {
      da: 'låneren vises med sit lånernummer alene; personalet ser navn og adresse efter at have skrevet hvorfor',
      en: 'the borrower is shown by borrower number alone; staff see name and address after they have written why',
    },
    legalBasis: lendingIsPublicTask,
    end: endsWhenPutRight,
    fields: [{ class: 'identity', members: ['isNameAndAddressProtected'] }],
    seenBy: borrowerAndStaff,
    changedBy: ['staff'],
  },
  identityCorrections: {
    name: { da: 'Rettelser', en: 'Corrections' },
    purpose: {
      da: 'hvorfor navn, CPR-nummer, fødselsdato, lånergruppe, kommune eller beskyttelse blev rettet',
      en: 'why name, CPR number, birth date, borrower group, municipality or protection was put right',
    },
    legalBasis: lendingIsPublicTask,
    end: endsWhenPutRight,
    fields: [{ class: 'identity', members: ['reason'] }],
    seenBy: borrowerAndStaff,
    changedBy: ['staff'],
  },
} satisfies Record<string, KindOfData>
