import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { ShortTermKey, ShortTermSpan, ShortTermStoreError } from '../../domain/ports/short-term-store'
import { entryInEachEpoch, findLivingRow } from './find-short-term-content'
import { quarterHourFrom, quarterHourOf } from './quarter-hour'
import { sealShortTermRow } from './seal-short-term-content'
import type { ShortTermDependencies } from './short-term-dependencies'

type Counted = 'counted' | 'limit is reached' | 'changed meanwhile'

/** Reads the count, and writes the next one if nobody else has written meanwhile. */
const tryToCount =
  ({ ring, rows, machineTime }: ShortTermDependencies) =>
  (limit: number, { subject, lastsMs, ...key }: ShortTermKey & ShortTermSpan) =>
    pipe(
      TE.Do,
      TE.bindW('entries', () => entryInEachEpoch(ring)(key)),
      TE.bindW('found', ({ entries }) => rows.find(entries.map(({ id }) => id))),
      TE.flatMap(({ entries, found }): TE.TaskEither<ShortTermStoreError, Counted> => {
        const now = machineTime()
        const living = findLivingRow(quarterHourOf(now), entries)(found)
        const count = Number(living?.content.value ?? 0)
        if (count >= limit) return TE.right('limit is reached')
        const { id, keys } = living ?? entries[0]
        const next = sealShortTermRow(keys, id, quarterHourFrom(now + lastsMs), {
          key,
          subject,
          value: String(count + 1),
        })
        const expected = found.find((row) => id.equals(row.id))?.content
        return pipe(
          rows.putIfUnchanged(next, expected),
          TE.map((isWritten) => (isWritten ? 'counted' : 'changed meanwhile')),
        )
      }),
    )

/** See `ShortTermStore.countUpTo`. Of callers at the same time one counts, and the others read again. */
export const countUpTo =
  (dependencies: ShortTermDependencies) =>
  (limit: number, entry: ShortTermKey & ShortTermSpan): TE.TaskEither<ShortTermStoreError, boolean> =>
  async () => {
    for (;;) {
      const counted = await tryToCount(dependencies)(limit, entry)()
      if (E.isLeft(counted)) return counted
      if (counted.right !== 'changed meanwhile') return E.right(counted.right === 'counted')
    }
  }
