import { hash, randomBytes, randomUUID } from 'node:crypto'
import path from 'node:path'
import { openSqliteLog } from '../../../adapters/stores/eventstore/sqlite/open-sqlite-log'
import { openTreeThread, type TreesOfLogs } from '../../../adapters/stores/eventstore/trees/open-tree-thread'
import { streamNameOf } from '../../../domain/event/stream'
import type { StoredEvent } from '../../../domain/ports/event-store'
import type { EventId } from '../../../domain/values/ids'
import { encodeSealedParts } from '../../../retention/sealing/encode-sealed-parts'
import { leafRecordOf } from '../../../retention/transparency/leaf-record'
import { rightOrThrow } from '../../fixtures/right-or-throw'
import { measureSideBySide, type Measurement } from '../measure-side-by-side'
import type { Stopwatch } from '../stopwatch'

/** The events of the log whose tree is computed, and the rounds. */
export interface TreeSize {
  readonly events: number
  readonly rounds: number
}

const eventsOfStream = 100

const sealed = encodeSealedParts([
  { class: 'loan', commitment: randomBytes(32), nonce: randomBytes(12), bytes: randomBytes(384), tag: randomBytes(16) },
])

/** An event with the sizes that loan events have. */
const newEvent = (): StoredEvent => ({
  id: randomUUID() as EventId,
  type: 'LoanReturned',
  version: 1,
  recorded: '2026-05-01',
  open: JSON.stringify({ branch: 'DK-785100', copy: '3274626533', loan: randomUUID(), returnedOn: '2026-05-01' }),
  sealed,
  code: randomBytes(33),
})

/** Writes a log of so many events; answers its file. */
const writeLog = async (folder: string, events: number): Promise<string> => {
  const file = path.join(folder, `${randomUUID()}.db`)
  const log = rightOrThrow(openSqliteLog(file)).events
  for (let at = 0; at < events; at += eventsOfStream) {
    const batch = Array.from({ length: eventsOfStream }, newEvent)
    rightOrThrow(await log.append(streamNameOf('copy')(randomUUID()), 'none', batch)())
  }
  await log.close()
  return file
}

/** The hashes that a tree cannot do without: of the open bytes, a sealed part, the code, the leaf, and one of the tree. */
const hashBytes = (events: number): void => {
  const event = newEvent()
  const record = leafRecordOf('circulation')({ ...event, stream: streamNameOf('copy')('3274626533'), revision: 0 })
  const inputs = [event.open, sealed.subarray(2), event.code as Uint8Array, record, randomBytes(65)]
  for (let at = 0; at < events; at++) for (const input of inputs) hash('sha256', input, 'latin1')
}

/** B14: computes the tree of a log anew, against a bare loop of the same hashes. */
export const measureTrees = async (
  folder: string,
  { events, rounds }: TreeSize,
  stopwatch?: Stopwatch,
): Promise<Measurement> => {
  const place = { _tag: 'File', file: await writeLog(folder, events) } as const
  let trees: TreesOfLogs | undefined
  return measureSideBySide(
    'B14 compute the tree of a log',
    rounds,
    {
      events,
      prepare: () => {
        const file = path.join(folder, `${randomUUID()}.db`)
        trees = openTreeThread({ file, key: randomBytes(32), places: { circulation: place, persons: place } })
      },
      run: async () => {
        const grown = await trees?.growToEnd('circulation')()
        if (grown === undefined || rightOrThrow(grown).size !== events) throw new Error('the tree is not complete')
      },
      finish: () => trees?.close(),
    },
    { events, run: () => hashBytes(events) },
    stopwatch,
  )
}
