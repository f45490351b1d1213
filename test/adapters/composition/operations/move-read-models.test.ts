import * as E from 'fp-ts/Either'
import * as TE from 'fp-ts/TaskEither'
import { createMoveReadModels } from '../../../../adapters/composition/operations/move-read-models'
import { createEventDecoder } from '../../../../adapters/processes/projectors/event-decoder'
import type { StoreUnavailable } from '../../../../domain/ports/event-store'
import { eventDefinitions } from '../../../../domain/event-definitions'
import { eventDefinitionsByType } from '../../../../domain/event/decode-event-parts'
import { keysUnderTest } from '../../../fixtures/keys-under-test'
import { rightOrThrow } from '../../../fixtures/right-or-throw'
import {
  circulation,
  expectedRows,
  fold,
  keyOf,
  newFolder,
  openIn,
  persons,
  removeFolders,
  rowsOf,
} from '../../stores/readmodels/read-models-in-folder'

afterAll(removeFolders)

const failure: StoreUnavailable = { _tag: 'StoreUnavailable', reason: 'the disk is full' }

/** Read models that have read both logs, and logs that note from where they are read. */
const readModelsToMove = () => {
  const { readModels, close } = openIn(newFolder())
  fold(readModels, circulation, persons)
  const readAfter: Array<string | undefined> = []
  const noPages = (after: string | undefined): AsyncIterable<never> => {
    readAfter.push(after)
    return { [Symbol.asyncIterator]: () => ({ next: () => Promise.resolve({ done: true, value: undefined }) }) }
  }
  const log = { readAll: ({ after }: { readonly after?: string } = {}) => noPages(after) }
  const schedule = { refusedRuns: () => [], position: () => undefined }
  const stores = { logs: { circulation: log, persons: log }, schedule, readModels }
  const rebuilt: Uint8Array[] = []
  const dependencies = {
    projectorGroup: { catchUp: TE.right(undefined) },
    eventDecoder: createEventDecoder(eventDefinitionsByType(eventDefinitions), keysUnderTest().keys),
    rebuildReadModels: (_report: unknown, key: Uint8Array = keyOf(0)) =>
      TE.fromIO(() => {
        rebuilt.push(key)
        return 1
      }),
  }
  return { stores, dependencies, readModels, readAfter, rebuilt, close }
}

describe('the move of read models to another key', () => {
  it('copies the rows, and reads the logs only from where the rows end', async () => {
    const { stores, dependencies, readModels, readAfter, rebuilt, close } = readModelsToMove()
    rightOrThrow(await createMoveReadModels(stores, dependencies)(keyOf(8))())
    expect(new Set(readAfter)).toEqual(
      new Set([circulation, persons].map((events) => events.at(-1)?.metadata.position)),
    )
    expect([rowsOf(readModels), rebuilt]).toEqual([expectedRows, []])
    close()
  })

  it('folds them anew under the same key when they cannot be copied', async () => {
    const { stores, dependencies, rebuilt, close } = readModelsToMove()
    const readModels = { ...stores.readModels, copyToReplacement: () => TE.fromEither(E.left(failure)) }
    rightOrThrow(await createMoveReadModels({ ...stores, readModels }, dependencies)(keyOf(8))())
    expect(rebuilt).toEqual([keyOf(8)])
    close()
  })
})
