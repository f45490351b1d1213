import { BlockLifted } from '../../../domain/borrower/events/block-lifted'
import { BlockSet } from '../../../domain/borrower/events/block-set'
import { BorrowerLapsed } from '../../../domain/borrower/events/borrower-lapsed'
import { BorrowerRegistered } from '../../../domain/borrower/events/borrower-registered'
import { BorrowerSeen } from '../../../domain/borrower/events/borrower-seen'
import { ContactChanged } from '../../../domain/borrower/events/contact-changed'
import { ErasureRequested } from '../../../domain/borrower/events/erasure-requested'
import { NotesRemoved } from '../../../domain/borrower/events/notes-removed'
import { NotesReplaced } from '../../../domain/borrower/events/notes-replaced'
import { NotesWritten } from '../../../domain/borrower/events/notes-written'
import { PreferencesChanged } from '../../../domain/borrower/events/preferences-changed'
import { HistoryConsentGiven } from '../../../domain/borrower/events/history-consent-given'
import { HistoryConsentWithdrawn } from '../../../domain/borrower/events/history-consent-withdrawn'
import { HistoryWritten } from '../../../domain/borrower/events/history-written'
import { loanHistoryEntryOfTitles } from '../../../domain/borrower/history/history-entry'
import type { BlockId, BorrowerId, CardId, ContactId, HistoryId, NoteId } from '../../../domain/values/ids'
import { addMonths, halfYearOfMonth, monthOf } from '../../../domain/values/month'
import {
  historyBranches,
  canaryText,
  historyMunicipalities,
  addScope,
  ifPresent,
  type HistoryStep,
  type HistoryState,
} from './history-state'

const details = (history: HistoryState) => ({
  careOf: null,
  address: `${canaryText} ${history.next}`,
  phones: [`${canaryText} ${history.next}`],
  mobileForNotices: null,
  email: null,
})

const register: HistoryStep = (history, choose) => {
  const borrower = addScope<BorrowerId>(history, 'borrower')
  const contact = addScope<ContactId>(history, 'contact', borrower)
  const card = addScope<CardId>(history, 'card', borrower)
  history.borrowers.push({ id: borrower, contact, blocks: [] })
  history.persons.push(
    BorrowerRegistered(
      { borrower, contact, card, registeredIn: monthOf(history.day) },
      {
        borrower: {
          number: `${canaryText} ${history.next}`,
          cpr: choose([null, `${canaryText} cpr ${history.next}`]) ?? null,
          name: `${canaryText} ${history.next}`,
          birthDate: choose([null, history.day]) ?? null,
          group: choose(['adult', 'child'] as const) ?? 'adult',
          municipality: choose(historyMunicipalities) ?? null,
          homeBranch: choose(historyBranches)!,
          language: 'da',
        },
        contact: { details: details(history) },
        card: { number: `${canaryText} card ${history.next}`, pin: null },
      },
    ),
  )
}

const changeContact: HistoryStep = (history, choose) =>
  ifPresent(choose(history.borrowers), (borrower) => {
    const contact = addScope<ContactId>(history, 'contact', borrower.id)
    const open = { borrower: borrower.id, contact, replaces: borrower.contact }
    history.persons.push(ContactChanged(open, { contact: { details: details(history) } }))
    borrower.contact = contact
  })

const changePreferences: HistoryStep = (history, choose) =>
  ifPresent(choose(history.borrowers), ({ id }) => {
    const borrower = { homeBranch: choose(historyBranches)!, language: 'en' as const }
    history.persons.push(PreferencesChanged({ borrower: id }, { borrower }))
  })

const block: HistoryStep = (history, choose) =>
  ifPresent(choose(history.borrowers), ({ id, blocks }) => {
    const scope = addScope<BlockId>(history, 'block', id)
    blocks.push(scope)
    history.persons.push(
      BlockSet({ borrower: id, block: scope }, { block: { reason: 'U', since: history.day, note: canaryText } }),
    )
  })

const lift: HistoryStep = (history, choose) =>
  ifPresent(choose(history.borrowers), ({ id, blocks }) =>
    ifPresent(blocks.pop(), (scope) => {
      history.persons.push(BlockLifted({ borrower: id, block: scope }, {}))
    }),
  )

const writeNotes: HistoryStep = (history, choose) =>
  ifPresent(choose(history.borrowers), (borrower) => {
    const replaces = borrower.note
    const note = addScope<NoteId>(history, 'note', borrower.id)
    const open = { borrower: borrower.id, note }
    const sealed = { note: { internalNote: canaryText, noteToBorrower: choose([null, canaryText]) ?? null } }
    history.persons.push(
      replaces === undefined ? NotesWritten(open, sealed) : NotesReplaced({ ...open, replaces }, sealed),
    )
    borrower.note = note
  })

const removeNotes: HistoryStep = (history, choose) =>
  ifPresent(choose(history.borrowers), (borrower) =>
    ifPresent(borrower.note, (note) => {
      history.persons.push(NotesRemoved({ borrower: borrower.id, note }, {}))
      borrower.note = undefined
    }),
  )

const see: HistoryStep = (history, choose) =>
  ifPresent(choose(history.borrowers), ({ id }) => {
    history.persons.push(BorrowerSeen({ borrower: id, halfYear: halfYearOfMonth(monthOf(history.day)) }, {}))
  })

const consent: HistoryStep = (history, choose) =>
  ifPresent(choose(history.borrowers), ({ id: borrower }) => {
    const scope = addScope<HistoryId>(history, 'history', borrower)
    const month = monthOf(history.day)
    const open = { borrower, history: scope }
    history.persons.push(
      HistoryConsentGiven({ ...open, givenIn: month }, { history: { givenBy: 'borrower' } }),
      HistoryWritten(
        { ...open, month: addMonths(1)(month) },
        { history: { entry: loanHistoryEntryOfTitles(history.copies.map(({ title }) => title)) } },
      ),
    )
    if (choose([true, false])) history.persons.push(HistoryConsentWithdrawn(open, {}))
  })

const leave: HistoryStep = (history, choose) =>
  ifPresent(choose(history.borrowers), ({ id }) => {
    const lapsed = BorrowerLapsed({ borrower: id, lapsedIn: monthOf(history.day) }, {})
    history.persons.push(choose([lapsed, ErasureRequested({ borrower: id }, {})])!)
  })

export const borrowerSteps = [
  ...[register, register, changeContact, changePreferences, block, lift, writeNotes, writeNotes, removeNotes],
  ...[see, consent, leave],
]
