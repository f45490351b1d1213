import { AbsenceChanged } from '../../domain/borrower/events/absence-changed'
import { AbsenceEnded } from '../../domain/borrower/events/absence-ended'
import { AbsenceRemoved } from '../../domain/borrower/events/absence-removed'
import { AbsenceSet } from '../../domain/borrower/events/absence-set'
import { BlockLifted } from '../../domain/borrower/events/block-lifted'
import { BlockSet } from '../../domain/borrower/events/block-set'
import { BorrowerLapsed } from '../../domain/borrower/events/borrower-lapsed'
import { BorrowerRegistered } from '../../domain/borrower/events/borrower-registered'
import { BorrowerSeen } from '../../domain/borrower/events/borrower-seen'
import { CardIssued } from '../../domain/borrower/events/card-issued'
import { CardReportedStolen } from '../../domain/borrower/events/card-reported-stolen'
import { ContactChanged } from '../../domain/borrower/events/contact-changed'
import { EmailVerified } from '../../domain/borrower/events/email-verified'
import { ErasureAnnounced } from '../../domain/borrower/events/erasure-announced'
import { ErasureRequested } from '../../domain/borrower/events/erasure-requested'
import { GuardianCorrected } from '../../domain/borrower/events/guardian-corrected'
import { GuardianEmailVerified } from '../../domain/borrower/events/guardian-email-verified'
import { GuardianPaperDestroyed } from '../../domain/borrower/events/guardian-paper-destroyed'
import { GuardianRegistered } from '../../domain/borrower/events/guardian-registered'
import { GuardianshipEnded } from '../../domain/borrower/events/guardianship-ended'
import { HistoryConsentGiven } from '../../domain/borrower/events/history-consent-given'
import { HistoryConsentWithdrawn } from '../../domain/borrower/events/history-consent-withdrawn'
import { ViewWritten } from '../../domain/borrower/events/view-written'
import { paddingOfViews } from '../../domain/borrower/views-of-openings'
import { HistoryWritten } from '../../domain/borrower/events/history-written'
import { loanHistoryEntryOfTitles } from '../../domain/borrower/history/history-entry'
import { IdentityChanged } from '../../domain/borrower/events/identity-changed'
import { PinSet } from '../../domain/borrower/events/pin-set'
import { PreferencesSet } from '../../domain/borrower/events/preferences-set'
import { NotesRequestAnswered } from '../../domain/borrower/events/notes-request-answered'
import { NotesRequested } from '../../domain/borrower/events/notes-requested'
import { NotesRemoved } from '../../domain/borrower/events/notes-removed'
import { NotesReplaced } from '../../domain/borrower/events/notes-replaced'
import { NotesWritten } from '../../domain/borrower/events/notes-written'
import { PreferencesChanged } from '../../domain/borrower/events/preferences-changed'
import type { MunicipalityCode } from '../../domain/values/ids'
import type { HalfYear } from '../../domain/values/month'
import { goldenStream } from './golden-stream'
import {
  absence,
  block,
  card,
  ditte,
  firstContact,
  firstNote,
  notesRequest,
  guardian,
  guardianship,
  harbour,
  history,
  identity,
  main,
  month,
  on,
  pin,
  preference,
  secondAbsence,
  secondCard,
  secondContact,
  secondGuardian,
  secondIdentity,
  secondPreference,
  secondNote,
  title,
  view,
} from './golden-ids'

const views = [{ role: 'staff', reason: 'Et brev skal sendes', opened: 'nameAndAddress' }] as const

const details = {
  careOf: 'c/o Menneskebarn',
  address: 'Vej 1, 9000 Aalborg',
  phones: ['+45 11 11 11 11'],
  mobileForNotices: null,
  emails: ['ditte@example.org'],
  emailForNotices: 'ditte@example.org',
}

const identityDetails = {
  cpr: '0101901234',
  name: 'Ditte Menneskebarn Ærø',
  birthDate: on('01-01'),
  group: 'adult',
  municipality: '851' as MunicipalityCode,
} as const

const guardianDetails = {
  ...{ guardianship, cpr: '0101705000', name: 'Vera Værge', details, verifiedEmails: [], paper: null },
}

