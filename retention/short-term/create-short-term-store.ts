import { pipe } from 'fp-ts/function'
import * as RNEA from 'fp-ts/ReadonlyNonEmptyArray'
import * as TE from 'fp-ts/TaskEither'
import type {
  ShortTermEntry,
  ShortTermKey,
  ShortTermStore,
  ShortTermStoreError,
} from '../../domain/ports/short-term-store'
import { countUpTo } from './count-short-term-entry'
import { entryInEachEpoch, findLivingRow } from './find-short-term-content'
import { quarterHourFrom, quarterHourOf } from './quarter-hour'
import { listShortTermEntries } from './list-short-term-entries'
import { openRowOfAnyEpoch, sealShortTermRow } from './seal-short-term-content'
import type { ShortTermDependencies } from './short-term-dependencies'
import { livingShortTermKeys } from './short-term-keys'
import type { ShortTermRow, ShortTermRows } from './short-term-rows'

const nothing = (): void => undefined

/** The text of an entry among the rows that `read` answers. */
const readValue =
  ({ ring, machineTime }: ShortTermDependencies, read: ShortTermRows['find']) =>
  (key: ShortTermKey): TE.TaskEither<ShortTermStoreError, string | undefined> =>
    pipe(
      TE.Do,
      TE.bindW('entries', () => entryInEachEpoch(ring)(key)),
      TE.bindW('rows', ({ entries }) => read(entries.map(({ id }) => id))),
      TE.map(({ entries, rows }) => findLivingRow(quarterHourOf(machineTime()), entries)(rows)?.content.value),
    )

/** Writes in the current epoch, then removes what was written under the same key in older ones. */
const putEntry =
  ({ ring, rows, machineTime }: ShortTermDependencies) =>
  ({ subject, value, lastsMs, ...key }: ShortTermEntry): TE.TaskEither<ShortTermStoreError, void> =>
    pipe(
      entryInEachEpoch(ring)(key),
      TE.tap(([{ keys, id }]) =>
        rows.put(sealShortTermRow(keys, id, quarterHourFrom(machineTime() + lastsMs), { key, subject, value })),
      ),
      TE.flatMap((entries) => rows.remove(RNEA.tail(entries).map(({ id }) => id))),
      TE.map(nothing),
    )

/** The rows of a subject. No column tells whose a row is, so all rows are opened. */
const rowsOf =
  ({ ring, rows }: ShortTermDependencies) =>
  (subject: string): TE.TaskEither<ShortTermStoreError, ReadonlyArray<ShortTermRow>> =>
    pipe(
      TE.Do,
      TE.bindW('living', () => livingShortTermKeys(ring)),
      TE.bindW('all', () => rows.all),
      TE.map(({ living, all }) => all.filter((row) => openRowOfAnyEpoch(living, row)?.subject === subject)),
    )

/** Creates the short-term store over its rows. An entry is looked for in each epoch in which it may have been written. */
export const createShortTermStore = (dependencies: ShortTermDependencies): ShortTermStore => {
  const { rows, machineTime } = dependencies
  const take = readValue(dependencies, rows.remove)
  const rowsOfSubject = rowsOf(dependencies)
  return {
    put: putEntry(dependencies),
    get: readValue(dependencies, rows.find),
    take,
    countUpTo: countUpTo(dependencies),
    remove: (key) => pipe(take(key), TE.map(nothing)),
    removeOfSubject: (subject) =>
      pipe(
        rowsOfSubject(subject),
        TE.flatMap((found) => rows.remove(found.map(({ id }) => id))),
        TE.map(nothing),
      ),
    countOfSubject: (subject) =>
      pipe(
        rowsOfSubject(subject),
        TE.map(({ length }) => length),
      ),
    list: listShortTermEntries(dependencies),
    rewrite: () => rows.rewrite(quarterHourOf(machineTime()))(),
  }
}
