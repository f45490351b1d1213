import { either as E } from 'fp-ts'
import * as t from 'io-ts'
import { decodeOpenPart, decodeSealedPart, eventDefinitionsByType } from '../../../domain/event/decode-event-parts'
import { defineEvent } from '../../../domain/event/define-event'
import { LoanId } from '../../../domain/values/ids'
import { numberedUuid } from '../../fixtures/numbered-uuid'

const loan = numberedUuid(1) as LoanId

/** A made-up event: in its first version with a shelfmark and a price in kroner, in its second with a place and a price in øre. */
const first = defineEvent('BookWeighed', 1, {
  open: { loan: LoanId, shelfmark: t.string },
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
      const { loan: scope, shelfmark } = open as { readonly loan: string; readonly shelfmark: string }
      return { loan: scope, place: { shelfmark } }
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

const table = eventDefinitionsByType([first, second])
const oldOpen = { loan, shelfmark: 'A 7' }
const oldPart = { price: 200, note: 'Ditte' }
const opened = (version: number, open: unknown) => decodeOpenPart(table)('BookWeighed', version, JSON.stringify(open))
const part = (version: number, value: unknown) => decodeSealedPart(table)('BookWeighed', version, 'loan', value)
const reasonOf = (answer: E.Either<{ readonly reason: string }, unknown>): string =>
  E.isLeft(answer) ? answer.left.reason : ''

describe('an event with two versions', () => {
  beforeEach(() => seen.splice(0))

  it('is upcast from its first version to its second, each part by itself', () => {
    expect(opened(1, oldOpen)).toEqual(E.right({ loan, place: { shelfmark: 'A 7' } }))
    expect(part(1, oldPart)).toEqual(E.right({ ore: 20_000, note: 'Ditte' }))
  })

  it('is upcast one part at a time: no upcast sees another part', () => {
    opened(1, oldOpen)
    expect(seen).toEqual([['open', oldOpen]])
    seen.splice(0)
    part(1, oldPart)
    expect(seen).toEqual([['loan', oldPart]])
  })

  it('is not upcast from its newest version', () => {
    const open = { loan, place: { shelfmark: 'A 7' } }
    expect(opened(2, open)).toEqual(E.right(open))
    expect(part(2, { ore: 5, note: '' })).toEqual(E.right({ ore: 5, note: '' }))
    expect(seen).toEqual([])
  })

  it('is decoded by its own version only', () => {
    expect(E.isLeft(opened(1, { loan, place: {} }))).toBe(true)
    expect(E.isLeft(opened(2, oldOpen))).toBe(true)
    expect(E.isLeft(part(2, oldPart))).toBe(true)
  })

  it('is upcast through a version that changed nothing', () => {
    const longer = eventDefinitionsByType([third, first, second])
    expect(decodeOpenPart(longer)('BookWeighed', 1, JSON.stringify(oldOpen))).toEqual(
      E.right({ loan, place: { shelfmark: 'A 7' } }),
    )
  })

  it('is refused when the upcast makes a part that the newer version does not have', () => {
    const careless = defineEvent(
      'BookWeighed',
      2,
      { open: { loan: LoanId }, sealed: { loan: { ore: t.number } } },
      { open: (open) => open, sealed: { loan: (old) => old } },
    )
    const other = eventDefinitionsByType([first, careless])
    expect(reasonOf(decodeOpenPart(other)('BookWeighed', 1, JSON.stringify(oldOpen)))).toContain('shelfmark')
    expect(reasonOf(decodeSealedPart(other)('BookWeighed', 1, 'loan', oldPart))).toContain('note')
  })
})

describe('a stored part', () => {
  it('is refused for an unknown member, with its path and without its value', () => {
    const extra = opened(1, { ...oldOpen, borrower: 'Ditte Menneskebarn' })
    expect(reasonOf(extra)).toContain('BookWeighed.borrower')
    expect(JSON.stringify(extra)).not.toContain('Menneskebarn')
    expect(reasonOf(part(1, { ...oldPart, name: 'Menneskebarn' }))).toContain('BookWeighed.loan.name')
  })

  it.each([
    ['is missing', { loan }, 'BookWeighed.shelfmark'],
    ['is of another kind', { loan, shelfmark: 7 }, 'BookWeighed.shelfmark'],
    ['is no id', { loan: 'Ditte', shelfmark: 'A' }, 'BookWeighed.loan'],
  ])('is refused when a member %s, with its path', (_, open, place) => {
    const refused = opened(1, open)
    expect(reasonOf(refused)).toContain(place)
    expect(JSON.stringify(refused)).not.toContain('Ditte')
  })

  it('is refused when it is not JSON, without its text', () => {
    const refused = decodeOpenPart(table)('BookWeighed', 1, '{"name":"Ditte')
    expect(reasonOf(refused)).toBe('the open part is not JSON')
  })

  it('is refused for an unknown event or version', () => {
    expect(reasonOf(decodeOpenPart(table)('BookWeighed', 3, '{}'))).toContain('version 3')
    expect(reasonOf(decodeOpenPart(table)('BookBurnt', 1, '{}'))).toContain('BookBurnt')
  })

  it('is refused for a class that the version does not seal', () => {
    expect(reasonOf(decodeSealedPart(table)('BookWeighed', 1, 'fee', {}))).toBe('this version has no such part')
  })
})
