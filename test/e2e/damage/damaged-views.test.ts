import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import * as E from 'fp-ts/Either'
import type { RunningLibrary } from '../../../adapters/processes/running-library/running-library'
import { isStoreError } from '../../../adapters/stores/throwable-store-error'
import type { BorrowerId, CopyId } from '../../../domain/values/ids'
import { openOptionsWithAlarm } from '../../crash/crash-library'
import { makeSeededRandom } from '../../forensic/simulation/seeded-random'
import { rightOrThrow } from '../../fixtures/right-or-throw'
import { openLibraryIn } from '../../fixtures/running-library'
import { borrowerIdsOf, crashCopies, lendTo, withPreparedFolder } from '../errors/prepared-folder'
import { copyWithModes } from '../../fixtures/copy-with-modes'

/** Flips one bit of a file, anywhere. */
const flipAnyBit = (file: string, seed: number): void => {
  const random = makeSeededRandom(seed)
  const bytes = readFileSync(file)
  const at = Math.floor(random.fraction() * bytes.length)
  bytes[at] = (bytes[at] ?? 0) ^ (1 << Math.floor(random.fraction() * 8))
  writeFileSync(file, bytes)
}

/** Bytes. */
const pageSize = 4096

const flipBitAt = (file: string, at: number): void => {
  const bytes = readFileSync(file)
  bytes[at] = (bytes[at] ?? 0) ^ 4
  writeFileSync(file, bytes)
}

/** Uses the schedule in every way that an operator can, and counts the errors of the store. Another error is thrown. */
const storeErrorsInUse = async (library: RunningLibrary): Promise<number> => {
  const uses: ReadonlyArray<() => Promise<unknown>> = [
    () => library.retention.status(),
    () => library.retention.run(),
    () => library.checkLogs(undefined, () => undefined)(),
  ]
  let storeErrors = 0
  for (const use of uses)
    try {
      await use()
    } catch (error) {
      if (!isStoreError(error)) throw error
      storeErrors += 1
    }
  return storeErrors
}

const knownAlarms = new Set(['PartFails', 'PartWorksAgain', 'ViewsMadeAnew'])

/** Between a failure and this look the read models may have been made anew. */
const expectNothingElseFails = async (library: RunningLibrary): Promise<void> => {
  const { failingParts } = await library.checkHealth()
  expect(failingParts.map(({ part }) => part).filter((part) => part !== 'readModels')).toEqual([])
}

/** The borrowers, as soon as they can be read. */
const readableBorrowers = async (library: RunningLibrary): Promise<ReadonlyArray<BorrowerId>> => {
  for (;;)
    try {
      return borrowerIdsOf(library)
    } catch (error) {
      if (!isStoreError(error)) throw error
      await expectNothingElseFails(library)
      await setTimeout(200)
    }
}

/** Runs a step again until the damaged read models are made anew. */
const untilMadeAnew = async <A>(library: RunningLibrary, step: () => Promise<E.Either<unknown, A>>): Promise<A> => {
  for (;;) {
    const done = await step()
    if (E.isRight(done)) return done.right
    await expectNothingElseFails(library)
    await setTimeout(200)
  }
}

describe('what was folded from the logs, with one bit flipped', () => {
  it.each(['views.db', 'schedule.db'])(
    'is made anew by itself, and everybody is served: %s, 12 bits in turn, and more until one is met',
    (file) =>
      withPreparedFolder(async (folder) => {
        const alarms: string[] = []
        // Most pages of the read models are of tables without rows, and are not read.
        for (let seed = 1; seed <= 12 || (alarms.length === 0 && seed <= 60); seed += 1) {
          const damaged = `${folder}-damaged`
          copyWithModes(folder, damaged, { recursive: true })
          flipAnyBit(path.join(damaged, 'views', file), seed)
          const library = await openLibraryIn(
            damaged,
            openOptionsWithAlarm((kind) => alarms.push(kind)),
          )
          try {
            const borrowers = await readableBorrowers(library)
            expect(borrowers).toHaveLength(24)
            await untilMadeAnew(library, () => lendTo(library)(crashCopies[1] as CopyId, borrowers[3] as BorrowerId))
            await untilMadeAnew(library, library.catchUpReadModels)
            rightOrThrow(await library.rebuildReadModels(() => undefined)())
          } finally {
            await library.close()
            rmSync(damaged, { recursive: true, force: true })
          }
        }
        expect(alarms.filter((kind) => !knownAlarms.has(kind))).toEqual([])
        expect(alarms.length).toBeGreaterThan(0)
      }),
  )

  it('is an error of the store and a failing part when it is met in use: a schedule, whose next opening folds it anew', () =>
    withPreparedFolder(async (folder) => {
      const found: unknown[] = []
      const pages = statSync(path.join(folder, 'views', 'schedule.db')).size / pageSize
      for (let page = 2; page < pages && found.length < 2; page += 1) {
        const damaged = `${folder}-damaged`
        copyWithModes(folder, damaged, { recursive: true })
        flipBitAt(path.join(damaged, 'views', 'schedule.db'), page * pageSize + pageSize / 2)
        const alarms: string[] = []
        const open = () =>
          openLibraryIn(
            damaged,
            openOptionsWithAlarm((kind) => alarms.push(kind)),
          )
        const library = await open()
        const isMet = (await storeErrorsInUse(library)) > 0
        if (isMet) found.push([await library.checkHealth(), [...alarms]])
        await library.close()
        const again = await open()
        expect([await storeErrorsInUse(again), await again.checkHealth()]).toMatchObject([0, { ok: true }])
        await again.close()
        rmSync(damaged, { recursive: true, force: true })
      }
      expect(found).toMatchObject(Array(2).fill([{ ok: false, failingParts: [{ part: 'schedule' }] }, ['PartFails']]))
    }))
})
