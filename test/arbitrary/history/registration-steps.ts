import { BorrowerRegistered } from '../../../domain/borrower/events/borrower-registered'
import { CardIssued } from '../../../domain/borrower/events/card-issued'
import { CardReportedStolen } from '../../../domain/borrower/events/card-reported-stolen'
import { ContactChanged } from '../../../domain/borrower/events/contact-changed'
import { EmailVerified } from '../../../domain/borrower/events/email-verified'
import { IdentityChanged } from '../../../domain/borrower/events/identity-changed'
import { PinSet } from '../../../domain/borrower/events/pin-set'
import { PreferencesSet } from '../../../domain/borrower/events/preferences-set'
import { PreferencesChanged } from '../../../domain/borrower/events/preferences-changed'
import { unprotectedIdentity } from '../../../domain/borrower/personal-details'
import { erased } from '../../../domain/event/plain-or-erased'
import type { BorrowerId, CardId, ContactId, IdentityId, PinId, PreferenceId } from '../../../domain/values/ids'
import { monthOf } from '../../../domain/values/month'
import {
  historyBranches,
  canaryText,
  historyMunicipalities,
  addScope,
  ifPresent,
  type ChooseRandomItem,
  type HistoryStep,
  type HistoryState,
} from './history-state'

const contactDetails = (history: HistoryState) => ({
  careOf: null,
  address: `${canaryText} ${history.next}`,
  phones: [`${canaryText} ${history.next}`],
  mobileForNotices: null,
  emails: [`${canaryText}@${history.next}`],
  emailForNotices: `${canaryText}@${history.next}`,
})

const identityDetails = (history: HistoryState, choose: ChooseRandomItem) => ({
  cpr: choose([null, `${canaryText} cpr ${history.next}`]) ?? null,
  name: `${canaryText} ${history.next}`,
  birthDate: choose([null, history.day]) ?? null,
  group: choose(['adult', 'child'] as const) ?? ('adult' as const),
  municipality: choose(historyMunicipalities) ?? null,
})

const preferences = (choose: ChooseRandomItem) => ({ homeBranch: choose(historyBranches)!, language: 'da' as const })

/** A registration, as it is recorded today, or as one of version 1 is read. */
const register =
  (asVersion1: boolean): HistoryStep =>
  (history, choose) => {
    const borrower = addScope<BorrowerId>(history, 'borrower')
    const contact = addScope<ContactId>(history, 'contact', borrower)
    const card = addScope<CardId>(history, 'card', borrower)
    const identity = asVersion1 ? null : addScope<IdentityId>(history, 'identity', borrower)
    const preference = asVersion1 ? null : addScope<PreferenceId>(history, 'preference', borrower)
    history.borrowers.push({ id: borrower, contact, identity, preference, card, pin: null, blocks: [] })
    const details = identityDetails(history, choose)
    const chosen = preferences(choose)
    const event = BorrowerRegistered(
      { borrower, identity, preference, contact, card, registeredIn: monthOf(history.day) },
      {
        borrower: {
          number: `${canaryText} ${history.next}`,
          detailsOfVersion1: asVersion1 ? { ...details, ...chosen } : null,
        },
        identity: details,
        preference: chosen,
        contact: { details: contactDetails(history), verifiedEmails: choose([[], [`${canaryText} mail`]]) ?? [] },
        card: { number: `${canaryText} card ${history.next}`, pin: asVersion1 ? `${canaryText} pin` : null },
      },
    )
    history.persons.push(
      asVersion1 ? { ...event, sealed: { ...event.sealed, identity: erased, preference: erased } } : event,
    )
  }

const changeIdentity: HistoryStep = (history, choose) =>
  ifPresent(choose(history.borrowers), (borrower) => {
    const identity = addScope<IdentityId>(history, 'identity', borrower.id)
    const open = { borrower: borrower.id, identity, replaces: borrower.identity }
    const details = {
      ...unprotectedIdentity(identityDetails(history, choose)),
      isNameAndAddressProtected: choose([true, false]) ?? false,
      reason: `${canaryText} why`,
    }
    history.persons.push(IdentityChanged(open, { identity: details }))
    borrower.identity = identity
  })

const setPreferences: HistoryStep = (history, choose) =>
  ifPresent(choose(history.borrowers), (borrower) => {
    const preference = addScope<PreferenceId>(history, 'preference', borrower.id)
    const open = { borrower: borrower.id, preference, replaces: borrower.preference }
    history.persons.push(PreferencesSet(open, { preference: preferences(choose) }))
    borrower.preference = preference
  })

const issueCard: HistoryStep = (history, choose) =>
  ifPresent(choose(history.borrowers), (borrower) => {
    const card = addScope<CardId>(history, 'card', borrower.id)
    const open = { borrower: borrower.id, card, replaces: choose([borrower.card, null]) ?? null }
    history.persons.push(CardIssued(open, { card: { number: `${canaryText} card ${history.next}` } }))
    borrower.card = card
  })

const reportStolen: HistoryStep = (history, choose) =>
  ifPresent(choose(history.borrowers), ({ id: borrower, card }) => {
    history.persons.push(CardReportedStolen({ borrower, card }, {}))
  })

const setPin: HistoryStep = (history, choose) =>
  ifPresent(choose(history.borrowers), (borrower) => {
    const pin = addScope<PinId>(history, 'pin', borrower.id)
    const open = { borrower: borrower.id, pin, replaces: borrower.pin }
    history.persons.push(PinSet(open, { pin: { hash: `${canaryText} hash ${history.next}` } }))
    borrower.pin = pin
  })

const changeContact: HistoryStep = (history, choose) =>
  ifPresent(choose(history.borrowers), (borrower) => {
    const contact = addScope<ContactId>(history, 'contact', borrower.id)
    const open = { borrower: borrower.id, contact, replaces: borrower.contact }
    history.persons.push(ContactChanged(open, { contact: { details: contactDetails(history), verifiedEmails: [] } }))
    borrower.contact = contact
  })

const verifyEmail: HistoryStep = (history, choose) =>
  ifPresent(choose(history.borrowers), ({ id: borrower, contact }) => {
    history.persons.push(EmailVerified({ borrower, contact }, { contact: { email: `${canaryText} ${history.next}` } }))
  })

/** Older folders have it, before anything that is recorded today. */
const changePreferences: HistoryStep = (history, choose) =>
  ifPresent(choose(history.borrowers), ({ id, preference }) => {
    if (preference !== null) return
    const borrower = { homeBranch: choose(historyBranches)!, language: 'en' as const }
    history.persons.push(PreferencesChanged({ borrower: id }, { borrower }))
  })

/** A registration of today and one of version 1. */
export const registrationSteps = [register(false), register(true)]

export const recordSteps = [
  ...[changeIdentity, changeContact, verifyEmail, setPreferences, changePreferences, issueCard, reportStolen, setPin],
]
