import { randomUUID } from 'node:crypto'
import * as E from 'fp-ts/Either'
import * as TE from 'fp-ts/TaskEither'
import { createCheckLogs } from '../../../../adapters/composition/operations/check-logs'
import { createDatabaseFileCheckResults } from '../../../../adapters/processes/damage/database-file-check-results'
import type { EventDecoder } from '../../../../adapters/processes/projectors/event-decoder'
import { openMemoryLog } from '../../../../adapters/stores/eventstore/memory/open-memory-log'
import type { SealedEvent } from '../../../../domain/command-handling/open-event'
import type { StreamName } from '../../../../domain/event/stream'
import type { Unavailable } from '../../../../domain/ports/scope-keys'
import type { EventId } from '../../../../domain/values/ids'
import { rightOrThrow } from '../../../fixtures/right-or-throw'

/** Checks two events of *persons*, of which the keys cannot be read for this reason. */
const checkWithoutKeys = async (error: Unavailable) => {
  const persons = openMemoryLog().events
  for (const stream of ['borrower-1' as StreamName, 'borrower-2' as StreamName])
    rightOrThrow(
      await persons.append(stream, 'none', [
        {
          id: randomUUID() as EventId,
          type: 'BorrowerRegistered',
          version: 1,
          recorded: '2026-01',
          open: '{}',
          sealed: new Uint8Array(1),
        },
      ])(),
    )
  const decoder: EventDecoder = {
    decode: (log) => (stored) => E.right({ log, stored, open: {}, parts: [] } as object as SealedEvent),
    open: () => TE.left(error),
    prefetchKeys: () => () => Promise.resolve(),
    clear: () => undefined,
    countOpened: () => 0,
  }
  return createCheckLogs({
    logs: { circulation: openMemoryLog().events, persons },
    damagedEvents: { report: () => undefined },
    decoderReporting: () => decoder,
    logComparison: {
      compareSome: () => Promise.resolve(),
      compareAll: () => Promise.resolve(),
      compareAfter: () => Promise.resolve(),
      list: () => [],
    },
    fileChecks: createDatabaseFileCheckResults([]),
    checkFiles: () => Promise.resolve(),
  })(undefined, () => undefined)()
}

const unavailable = (reason: string): Unavailable => ({ _tag: 'Unavailable', reason })

describe('a check of the logs', () => {
  it('goes on without the keys of a damaged file, and counts the events that were not opened', async () => {
    const checked = await checkWithoutKeys(unavailable('keys-persons.db: the file is damaged (SQLITE_CORRUPT)'))
    expect(checked).toEqual(E.right({ events: 2, damaged: [], notOpened: 2, changedLogs: [], files: [] }))
  })

  it.each([
    ['the keys cannot be reached', unavailable('the disk does not answer (SQLITE_IOERR)')],
    ['another store is damaged', { ...unavailable('the file is damaged (SQLITE_CORRUPT)'), store: 'schedule' }],
  ])('ends when %s', async (_, error) => {
    expect(await checkWithoutKeys(error)).toEqual(E.left(error))
  })
})
