import fc, { type Arbitrary } from 'fast-check'
import type { CopyCommand } from '../../domain/copy/decide'
import { copyDecider } from '../../domain/copy/decider'
import { isKept, type CopyState } from '../../domain/copy/state'
import { addDays } from '../../domain/values/day'
import type { LoanId, ReservationId, SetAsideId } from '../../domain/values/ids'
import { noonOf } from '../../domain/values/instant'
import { kroner } from '../../domain/values/ore'
import { defaultPolicy } from '../../domain/policy/policy'
import {
  anna,
  bent,
  carl,
  day,
  harbourBranch,
  mainLibrary,
  standingOf,
  statistics,
  theCopy,
  theTitle,
} from '../fixtures/library'
import { uuid } from '../fixtures/uuid'
import { arbitraryStream, type Step } from './stream'

const loanIn = (state: CopyState, otherwise: number): LoanId =>
  state._tag === 'OnLoan' ? state.loan : (uuid(otherwise) as LoanId)

const setAsideIn = (state: CopyState, otherwise: number): SetAsideId =>
  isKept(state) ? state.setAside : (uuid(otherwise) as SetAsideId)

const choices = fc.record({
  type: fc.constantFrom<CopyCommand['type']>(
    ...(['Acquire', 'Lend', 'RecordLoan', 'Renew', 'Return', 'UndoLoan', 'SetAside', 'Send', 'Arrive'] as const),
    ...(['ReleaseSetAside', 'BillAsLost', 'Find', 'Withdraw'] as const),
  ),
  borrower: fc.constantFrom(anna, bent, carl),
  branch: fc.constantFrom(mainLibrary, harbourBranch),
  days: fc.constantFrom(0, 0, 25, 70),
  blocked: fc.boolean(),
})

type Choice = typeof choices extends Arbitrary<infer A> ? A : never

/** A command that makes sense in some state, so that streams get somewhere. */
const commandOf =
  ({ type, borrower, branch, days, blocked }: Choice): Step<CopyCommand, CopyState> =>
  (state, step) => {
    const today = addDays(days)(state._tag === 'OnLoan' ? state.lentOn : day('2026-01-05'))
    const at = noonOf(today)
    const standing = standingOf(borrower, { blocks: blocked && type === 'RecordLoan' ? ['U'] : [] })
    const own =
      state._tag === 'OnLoan' && state.details._tag === 'Plain' ? standingOf(state.details.value.borrower) : standing
    const id = 1_000 + step * 10
    switch (type) {
      case 'Acquire':
        return {
          ...{ type, copy: theCopy, title: theTitle, branch, group: 'standard', ageLimit: null },
          ...{ price: kroner(100), name: 'Night and Day', author: null },
        }
      case 'Lend':
      case 'RecordLoan':
        return { type, loan: uuid(id) as LoanId, statistics, standing, branch, at }
      case 'Renew':
        return { type, loan: loanIn(state, id), standing: own, waiting: 0, at }
      case 'Return':
        return { type, branch, at }
      case 'UndoLoan':
        return { type, loan: loanIn(state, id), branch, at }
      case 'SetAside': {
        const setAside = uuid(id + 1) as SetAsideId
        const reservation = uuid(id + 2) as ReservationId
        return { type, setAside, borrower, reservation, pickUpBranch: branch, pickUpNumber: '000123', at }
      }
      case 'Send':
        return { type, to: branch }
      case 'Arrive':
        return { type, branch, pickUpNumber: '000124', at }
      case 'ReleaseSetAside':
        return { type, setAside: setAsideIn(state, id) }
      case 'BillAsLost':
        return { type, loan: loanIn(state, id), day: today }
      case 'Find':
        return { type, branch, day: today }
      case 'Withdraw':
        return { type }
    }
  }

/** A command to a copy, whatever its state. */
export const arbitraryCopyStep: Arbitrary<Step<CopyCommand, CopyState>> = choices.map(commandOf)

/** What may happen to a copy in its life. */
export const arbitraryCopyStream = arbitraryStream(copyDecider(defaultPolicy), arbitraryCopyStep)

export const copyCommands: ReadonlyArray<(state: CopyState) => CopyCommand> = fc
  .sample(arbitraryCopyStep, { numRuns: 100, seed: 7 })
  .map((step) => (state) => step(state, 99))
