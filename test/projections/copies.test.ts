import { CopyBilledAsLost } from '../../domain/copy/events/copy-billed-as-lost'
import { CopyFound } from '../../domain/copy/events/copy-found'
import { CopyHandedIn } from '../../domain/copy/events/copy-handed-in'
import { CopyWithdrawn } from '../../domain/copy/events/copy-withdrawn'
import { kroner } from '../../domain/values/ore'
import { copyAndHolder, copyById, nameOf, titleStatus } from '../../projections/copies/queries'
import {
  acquired,
  ann,
  bo,
  copyNo,
  january,
  lent,
  loanNo,
  main,
  reserved,
  returned,
  rowsAfter,
  side,
  title,
} from './story'

const [on, due] = [january(1), january(5)]
const open = { copy: copyNo(1), title, branch: side }
const billed = CopyBilledAsLost(
  { ...open, loan: loanNo(1), billedOn: january(30) },
  {
    loan: {
      borrower: ann,
      lentOn: on,
      dueOn: due,
      name: 'Bog',
      price: kroner(200),
      borrowerGroup: 'adult',
      ageClass: 'adult',
    },
  },
)

describe('a copy', () => {
  const status = (...events: Parameters<typeof rowsAfter>[0]) => {
    const copy = copyById(copyNo(1))(rowsAfter([acquired(1), ...events]))
    return [copy?.status, copy?.branch]
  }

  it('stands on the shelf, is lent, and stands where it was returned', () => {
    expect(status()).toEqual(['onShelf', main])
    expect(status(lent(1, ann, on, due))).toEqual(['onLoan', main])
    expect(status(lent(1, ann, on, due), returned(1, ann, on, due, due))).toEqual(['onShelf', side])
    expect(status(CopyHandedIn({ ...open, handedInOn: on }, {}))).toEqual(['onShelf', side])
  })

  it('counts as lost once billed, until it is found', () => {
    expect(status(lent(1, ann, on, due), billed)[0]).toBe('lost')
    expect(status(lent(1, ann, on, due), billed, CopyFound({ ...open, foundOn: due }, {}))[0]).toBe('onShelf')
  })

  it('stays withdrawn when it is handed in', () => {
    const withdrawn = CopyWithdrawn({ copy: copyNo(1), title }, {})
    expect(status(withdrawn, CopyHandedIn({ ...open, handedInOn: on }, {}))[0]).toBe('withdrawn')
  })

  it('tells staff who has it', () => {
    const rows = rowsAfter([acquired(1), lent(1, ann, on, due)])
    expect(copyAndHolder(copyNo(1))(rows)).toMatchObject({ loan: { borrower: ann, dueOn: due }, keptFor: undefined })
    expect(copyAndHolder(copyNo(2))(rows)).toBeUndefined()
  })
})

describe('a title', () => {
  it('tells how many copies are in and how many wait, and nothing of a person', () => {
    const status = titleStatus(title)(rowsAfter([acquired(1), acquired(2), lent(1, ann, on, due), reserved(1, bo)]))
    expect(status).toMatchObject({ name: 'Bog', byStatus: { onLoan: 1, onShelf: 1 }, queue: 1 })
    expect(JSON.stringify(status)).not.toContain(ann)
    expect(JSON.stringify(status)).not.toContain(bo)
  })

  it('is unknown when the library has never had a copy', () => {
    expect(titleStatus(title)(rowsAfter([]))).toBeUndefined()
    expect(nameOf(title)(rowsAfter([]))).toBeUndefined()
    expect(nameOf(title)(rowsAfter([acquired(1)]))).toBe('Bog')
  })
})
