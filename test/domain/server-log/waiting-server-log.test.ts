import fc from 'fast-check'
import type { ListedShortTermEntry, ShortTermEntry } from '../../../domain/ports/short-term-store'
import { entriesOfServerLogBlock, waitingBlocksOf } from '../../../domain/use-cases/waiting-server-log'
import type { Day } from '../../../domain/values/day'
import type { ServerLogBlockId } from '../../../domain/values/ids'

const asListed = ({ kind, id, subject, value }: ShortTermEntry): ListedShortTermEntry => ({
  ...{ key: { kind, id }, subject, value },
})

const arbitraryBlock = fc.record({
  block: fc.uuid().map((id) => id as ServerLogBlockId),
  day: fc.constant('2026-01-05' as Day),
  hour: fc.nat(23),
  lines: fc.array(
    fc.record({ address: fc.ipV6(), browser: fc.constantFrom('Firefox 133', 'Safari 17'), requests: fc.nat(999) }),
    { maxLength: 60 },
  ),
})

describe('an hour of the server log that waits for the closing of its day', () => {
  it('is read as it was stored, in whatever order the store lists its entries', () =>
    fc.assert(
      fc.property(fc.uniqueArray(arbitraryBlock, { selector: ({ block }) => block, maxLength: 4 }), (blocks) => {
        const listed = blocks.flatMap(entriesOfServerLogBlock).map(asListed)
        const sorted = listed.toSorted((one, other) => (one.value < other.value ? -1 : 1))
        const byId = (one: { block: string }, other: { block: string }) => (one.block < other.block ? -1 : 1)
        expect(
          waitingBlocksOf(sorted)
            .map(({ item }) => item)
            .toSorted(byId),
        ).toEqual(blocks.toSorted(byId))
      }),
    ))

  it('is not read while a part of it is missing', () =>
    fc.assert(
      fc.property(arbitraryBlock, fc.nat(), (block, missing) => {
        const listed = entriesOfServerLogBlock(block).map(asListed)
        expect(waitingBlocksOf(listed.toSpliced(missing % listed.length, 1))).toEqual([])
      }),
    ))

  it('fits into entries, with every character escaped', () =>
    fc.assert(
      fc.property(arbitraryBlock, (block) => {
        for (const entry of entriesOfServerLogBlock(block))
          expect(JSON.stringify({ ...entry, key: 'x'.repeat(100) }).length).toBeLessThan(1536)
      }),
    ))
})
