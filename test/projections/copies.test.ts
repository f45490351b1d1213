import { CopyBilledAsLost } from '../../domain/copy/events/copy-billed-as-lost'
import { CopyFound } from '../../domain/copy/events/copy-found'
import { CopyHandedIn } from '../../domain/copy/events/copy-handed-in'
import { CopyWithdrawn } from '../../domain/copy/events/copy-withdrawn'
import { oreFromKroner } from '../../domain/values/ore'
import { copyWithHolder, copyById, nameOfTitle, titleStatus } from '../../projections/copies/copy-queries'
import {
  copyAcquired,
  ann,
  bo,
  copyIdOf,
  dayOfJanuary,
  loanStarted,
  loanIdOf,
  lendingBranch,
  reservationMade,
  loanReturned,
  rowsAfterEvents,
  otherBranch,
  exampleTitle,
  asRecorded,
} from './example-events'

const [on, due] = [dayOfJanuary(1), dayOfJanuary(5)]
const open = { copy: copyIdOf(1), title: exampleTitle, branch: otherBranch }
const billed = CopyBilledAsLost(
  { ...open, loan: loanIdOf(1), billedOn: dayOfJanuary(30) },
  {
    loan: {
      borrower: ann,
      lentOn: on,
      dueOn: due,
      name: 'Bog',
      price: oreFromKroner(200),
      borrowerGroup: 'adult',
      ageClass: 'adult',
    },
  },
)

describe('a copy', () => {
  const status = (...events: Parameters<typeof rowsAfterEvents>[0]) => {
    const copy = copyById(copyIdOf(1))(rowsAfterEvents([copyAcquired(1), ...events]))
    return [copy?.status, copy?.branch]
  }

  it('is available, is lent, and is available at the branch where it was returned', () => {
    expect(status()).toEqual(['onShelf', lendingBranch])
    expect(status(loanStarted(1, ann, on, due))).toEqual(['onLoan', lendingBranch])
    expect(status(loanStarted(1, ann, on, due), loanReturned(1, ann, on, due, due))).toEqual(['onShelf', otherBranch])
    expect(status(CopyHandedIn({ ...open, handedInOn: on }, {}))).toEqual(['onShelf', otherBranch])
  })

  it('counts as lost from its bill until it is found', () => {
    expect(status(loanStarted(1, ann, on, due), billed)[0]).toBe('lost')
    expect(status(loanStarted(1, ann, on, due), billed, CopyFound({ ...open, foundOn: due }, {}))[0]).toBe('onShelf')
  })

  it('stays withdrawn when it is handed in', () => {
    const withdrawn = CopyWithdrawn({ copy: copyIdOf(1), title: exampleTitle }, {})
    expect(status(withdrawn, CopyHandedIn({ ...open, handedInOn: on }, {}))[0]).toBe('withdrawn')
  })

  it('shows staff who has it', () => {
    const rows = rowsAfterEvents([copyAcquired(1), loanStarted(1, ann, on, due)])
    expect(copyWithHolder(asRecorded)(copyIdOf(1))(rows)).toMatchObject({
      loan: { borrower: ann, dueOn: due },
      reservedFor: undefined,
    })
    expect(copyWithHolder(asRecorded)(copyIdOf(2))(rows)).toBeUndefined()
  })
})

describe('a title', () => {
  it('shows how many copies are available and how many reservations wait, and no personal data', () => {
    const status = titleStatus(exampleTitle)(
      rowsAfterEvents([copyAcquired(1), copyAcquired(2), loanStarted(1, ann, on, due), reservationMade(1, bo)]),
    )
    expect(status).toMatchObject({ name: 'Bog', byStatus: { onLoan: 1, onShelf: 1 }, queue: 1 })
    expect(JSON.stringify(status)).not.toContain(ann)
    expect(JSON.stringify(status)).not.toContain(bo)
  })

  it('is unknown when the library has never had a copy', () => {
    expect(titleStatus(exampleTitle)(rowsAfterEvents([]))).toBeUndefined()
    expect(nameOfTitle(exampleTitle)(rowsAfterEvents([]))).toBeUndefined()
    expect(nameOfTitle(exampleTitle)(rowsAfterEvents([copyAcquired(1)]))).toBe('Bog')
  })
})
