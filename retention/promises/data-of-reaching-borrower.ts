import { endsWhenReplaced, memberInOlderFolders } from './ends-of-data'
import { lendingIsPublicTask } from './legal-bases'
import { borrowerAndStaff, type KindOfData } from './kind-of-data'

const preferenceMember = (member: string) =>
  [{ class: 'preference', members: [member] }, memberInOlderFolders(member)] as const

/** How the library reaches the borrower, what the borrower chose, and what the borrower identifies themself with. */
export const dataOfReachingBorrower = {
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
    purpose: {
      da: 'mail om reserveringer og afleveringsdatoer til den adresse, der er valgt til det, når den er bekræftet',
      en: 'mail about reservations and due dates, to the address that is marked for it, once it is verified',
    },
    legalBasis: lendingIsPublicTask,
    end: endsWhenReplaced,
    fields: [
      {
        class: 'contact',
        members: ['details.emails', 'details.emailForNotices', 'verifiedEmails', 'email', 'details.email'],
      },
    ],
    shownAs: { class: 'contact', members: ['isEmailUnverified'] },
    seenBy: borrowerAndStaff,
    changedBy: borrowerAndStaff,
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
