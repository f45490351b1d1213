import fc from 'fast-check'
import { copyDecider } from '../../domain/copy/copy-decider'
import { isReservedCopy, type CopyState } from '../../domain/copy/copy-state'
import { defaultLibraryPolicy } from '../../domain/policy/policy'
import { copyById } from '../../projections/copies/copy-queries'
import { missingCopiesTable, type CopyStatus } from '../../projections/copies/copies-table'
import { reservedCopyById } from '../../projections/queue/reserved-copy-queries'
import { arbitraryCopyStream } from '../arbitrary/arbitrary-copy-stream'
import { firstCopy } from '../fixtures/example-library'
import { stateAfter } from '../fixtures/given-when-then'
import { rowsAfterEvents } from './example-events'

const statuses: Readonly<Record<Exclude<CopyState['_tag'], 'Unknown'>, CopyStatus>> = {
  OnShelf: 'onShelf',
  OnLoan: 'onLoan',
  OnPullList: 'onPullList',
  SetAside: 'setAside',
  InTransit: 'inTransit',
  ReleasedInTransit: 'inTransit',
  ReadyForPickUp: 'ready',
  Missing: 'missing',
  Lost: 'lost',
  Withdrawn: 'withdrawn',
}

/** A copy whose reservation has ended while it was ready stands there until it is scanned. */
const mayStandOnPickUpShelf = ({ _tag }: CopyState): boolean =>
  _tag === 'ReadyForPickUp' || _tag === 'OnShelf' || _tag === 'OnPullList'

/** What the rows of the copy must say in a state. */
const expectedRowsIn = (state: CopyState): object => {
  if (state._tag === 'Unknown') return {}
  const copy = {
    ...{ status: statuses[state._tag], branch: state.branch, isReserved: isReservedCopy(state) ? 1 : 0 },
    ...(mayStandOnPickUpShelf(state) ? {} : { onPickUpShelf: 0 }),
    ...(state._tag === 'ReadyForPickUp' ? { onPickUpShelf: 1 } : {}),
  }
  const missing = state._tag === 'Missing' ? [{ copy: firstCopy, branch: state.branch }] : []
  if (!isReservedCopy(state)) return { copy, missing, reserved: undefined }
  const reservedFor = state.reservedFor._tag === 'Plain' ? state.reservedFor.value : {}
  const { setAside, branch } = state
  return { copy, missing, reserved: { ...reservedFor, setAside, branch, state: statuses[state._tag] } }
}

describe('the rows of a copy', () => {
  it('say the same as the state that commands decide by, after any events', () => {
    fc.assert(
      fc.property(arbitraryCopyStream, (events) => {
        const rows = rowsAfterEvents(events)
        const shown = {
          copy: copyById(firstCopy)(rows),
          missing: rows.find(missingCopiesTable, {}),
          reserved: reservedCopyById(firstCopy)(rows),
        }
        expect(shown).toMatchObject(expectedRowsIn(stateAfter(copyDecider(defaultLibraryPolicy))(events)))
      }),
      { numRuns: 300 },
    )
  })
})
