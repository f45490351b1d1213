import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { ErasureDue } from '../../../domain/erasure/events/erasure-due'
import type { EventTable } from '../../../domain/event/decode-event-parts'
import { decodeEvent } from '../../../domain/command-handling/open-event'
import type { RecordedEvent } from '../../../domain/ports/event-store'
import type { RunId } from '../../../domain/values/ids'
import type { PartScope, Unavailable } from '../../../domain/ports/scope-keys'
import type { KekRing } from '../../../retention/keys/kek-ring'
import { keysUnavailable } from '../../../retention/keys/keys-unavailable'
import type { DataFolderLayout } from '../../stores/data-folder/data-folder-layout'
import { readFolderDescription } from '../../stores/data-folder/folder-description'
import { writeFileAtomically } from '../../stores/data-folder/write-file-atomically'
import type { ErasedBorrowers, ErasureReceipt } from '../../stores/erasure-receipt/erasure-receipt'
import {
  hasErasureReceiptFile,
  makeErasureReceiptFile,
  openErasureReceiptFile,
} from '../../stores/erasure-receipt/erasure-receipt-file'
import { createPrivateFolder } from '../../system/files/private-folder'
import type { LibraryStores } from '../stores/library-stores'

/** The key of the file lasts as long as the ring, whatever its epochs. The signed text must not change. */
const deriveReceiptKey = ({ sign }: Pick<KekRing, 'sign'>): TE.TaskEither<Unavailable, Uint8Array> =>
  pipe(
    sign(Buffer.from('glemsom 1 erasure receipt')),
    TE.map((signature) => createHash('sha256').update(signature).digest()),
  )

/** The borrowers among the scopes of a run. */
export const erasedBorrowersOfRun = (run: RunId, scopes: ReadonlyArray<PartScope>): ErasedBorrowers => ({
  run,
  borrowers: scopes.flatMap(({ scope, class: name }) => (name === 'borrower' ? [scope] : [])),
})

/** Only borrowers whom the schedule counts as erased: a declaration that the library does not accept names none. */
const runsOfEvent =
  (eventTable: EventTable, { isEnded }: Pick<LibraryStores['schedule'], 'isEnded'>) =>
  (stored: RecordedEvent): ReadonlyArray<ErasedBorrowers> => {
    if (stored.type !== ErasureDue.type) return []
    const event = decodeEvent(eventTable)('persons')(stored)
    if (E.isLeft(event)) return []
    const { run, scopes } = event.right.open as ErasureDue['open']
    const borrowers = erasedBorrowersOfRun(run, scopes).borrowers.filter(isEnded)
    return borrowers.length === 0 ? [] : [{ run, borrowers }]
  }

const readRunsOfLog = async (
  eventTable: EventTable,
  { logs, schedule }: Pick<LibraryStores, 'logs' | 'schedule' | 'areShared'>,
) => {
  const runs: ErasedBorrowers[] = []
  for await (const page of logs.persons.readAll({})) runs.push(...page.flatMap(runsOfEvent(eventTable, schedule)))
  return runs
}

const isMissing = (file: string, toAcceptLoss: string): Unavailable =>
  keysUnavailable(
    `the erasure receipt ${file} is missing: without it, borrowers who were erased since the last backup may be back. Put back its newest copy, or set RECEIPTS to its folder. If it is lost for good, ${toAcceptLoss}: a new one is made of the erasures that the log has`,
  )

type ReceiptStores = Pick<LibraryStores, 'logs' | 'ring' | 'schedule' | 'coordination' | 'areShared'>

/** A process on servers may have a new data folder: there the folder of the ring says that a receipt was made. */
const findMissing = (layout: DataFolderLayout, { areShared }: ReceiptStores): Unavailable | undefined => {
  const { erasureReceipt: file, receiptMarkerOfServers: marker } = layout
  if (areShared) return existsSync(marker) ? isMissing(file, `remove ${marker}`) : undefined
  const description = readFolderDescription(layout)
  return E.isRight(description) && description.right.hasErasureReceipt === true
    ? isMissing(file, 'remove "hasErasureReceipt" from folder.json, or restore with --accept-lost-receipt')
    : undefined
}

const noteReceipt = (layout: DataFolderLayout, { areShared }: ReceiptStores): E.Either<Unavailable, void> =>
  areShared && !existsSync(layout.receiptMarkerOfServers)
    ? E.tryCatch(
        () => {
          createPrivateFolder(layout.ring)
          writeFileAtomically(layout.receiptMarkerOfServers, '')
        },
        () => keysUnavailable(`${layout.receiptMarkerOfServers} cannot be written: let this user write it`),
      )
    : E.right(undefined)

/**
 * Opens the erasure receipt of a folder. Call it after the schedule has read both logs. A library that never had one (a
 * new one, or one of an earlier version) gets one with the erasures that its log has. Unavailable when it had one and it
 * is missing, unless its loss is accepted.
 */
export const openErasureReceipt = (
  layout: DataFolderLayout,
  eventTable: EventTable,
  stores: ReceiptStores,
  isLossAccepted = false,
): TE.TaskEither<Unavailable, ErasureReceipt> =>
  pipe(
    deriveReceiptKey(stores.ring),
    TE.flatMap((key) => async () => {
      const { erasureReceipt: file } = layout
      const place = {
        file,
        key,
        isShared: stores.areShared,
        whileOnlyWriter: stores.coordination.namedLock('erasure receipt'),
      }
      if (hasErasureReceiptFile(file)) return openErasureReceiptFile(place)()
      const missing = isLossAccepted ? undefined : findMissing(layout, stores)
      if (missing !== undefined) return E.left(missing)
      return makeErasureReceiptFile(place, await readRunsOfLog(eventTable, stores))()
    }),
    TE.tapEither(() => noteReceipt(layout, stores)),
  )
