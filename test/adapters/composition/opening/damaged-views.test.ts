import * as E from 'fp-ts/Either'
import * as TE from 'fp-ts/TaskEither'
import { checkStoresAtStart } from '../../../../adapters/composition/opening/check-stores-at-start'
import { catchDamagedViews } from '../../../../adapters/composition/opening/damaged-views'
import type { LibraryStores } from '../../../../adapters/composition/stores/library-stores'
import type { FailingPart } from '../../../../adapters/processes/failures/failing-system-part-registry'
import { dataFolderLayout } from '../../../../adapters/stores/data-folder/data-folder-layout'
import { throwableStoreError } from '../../../../adapters/stores/throwable-store-error'
import { openMemoryLog } from '../../../../adapters/stores/eventstore/memory/open-memory-log'
import { systemRandom } from '../../../../adapters/system/random/system-random'
import { openingDay } from '../../../fixtures/running-library'

const damage = 'the file is damaged (SQLITE_CORRUPT)'
const driverError = (code: string): Error => Object.assign(new Error(code), { code })

/** Opens with logs that are empty, and with a schedule that does this when it is caught up. */
const openWith = (catchUpSchedule: () => Promise<E.Either<never, void>>, failed: ReadonlyArray<FailingPart> = []) => {
  const stores = {
    logs: { circulation: openMemoryLog().events, persons: openMemoryLog().events },
    schedule: { position: () => undefined },
    readModels: { checkpoint: () => undefined },
  }
  const check = checkStoresAtStart(dataFolderLayout('data'), stores as object as LibraryStores, catchUpSchedule, {
    clock: { today: () => openingDay },
    random: systemRandom,
    alarm: () => undefined,
  })
  return catchDamagedViews({ list: () => failed })(check)()
}

describe('the opening of a library', () => {
  it('finds that the schedule is damaged, whether it is read or written', async () => {
    const whileRead = await openWith(() => Promise.reject(driverError('SQLITE_CORRUPT')))
    const whileWritten = await openWith(
      () => Promise.reject(throwableStoreError({ _tag: 'StoreUnavailable', reason: damage, store: 'schedule' })),
      [{ part: 'schedule', since: '2026-01-05T08:00Z', reason: damage }],
    )
    expect([whileRead, whileWritten]).toEqual([E.left({ _tag: 'ViewsDamaged' }), E.left({ _tag: 'ViewsDamaged' })])
  })

  it('names the schedule when its disk fails, and discards nothing', async () => {
    expect(await openWith(() => Promise.reject(driverError('SQLITE_IOERR_READ')))).toEqual(
      E.left({
        _tag: 'StoreUnavailable',
        reason: 'the disk does not answer (SQLITE_IOERR_READ)',
        store: 'schedule',
      }),
    )
  })

  it('does not discard views because a log is damaged', async () => {
    const ofLog = { _tag: 'StoreUnavailable', reason: damage, store: 'persons' } as const
    expect(await catchDamagedViews({ list: () => [] })(() => Promise.reject(throwableStoreError(ofLog)))()).toEqual(
      E.left(ofLog),
    )
    const answered = catchDamagedViews({ list: () => [] })(TE.left(ofLog))
    expect(await answered()).toEqual(E.left(ofLog))
  })
})
