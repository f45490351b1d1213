import { addDays, type Day } from '../../../../../domain/values/day'
import { demoBorrowers } from '../../../../imports/demo/demo-borrowers'
import { demoHarbourBranch, demoMainBranch } from '../../../../imports/demo/demo-copies'
import {
  exampleBorrowers,
  exampleCopies,
  unusedDemoCardNumber,
  unusedDemoCardNumberForIssue,
} from '../../../../imports/demo/demo-records-for-examples'
import { notesEtag, recordEtag } from '../../resources/borrowers/borrower-etag'
import type { RequestExamples } from '../../openapi/request-example'
import type { ExampleIds } from './find-example-ids'

const [, borrowerWithStolenCard] = demoBorrowers

const contact = {
  careOf: null,
  address: 'Eksempelvej 1, 9000 Aalborg',
  phones: ['+4500000000'],
  mobileForNotices: '+4500000000',
  emails: ['reader@example.org'],
  emailForNotices: 'reader@example.org',
}

const newBorrower = {
  name: 'Ann Eksempel',
  cpr: null,
  birthDate: '1980-05-01',
  group: 'adult',
  municipality: '851',
  homeBranch: demoMainBranch,
  language: 'da',
  contact,
  card: unusedDemoCardNumber,
  pin: '2468',
}

/** The CPR number is a replacement number of no day, which belongs to nobody. */
const websiteRegistration = {
  ...{ name: 'Bo Eksempel', cpr: '610580-0000', homeBranch: demoMainBranch, language: 'da', pin: '2468' },
  contact: { ...contact, emails: [], emailForNotices: null },
}

/** Examples of commands to reservations of the demo library. */
export const reservationRequestExamples = (ids: ExampleIds, today: Day): RequestExamples => {
  const { title } = exampleCopies.toReserve
  const { withReservationToChange, withReservationToCancel } = exampleBorrowers
  return {
    reserveTitle: {
      parameters: { title: exampleCopies.toReserveOnShelf.title },
      body: { borrower: ids.borrower(exampleBorrowers.toReserveFor) },
    },
    reserveParallelTitles: {
      parameters: { borrower: ids.borrower(exampleBorrowers.toReserveFor) },
      body: { titles: [exampleCopies.toMark.title, exampleCopies.volumeOnShelf.title] },
    },
    changeReservation: {
      parameters: { title, reservation: ids.reservation(withReservationToChange) },
      body: { interestUntil: addDays(60)(today) },
    },
    cancelReservation: { parameters: { title, reservation: ids.reservation(withReservationToCancel) } },
  }
}

/** Examples of commands to borrowers of the demo library. */
export const borrowerRequestExamples = async (ids: ExampleIds, today: Day): Promise<RequestExamples> => {
  const { toChangeContact, toChangePreferences, toChangeIdentity, toBeAbsent, toBlock, toErase, toLendTo } =
    exampleBorrowers
  const blocked = borrowerWithStolenCard ?? toBlock
  return {
    registerBorrower: { body: newBorrower },
    registerFromWebsite: { body: websiteRegistration },
    lookUpBorrower: { body: { card: toLendTo.card } },
    changeIdentity: {
      parameters: { borrower: ids.borrower(toChangeIdentity) },
      ifMatch: await ids.etag(toChangeIdentity, recordEtag),
      body: { name: 'Ann Rettet', cpr: null, group: 'adult', municipality: '851', reason: 'Navn efter vielse' },
    },
    changeProtection: {
      parameters: { borrower: ids.borrower(toChangeIdentity) },
      body: { protection: 'none', reason: 'Beskyttelsen er ophørt' },
    },
    openNameAndAddress: {
      parameters: { borrower: ids.borrower(toChangeIdentity) },
      body: { reason: 'Et brev skal sendes' },
    },
    issueCard: {
      parameters: { borrower: ids.borrower(toChangeIdentity) },
      body: { number: unusedDemoCardNumberForIssue },
    },
    reportCardStolen: { parameters: { borrower: ids.borrower(toChangeIdentity), card: ids.card(toChangeIdentity) } },
    setPin: { parameters: { borrower: ids.borrower(toChangeIdentity) }, body: { pin: '1357' } },
    lookUpNetMediaRight: { body: { card: toLendTo.card } },
    changeContact: {
      parameters: { borrower: ids.borrower(toChangeContact) },
      ifMatch: await ids.etag(toChangeContact, recordEtag),
      body: contact,
    },
    sendEmailLink: { parameters: { borrower: ids.borrower(toChangeContact) } },
    changePreferences: {
      parameters: { borrower: ids.borrower(toChangePreferences) },
      ifMatch: await ids.etag(toChangePreferences, recordEtag),
      body: { homeBranch: demoHarbourBranch, language: 'en' },
    },
    setAbsence: {
      parameters: { borrower: ids.borrower(toBeAbsent) },
      ifMatch: await ids.etag(toBeAbsent, recordEtag),
      body: { from: null, until: addDays(120)(today) },
    },
    removeAbsence: { parameters: { borrower: ids.borrower(toChangePreferences) } },
    blockBorrower: { parameters: { borrower: ids.borrower(toBlock) }, body: { reason: 'U', note: null } },
    changeNotes: {
      parameters: { borrower: ids.borrower(toBlock) },
      ifMatch: await ids.etag(toBlock, notesEtag),
      body: { internalNote: 'Ringede om sit lån', noteToBorrower: 'Husk at aflevere bilaget' },
    },
    requestNotes: { parameters: { borrower: ids.borrower(toChangeContact) } },
    answerNotesRequest: {
      parameters: { borrower: ids.borrower(toBlock) },
      body: { given: 'Ringede om sit lån', withheldBecause: null },
    },
    liftBlock: { parameters: { borrower: ids.borrower(blocked), block: ids.block(blocked) } },
    giveHistoryConsent: { parameters: { borrower: ids.borrower(toChangeContact) } },
    withdrawHistoryConsent: { parameters: { borrower: ids.borrower(toChangePreferences) } },
    requestErasure: { parameters: { borrower: ids.borrower(toErase) } },
  }
}