/** Each event of a borrower. */
export const goldenBorrowerEvents = goldenStream('persons', 'borrower', ditte, month)(
  BorrowerRegistered(
    { borrower: ditte, identity, preference, contact: firstContact, card, registeredIn: month },
    {
      borrower: { number: 'L000000001', detailsOfVersion1: null },
      identity: identityDetails,
      preference: { homeBranch: main, language: 'da' },
      contact: { details, verifiedEmails: ['ditte@example.org'] },
      card: { number: 'K-0000000001', pin: null },
    },
  ),
  ContactChanged(
    { borrower: ditte, contact: secondContact, replaces: firstContact },
    { contact: { details: { ...details, careOf: null, address: 'Vej 2, 9000 Aalborg' }, verifiedEmails: [] } },
  ),
  EmailVerified({ borrower: ditte, contact: secondContact }, { contact: { email: 'ditte@example.org' } }),
  PreferencesChanged({ borrower: ditte }, { borrower: { homeBranch: harbour, language: 'en' } }),
  IdentityChanged(
    { borrower: ditte, identity: secondIdentity, replaces: identity },
    { identity: { ...identityDetails, name: 'Ditte Ærø', isNameAndAddressProtected: true, reason: 'register' } },
  ),
  PreferencesSet(
    { borrower: ditte, preference: secondPreference, replaces: preference },
    { preference: { homeBranch: harbour, language: 'en' } },
  ),
  CardIssued({ borrower: ditte, card: secondCard, replaces: card }, { card: { number: 'K-0000000002' } }),
  CardReportedStolen({ borrower: ditte, card: secondCard }, {}),
  PinSet({ borrower: ditte, pin, replaces: null }, { pin: { hash: 'a salted hash' } }),
  BlockSet({ borrower: ditte, block }, { block: { reason: 'U', since: on('01-05'), note: 'Har råbt højt' } }),
  BlockLifted({ borrower: ditte, block }, {}),
  NotesWritten(
    { borrower: ditte, note: firstNote },
    { note: { internalNote: 'Ringede om sit lån', noteToBorrower: null } },
  ),
  NotesReplaced(
    { borrower: ditte, note: secondNote, replaces: firstNote },
    { note: { internalNote: null, noteToBorrower: 'Husk bilaget' } },
  ),
  NotesRemoved({ borrower: ditte, note: secondNote }, {}),
  NotesRequested({ borrower: ditte, note: notesRequest }, { note: { requestedOn: on('01-12') } }),
  NotesRequestAnswered(
    { borrower: ditte, note: notesRequest },
    { note: { answeredOn: on('01-20'), given: 'Ringede om sit lån', withheldBecause: null } },
  ),
  BorrowerSeen({ borrower: ditte, halfYear: '2026-H1' as HalfYear }, {}),
  HistoryConsentGiven({ borrower: ditte, history, givenIn: month }, { history: { givenBy: 'borrower' } }),
  HistoryWritten({ borrower: ditte, history, month }, { history: { entry: loanHistoryEntryOfTitles([title]) } }),
  HistoryConsentWithdrawn({ borrower: ditte, history }, {}),
  AbsenceSet({ borrower: ditte, absence }, { absence: { from: on('01-10'), until: null } }),
  AbsenceChanged(
    { borrower: ditte, absence: secondAbsence, replaces: absence },
    { absence: { from: on('01-10'), until: on('01-20') } },
  ),
  AbsenceEnded({ borrower: ditte, absence: secondAbsence, endedIn: month }, {}),
  AbsenceRemoved({ borrower: ditte, absence: secondAbsence }, {}),
  GuardianRegistered(
    { borrower: ditte, guardian, replaces: null },
    { guardian: { ...guardianDetails, paper: { month, branch: main } } },
  ),
  GuardianEmailVerified({ borrower: ditte, guardian }, { guardian: { email: 'ditte@example.org' } }),
  GuardianCorrected(
    { borrower: ditte, guardian: secondGuardian, replaces: guardian },
    { guardian: { ...guardianDetails, details: { ...details, emails: [], emailForNotices: null } } },
  ),
  GuardianshipEnded({ borrower: ditte, guardian: secondGuardian, endedIn: month }, {}),
  GuardianPaperDestroyed({ borrower: ditte, guardian: secondGuardian }, {}),
  ViewWritten({ borrower: ditte, view, month }, { view: { views, padding: paddingOfViews(views) } }),
  ErasureRequested({ borrower: ditte }, {}),
  BorrowerLapsed({ borrower: ditte, lapsedIn: month }, {}),
  ErasureAnnounced({ borrower: ditte, announcedIn: month, lapsesIn: month }, {}),
)
