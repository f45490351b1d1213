import * as E from 'fp-ts/Either'
import * as TE from 'fp-ts/TaskEither'
import { alarmWithoutRepeats } from '../../../../adapters/processes/failures/alarm-without-repeats'
import { storeOfFailure } from '../../../../adapters/processes/failures/store-of-failure'
import {
  nameStoreInError,
  nameStoreInRejection,
  watchPages,
  noteFailuresOfTask,
} from '../../../../adapters/processes/failures/note-failures-of-parts'
import { noteFailureOfSqliteCall } from '../../../../adapters/processes/failures/note-failure-of-sqlite-call'
import { catchStoreErrors, storeErrorsAsUnavailable } from '../../../../adapters/processes/catch-store-errors'
import { shuffledDuringReadError } from '../../../../adapters/stores/eventstore/reads-during-shuffle'
import { throwableStoreError } from '../../../../adapters/stores/throwable-store-error'

const reason = 'the disk is full'
const unavailable = { _tag: 'StoreUnavailable', reason } as const
const parts = { failed: () => undefined, worked: () => undefined }

describe('an alarm about a store', () => {
  it('names the store, whether a call of it answers an error or throws one', async () => {
    const append = noteFailuresOfTask(parts, 'circulation')(() => TE.left(unavailable))
    expect(await append()()).toEqual(E.left({ ...unavailable, store: 'circulation' }))
    const head = catchStoreErrors(async () => {
      await nameStoreInRejection('persons')(Promise.reject(throwableStoreError(unavailable)))
      return E.right(undefined)
    })
    expect(await head()).toEqual(E.left({ ...unavailable, store: 'persons' }))
    const pages = watchPages(
      parts,
      'persons',
    )({
      [Symbol.asyncIterator]: () => ({ next: () => Promise.reject(throwableStoreError(unavailable)) }),
    })
    await expect(pages[Symbol.asyncIterator]().next()).rejects.toMatchObject({ reason, store: 'persons' })
  })

  it('is not raised when the months of a log are shuffled while somebody reads it: the log works', async () => {
    const failed: unknown[] = []
    const readWith = (error: Error) => {
      const next = () => Promise.reject(error)
      const watching = { failed: (...failure: unknown[]) => failed.push(failure), worked: () => undefined }
      return watchPages(
        watching,
        'persons',
      )({ [Symbol.asyncIterator]: () => ({ next }) })
        [Symbol.asyncIterator]()
        .next()
    }
    await expect(readWith(shuffledDuringReadError())).rejects.toMatchObject({ store: 'persons' })
    expect(failed).toEqual([])
    await expect(readWith(throwableStoreError(unavailable))).rejects.toMatchObject({ store: 'persons' })
    expect(failed).toEqual([['persons', reason]])
  })

  it.each(['readModels', 'schedule'] as const)('names the part when a page of it is damaged: %s', async (part) => {
    const failed: unknown[] = []
    const watched = noteFailureOfSqliteCall({ failed: (...failure) => failed.push(failure) }, part)
    const damaged = Object.assign(new Error(), { code: 'SQLITE_CORRUPT' })
    const reading = storeErrorsAsUnavailable(() =>
      watched(() => {
        throw damaged
      }),
    )
    const outcome = await reading()
    const damage = 'the file is damaged (SQLITE_CORRUPT)'
    expect(E.mapLeft(storeOfFailure)(outcome)).toEqual(E.left({ store: part, reason: damage }))
    expect(failed).toEqual([[part, damage]])
  })

  it('keeps the name that is nearest to the failure', async () => {
    const task = nameStoreInError('coordination')(TE.left({ ...unavailable, store: 'keys' }))
    expect(await task()).toEqual(E.left({ ...unavailable, store: 'keys' }))
  })

  it('says the store and the reason, and nothing of an error that is about no store', () => {
    expect(storeOfFailure({ ...unavailable, store: 'persons' })).toEqual({ store: 'persons', reason })
    expect(storeOfFailure({ _tag: 'Unavailable', reason })).toEqual({ store: 'keys', reason })
    expect(storeOfFailure({ _tag: 'Corrupt' })).toBeUndefined()
  })

  it('is raised once in ten minutes for each store', () => {
    const raised: unknown[] = []
    let now = 0
    const alarm = alarmWithoutRepeats((kind, details) => raised.push([kind, details?.['store']]), {
      elapsed: () => now,
    })
    for (const store of ['circulation', 'persons', 'circulation']) alarm('StoreUnavailable', { store, reason })
    now = 600_000
    alarm('StoreUnavailable', { store: 'persons', reason })
    expect(raised).toEqual([
      ['StoreUnavailable', 'circulation'],
      ['StoreUnavailable', 'persons'],
      ['StoreUnavailable', 'persons'],
    ])
  })
})
