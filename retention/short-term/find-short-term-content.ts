import { pipe } from 'fp-ts/function'
import * as RNEA from 'fp-ts/ReadonlyNonEmptyArray'
import * as TE from 'fp-ts/TaskEither'
import type { Unavailable } from '../../domain/ports/scope-keys'
import type { ShortTermKey } from '../../domain/ports/short-term-store'
import type { QuarterHour } from './quarter-hour'
import { livingShortTermKeys, type ShortTermKeyRing, type ShortTermKeys } from './short-term-keys'
import { openShortTermRow, shortTermRowId, type ShortTermContent } from './seal-short-term-content'
import type { ShortTermRow } from './short-term-rows'

/** The id that the row of an entry has when it was written in an epoch, and the keys of that epoch. */
export interface EntryInEpoch {
  readonly id: Buffer
  readonly keys: ShortTermKeys
}

/** An entry in each epoch that is not destroyed; the current one first. */
export const entryInEachEpoch =
  (ring: ShortTermKeyRing) =>
  (key: ShortTermKey): TE.TaskEither<Unavailable, RNEA.ReadonlyNonEmptyArray<EntryInEpoch>> =>
    pipe(livingShortTermKeys(ring), TE.map(RNEA.map((keys) => ({ id: shortTermRowId(keys, key), keys }))))

/** A row of an entry that has not ended, opened. */
export interface LivingRow extends EntryInEpoch {
  readonly row: ShortTermRow
  readonly content: ShortTermContent
}

/** The row of the newest epoch that has not ended, if any. */
export const findLivingRow =
  (now: QuarterHour, entries: ReadonlyArray<EntryInEpoch>) =>
  (rows: ReadonlyArray<ShortTermRow>): LivingRow | undefined =>
    entries
      .flatMap((entry): ReadonlyArray<LivingRow> => {
        const row = rows.find(({ id, endsAt }) => entry.id.equals(id) && endsAt > now)
        const content = row && openShortTermRow(entry.keys, row)
        return row === undefined || content === undefined ? [] : [{ ...entry, row, content }]
      })
      .at(0)
