import { rmSync } from 'node:fs'
import path from 'node:path'
import * as E from 'fp-ts/Either'
import type { DamagedEvent } from '../../../adapters/processes/damage/damaged-event-registry'
import { pageOfBorrowers } from '../../../projections/borrowers/borrower-record-queries'
import type { BorrowerId, CopyId } from '../../../domain/values/ids'
import { crashCopies, openOptionsWithAlarm } from '../../crash/crash-library'
import { openLibraryIn } from '../../fixtures/running-library'
import { flipBit, type EventInFile, type FlippedColumn } from './flip-bit'
import { lend } from './library-with-history'
import { copyWithModes } from '../../fixtures/copy-with-modes'

/** What a library did after a bit of one of its events was flipped. */
export interface AfterDamage {
  readonly damaged: ReadonlyArray<Omit<DamagedEvent, 'found'>>
  readonly alarms: ReadonlyArray<string>
  /** The borrowers that can be read. */
  readonly borrowers: ReadonlySet<BorrowerId>
  /** Whether a loan was made that has nothing to do with the damaged event. */
  readonly lends: boolean
  readonly isWell: boolean
  readonly retentionFailures: ReadonlyArray<string>
}

/** A copy that was never lent, and so has a stream of one event. */
const unusedCopies = crashCopies.slice(50)

const lendUnusedCopy = async (
  library: Awaited<ReturnType<typeof openLibraryIn>>,
  borrowers: ReadonlyArray<BorrowerId>,
  { stream }: EventInFile,
): Promise<boolean> => {
  const copy = unusedCopies.find((unused) => stream !== `copy-${unused}`) as CopyId
  for (const borrower of borrowers) {
    if (stream === `borrower-${borrower}`) continue
    const lent = await lend(library)(copy, borrower)
    if (E.isRight(lent)) return true
    // A borrower may be blocked by a debt; the next one is asked.
    if (lent.left._tag !== 'Refused') return false
  }
  return false
}

/** Copies a folder without its read models, damages one event, and opens it. */
export const damageAndOpen = async (
  folder: string,
  event: EventInFile,
  column: FlippedColumn,
  bit: number,
): Promise<AfterDamage> => {
  const damagedFolder = `${folder}-damaged`
  try {
    copyWithModes(folder, damagedFolder, { recursive: true, filter: (source) => path.basename(source) !== 'views' })
    flipBit(damagedFolder, event, column, bit)
    const alarms: string[] = []
    const library = await openLibraryIn(
      damagedFolder,
      openOptionsWithAlarm((kind) => alarms.push(kind)),
    )
    try {
      const borrowers = pageOfBorrowers(undefined, 1000)(library.rows).map(({ borrower }) => borrower)
      const { ok } = await library.checkHealth()
      const { failed } = await library.retention.run()
      return {
        damaged: library
          .damagedEvents()
          .map(({ log, stream, revision, reason }) => ({ log, stream, revision, reason })),
        alarms,
        borrowers: new Set(borrowers),
        lends: await lendUnusedCopy(library, borrowers, event),
        isWell: ok,
        retentionFailures: failed,
      }
    } finally {
      await library.close()
    }
  } finally {
    rmSync(damagedFolder, { recursive: true, force: true })
  }
}
