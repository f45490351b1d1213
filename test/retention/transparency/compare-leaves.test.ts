import fc from 'fast-check'
import { compareLeaves, type LeafDifference } from '../../../retention/transparency/compare-leaves'
import { longestIncreasing } from '../../../retention/transparency/longest-increasing'
import { hashLeaves } from '../../../retention/transparency/tree/hashes'
import { leafRecords } from './tree-under-test'

const compare = (signed: ReadonlyArray<string>, found: ReadonlyArray<string>): ReadonlyArray<LeafDifference> =>
  compareLeaves(hashLeaves(signed), hashLeaves(found))

const records = leafRecords(20)
const two = leafRecords(22).slice(20)

describe('the comparison of a log with what a head has signed', () => {
  it('finds nothing in a log that only went on', () => {
    expect(compare(records, records)).toEqual([])
    expect(compare(records, [...records, ...two])).toEqual([])
    expect(compare([], records)).toEqual([])
  })

  it('names the one event that was changed, removed, added or moved', () => {
    expect(compare(records, [...records.with(7, 'x'), ...two])).toEqual([{ kind: 'changed', signed: 7, found: 7 }])
    expect(compare(records, records.toSpliced(7, 1))).toEqual([{ kind: 'missing', signed: 7, found: 7 }])
    expect(compare(records, [...records.toSpliced(7, 1), ...two])).toEqual([{ kind: 'missing', signed: 7, found: 7 }])
    expect(compare(records, records.toSpliced(7, 0, 'x'))).toEqual([{ kind: 'added', found: 7 }])
    expect(compare(records, records.toSpliced(7, 0, records[3]!))).toEqual([{ kind: 'added', found: 7 }])
    const moved = records.toSpliced(3, 1).toSpliced(10, 0, records[3]!)
    expect(compare(records, [...moved, ...two])).toEqual([{ kind: 'moved', signed: 3, found: 10 }])
  })

  it('names the end that was cut off, and the last event that was changed before others were appended', () => {
    const cut = compare(records, records.slice(0, 17))
    expect(cut).toEqual([17, 18, 19].map((signed) => ({ kind: 'missing', signed, found: 17 })))
    expect(compare(records, [...records.with(19, 'x'), ...two])).toEqual([{ kind: 'changed', signed: 19, found: 19 }])
  })

  it('finds every change of any log, and no event that stayed where it was', () => {
    const change = fc.record({ kind: fc.constantFrom('changed', 'missing', 'added'), at: fc.nat(19) })
    fc.assert(
      fc.property(fc.array(change, { maxLength: 6 }), fc.nat(3), (changes, appended) => {
        const byPlace = new Map(changes.map(({ at, kind }) => [at, kind]))
        const found = records.flatMap((record, at) => {
          const kind = byPlace.get(at)
          if (kind === 'changed') return [`changed ${record}`]
          return kind === 'missing' ? [] : kind === 'added' ? [`added at ${record}`, record] : [record]
        })
        const differences = compare(records, [...found, ...leafRecords(30 + appended).slice(30)])
        const places = differences.flatMap((of) => (of.kind === 'added' ? [] : [of.signed]))
        const gone = [...byPlace].flatMap(([at, kind]) => (kind === 'added' ? [] : [at]))
        expect(places.toSorted((a, b) => a - b)).toEqual(gone.toSorted((a, b) => a - b))
        expect(differences.length === 0).toBe(byPlace.size === 0)
      }),
    )
  })

  it('counts the fewest events as moved', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(
          records.map((_, at) => at),
          { minLength: 20 },
        ),
        (order) => {
          const moved = compare(
            records,
            order.map((at) => records[at]!),
          )
          expect(moved.every(({ kind }) => kind === 'moved')).toBe(true)
          expect(moved).toHaveLength(20 - longestIncreasing(order).length)
        },
      ),
    )
  })
})

describe('a longest increasing part of a list', () => {
  it('is one that was found by hand', () => {
    expect(longestIncreasing([3, 1, 2, 9, 4, 5])).toEqual([1, 2, 4, 5])
    expect(longestIncreasing([])).toEqual([])
    expect(longestIncreasing([3, 2, 1])).toHaveLength(1)
  })
})
