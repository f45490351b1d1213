import { LoanReturned } from '../../../domain/copy/events/loan-returned'
import { LoanStarted } from '../../../domain/copy/events/loan-started'
import type { DomainEvent } from '../../../domain/event/domain-event'
import { readEventsOfRecords } from '../../../domain/use-cases/read-events-of-records'
import {
  anna,
  bent,
  day,
  firstCopy,
  firstTitle,
  loanId,
  mainBranch,
  noon,
  statisticsScopeId,
  startsAnew,
} from '../../fixtures/example-library'
import { rightOrThrow } from '../../fixtures/right-or-throw'
import { logsWith } from '../../promises/every-field/logs-of-history'
import { streamNameOf } from '../../../domain/event/stream'

const lentOn = '2026-01-05'
const kind = { borrowerGroup: 'adult', ageClass: 'adult' } as const
const open = { copy: firstCopy, title: firstTitle, branch: mainBranch }

/** The n-th loan of the copy: Bent has the fifth from the end, Anna all others. */
const loanAndReturn = (n: number): ReadonlyArray<DomainEvent> => {
  const [loan, borrower] = [loanId(n), n === 95 ? bent : anna]
  const days = { dueOn: day('2026-02-04'), name: `Bog ${String(n)}` }
  return [
    LoanStarted(
      { ...open, loan, statistics: statisticsScopeId, lentOn: day(lentOn) },
      {
        loan: { borrower, ...days, ...kind, lentAt: noon(lentOn), fulfils: false, against: [], ...startsAnew },
        statistics: { ...kind, municipality: null },
      },
    ),
    LoanReturned(
      { ...open, loan, returnedOn: day('2026-01-06') },
      { loan: { borrower, ...days, ...kind, lentOn: day(lentOn), returnedAt: noon('2026-01-06') } },
    ),
  ]
}

const circulation = Array.from({ length: 100 }, (_, n) => loanAndReturn(n)).flat()

describe('the events of the records of a person in one stream', () => {
  const readWith = () => {
    const logs = logsWith({ circulation, persons: [] })
    const limits: Array<number | undefined> = []
    const { readStream } = logs.stores.circulation
    const counted: typeof readStream = (stream, options) => {
      limits.push(options.from)
      return readStream(stream, options)
    }
    const stores = { ...logs.stores, circulation: { readStream: counted } }
    return { read: readEventsOfRecords({ ...logs, stores }), limits }
  }
  const inCopy = (records: ReadonlyArray<string>) => ({
    ...({ log: 'circulation', stream: streamNameOf('copy')(firstCopy), records: new Set(records) } as const),
  })

  it('are those alone, oldest first, with their parts open', async () => {
    const events = rightOrThrow(await readWith().read(inCopy([loanId(95)]))())
    expect(events.map(({ type }) => type)).toEqual(['LoanStarted', 'LoanReturned'])
    expect(JSON.stringify(events)).toContain('Bog 95')
    expect(JSON.stringify(events)).not.toMatch(/Bog 9[0-46-9]/)
  })

  it('are read until each record has begun, and no further', async () => {
    const { read, limits } = readWith()
    rightOrThrow(await read(inCopy([loanId(95)]))())
    expect(limits).toEqual([undefined])
    const early = readWith()
    expect(rightOrThrow(await early.read(inCopy([loanId(95), loanId(2)]))())).toHaveLength(4)
    expect(early.limits).toHaveLength(7)
  })

  it('are all events of a stream that is of one person alone', async () => {
    const whole = { ...inCopy([]), records: undefined }
    expect(rightOrThrow(await readWith().read(whole)())).toHaveLength(circulation.length)
  })
})
