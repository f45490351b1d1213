import { either as E } from 'fp-ts'
import * as t from 'io-ts'
import { decodeOpen, decodeSealed, tableOf } from '../../../domain/event/decode'
import { defineEvent } from '../../../domain/event/define-event'
import { LoanId } from '../../../domain/values/ids'
import { uuid } from '../../fixtures/uuid'

const loan = uuid(1) as LoanId

/** A made-up event: in its first version with a shelf and a price in kroner, in its second with a place and in øre. */
const first = defineEvent('BookWeighed', 1, {
  open: { loan: LoanId, shelf: t.string },
  sealed: { loan: { price: t.number, note: t.string } },
})

const seen: Array<readonly [string, unknown]> = []
const second = defineEvent(
  'BookWeighed',
  2,
  {
    open: { loan: LoanId, place: t.record(t.string, t.string) },
    sealed: { loan: { ore: t.number, note: t.string } },
  },
  {
    open: (open) => {
      seen.push(['open', open])
      const { loan: scope, shelf } = open as { readonly loan: string; readonly shelf: string }
      return { loan: scope, place: { shelf } }
    },
    sealed: {
      loan: (part) => {
        seen.push(['loan', part])
        const { price, note } = part as { readonly price: number; readonly note: string }
        return { ore: price * 100, note }
      },
    },
  },
)
const third = defineEvent('BookWeighed', 3, {
  open: { loan: LoanId, place: t.record(t.string, t.string) },
  sealed: { loan: { ore: t.number, note: t.string } },
})

const table = tableOf([first, second])
const oldOpen = { loan, shelf: 'A 7' }
const oldPart = { price: 200, note: 'Ditte' }
const opened = (version: number, open: unknown) => decodeOpen(table)('BookWeighed', version, JSON.stringify(open))
const part = (version: number, value: unknown) => decodeSealed(table)('BookWeighed', version, 'loan', value)
const reasonOf = (answer: E.Either<{ readonly reason: string }, unknown>): string =>
  E.isLeft(answer) ? answer.left.reason : ''

describe('an event of which there are two versions', () => {
  beforeEach(() => seen.splice(0))

  it('is read in its first version as its second, the open part and the sealed one each by itself', () => {
    expect(opened(1, oldOpen)).toEqual(E.right({ loan, place: { shelf: 'A 7' } }))
    expect(part(1, oldPart)).toEqual(E.right({ ore: 20_000, note: 'Ditte' }))
  })

  it('is lifted a part at a time: no value of a part comes where another is lifted', () => {
    opened(1, oldOpen)
    expect(seen).toEqual([['open', oldOpen]])
    seen.splice(0)
    part(1, oldPart)
    expect(seen).toEqual([['loan', oldPart]])
  })

  it('is read in its second version as it stands', () => {
    const open = { loan, place: { shelf: 'A 7' } }
    expect(opened(2, open)).toEqual(E.right(open))
    expect(part(2, { ore: 5, note: '' })).toEqual(E.right({ ore: 5, note: '' }))
    expect(seen).toEqual([])
  })

  it('is read by its own version, and by no other', () => {
    expect(E.isLeft(opened(1, { loan, place: {} }))).toBe(true)
    expect(E.isLeft(opened(2, oldOpen))).toBe(true)
    expect(E.isLeft(part(2, oldPart))).toBe(true)
  })

  it('is lifted over a version that changed nothing', () => {
    const longer = tableOf([third, first, second])
    expect(decodeOpen(longer)('BookWeighed', 1, JSON.stringify(oldOpen))).toEqual(
      E.right({ loan, place: { shelf: 'A 7' } }),
    )
  })

  it('is refused when lifting makes what the newer version does not know', () => {
    const careless = defineEvent(
      'BookWeighed',
      2,
      { open: { loan: LoanId }, sealed: { loan: { ore: t.number } } },
      { open: (open) => open, sealed: { loan: (old) => old } },
    )
    const other = tableOf([first, careless])
    expect(reasonOf(decodeOpen(other)('BookWeighed', 1, JSON.stringify(oldOpen)))).toContain('shelf')
    expect(reasonOf(decodeSealed(other)('BookWeighed', 1, 'loan', oldPart))).toContain('note')
  })
})

describe('a stored part', () => {
  it('is refused for a member that nobody knows, with its place and without its value', () => {
    const extra = opened(1, { ...oldOpen, borrower: 'Ditte Menneskebarn' })
    expect(reasonOf(extra)).toContain('BookWeighed.borrower')
    expect(JSON.stringify(extra)).not.toContain('Menneskebarn')
    expect(reasonOf(part(1, { ...oldPart, name: 'Menneskebarn' }))).toContain('BookWeighed.loan.name')
  })

  it.each([
    ['is missing', { loan }, 'BookWeighed.shelf'],
    ['is of another kind', { loan, shelf: 7 }, 'BookWeighed.shelf'],
    ['is no id', { loan: 'Ditte', shelf: 'A' }, 'BookWeighed.loan'],
  ])('is refused when a member %s, with its place', (_, open, place) => {
    const refused = opened(1, open)
    expect(reasonOf(refused)).toContain(place)
    expect(JSON.stringify(refused)).not.toContain('Ditte')
  })

  it('is refused when it is not JSON, without what it is', () => {
    const refused = decodeOpen(table)('BookWeighed', 1, '{"name":"Ditte')
    expect(reasonOf(refused)).toBe('the open part is not JSON')
  })

  it('is refused for an event or a version that is not in the catalogue', () => {
    expect(reasonOf(decodeOpen(table)('BookWeighed', 3, '{}'))).toContain('version 3')
    expect(reasonOf(decodeOpen(table)('BookBurnt', 1, '{}'))).toContain('BookBurnt')
  })

  it('is refused for a class that the version does not seal', () => {
    expect(reasonOf(decodeSealed(table)('BookWeighed', 1, 'fee', {}))).toBe('a part that this version does not have')
  })
})
