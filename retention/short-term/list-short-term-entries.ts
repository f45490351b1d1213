import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { ListedShortTermEntry, ShortTermKind, ShortTermStoreError } from '../../domain/ports/short-term-store'
import { quarterHourOf } from './quarter-hour'
import { openRowOfAnyEpoch, type ShortTermContent } from './seal-short-term-content'
import type { ShortTermDependencies } from './short-term-dependencies'
import { livingShortTermKeys } from './short-term-keys'

const toListed =
  (kind: ShortTermKind) =>
  (content: ShortTermContent | undefined): ReadonlyArray<ListedShortTermEntry> =>
    content?.key?.kind === kind ? [{ key: content.key, subject: content.subject, value: content.value }] : []

/** See `ShortTermStore.list`. The order is that of the ids of rows: they are HMACs, so it does not tell the order of writing. */
export const listShortTermEntries =
  ({ ring, rows, machineTime }: ShortTermDependencies) =>
  (kind: ShortTermKind): TE.TaskEither<ShortTermStoreError, ReadonlyArray<ListedShortTermEntry>> =>
    pipe(
      TE.Do,
      TE.bindW('living', () => livingShortTermKeys(ring)),
      TE.bindW('all', () => rows.all),
      TE.map(({ living, all }) =>
        all
          .filter(({ endsAt }) => endsAt > quarterHourOf(machineTime()))
          .sort((one, other) => Buffer.compare(one.id, other.id))
          .flatMap((row) => toListed(kind)(openRowOfAnyEpoch(living, row))),
      ),
    )
