import { AbsenceChanged } from '../../../domain/borrower/events/absence-changed'
import { AbsenceEnded } from '../../../domain/borrower/events/absence-ended'
import { AbsenceRemoved } from '../../../domain/borrower/events/absence-removed'
import { AbsenceSet } from '../../../domain/borrower/events/absence-set'
import { BlockLifted } from '../../../domain/borrower/events/block-lifted'
import { BlockSet } from '../../../domain/borrower/events/block-set'
import { BorrowerLapsed } from '../../../domain/borrower/events/borrower-lapsed'
import { BorrowerSeen } from '../../../domain/borrower/events/borrower-seen'
import { ErasureAnnounced } from '../../../domain/borrower/events/erasure-announced'
import { ErasureRequested } from '../../../domain/borrower/events/erasure-requested'
import { NotesRequestAnswered } from '../../../domain/borrower/events/notes-request-answered'
import { NotesRequested } from '../../../domain/borrower/events/notes-requested'
import { NotesRemoved } from '../../../domain/borrower/events/notes-removed'
import { NotesReplaced } from '../../../domain/borrower/events/notes-replaced'
import { NotesWritten } from '../../../domain/borrower/events/notes-written'
import { HistoryConsentGiven } from '../../../domain/borrower/events/history-consent-given'
import { HistoryConsentWithdrawn } from '../../../domain/borrower/events/history-consent-withdrawn'
import { HistoryWritten } from '../../../domain/borrower/events/history-written'
import { loanHistoryEntryOfTitles } from '../../../domain/borrower/history/history-entry'
import { addDays } from '../../../domain/values/day'
import type { AbsenceId, BlockId, HistoryId, NoteId } from '../../../domain/values/ids'
import { addMonths, halfYearOfMonth, monthOf } from '../../../domain/values/month'
import { canaryText, addScope, ifPresent, type HistoryStep } from './history-state'

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

const requestNotes: HistoryStep = (history, choose) =>
  ifPresent(choose(history.borrowers), ({ id }) => {
    const open = { borrower: id, note: addScope<NoteId>(history, 'note', id) }
    history.persons.push(NotesRequested(open, { note: { requestedOn: history.day } }))
    if (choose([true, false]) === true)
      history.persons.push(
        NotesRequestAnswered(open, {
          note: { answeredOn: history.day, given: canaryText, withheldBecause: choose([null, canaryText]) ?? null },
        }),
      )
  })

const see: HistoryStep = (history, choose) =>
  ifPresent(choose(history.borrowers), ({ id }) => {
    history.persons.push(BorrowerSeen({ borrower: id, halfYear: halfYearOfMonth(monthOf(history.day)) }, {}))
  })

const announceErasure: HistoryStep = (history, choose) =>
  ifPresent(choose(history.borrowers), ({ id: borrower }) => {
    const announcedIn = monthOf(history.day)
    history.persons.push(ErasureAnnounced({ borrower, announcedIn, lapsesIn: addMonths(1)(announcedIn) }, {}))
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

/** Sets an absence period, and replaces, removes or ends it, or leaves it as it is. */
const absence: HistoryStep = (history, choose) =>
  ifPresent(choose(history.borrowers), ({ id: borrower }) => {
    const first = addScope<AbsenceId>(history, 'absence', borrower)
    const period = { from: history.day, until: choose([null, addDays(20)(history.day)]) ?? null }
    const open = { borrower, absence: first }
    history.persons.push(AbsenceSet(open, { absence: period }))
    const what = choose(['replace', 'remove', 'end', 'leave'] as const)
    if (what === 'replace') {
      const second = addScope<AbsenceId>(history, 'absence', borrower)
      history.persons.push(AbsenceChanged({ borrower, absence: second, replaces: first }, { absence: period }))
    }
    if (what === 'remove') history.persons.push(AbsenceRemoved(open, {}))
    if (what === 'end') history.persons.push(AbsenceEnded({ ...open, endedIn: monthOf(history.day) }, {}))
  })

const leave: HistoryStep = (history, choose) =>
  ifPresent(choose(history.borrowers), ({ id }) => {
    const lapsed = BorrowerLapsed({ borrower: id, lapsedIn: monthOf(history.day) }, {})
    history.persons.push(choose([lapsed, ErasureRequested({ borrower: id }, {})])!)
  })

export const borrowerSteps = [
  block,
  lift,
  writeNotes,
  writeNotes,
  removeNotes,
  requestNotes,
  see,
  announceErasure,
  consent,
  absence,
  leave,
]
