import { setImmediate } from 'node:timers/promises'
import * as E from 'fp-ts/Either'
import { rebuildDamagedReadModels } from '../../../../adapters/composition/operations/rebuild-damaged-read-models'
import type { FailingPart } from '../../../../adapters/processes/failures/failing-system-part-registry'

const minute = 60_000
const damaged: FailingPart = { part: 'readModels', since: '2026-01-05T08:00Z', reason: 'damaged (SQLITE_CORRUPT)' }
const full = { _tag: 'Unavailable', reason: 'the disk is full', store: 'readModels' } as const

/** Read models that are damaged, and are rebuilt with these outcomes, one after the other. */
const withDamage = (outcomes: ReadonlyArray<E.Either<typeof full, number> | Error>) => {
  const seen = { rebuilds: 0, madeAnew: 0, alarms: [] as unknown[], now: 0 }
  const closing = new AbortController()
  const start = rebuildDamagedReadModels(
    {
      failingParts: { list: () => (seen.madeAnew === 0 ? [damaged] : []), madeAnew: () => (seen.madeAnew += 1) },
      rebuildReadModels: () => async () => {
        const outcome = outcomes[Math.min(seen.rebuilds++, outcomes.length - 1)] ?? new Error('no outcome')
        await setImmediate()
        if (outcome instanceof Error) throw outcome
        return outcome
      },
      alarm: (...alarm) => seen.alarms.push(alarm),
      clock: { elapsed: () => seen.now },
    },
    closing.signal,
  )
  const tickAt = async (now: number): Promise<number> => {
    seen.now = now
    start()
    for (let turns = 0; turns < 2; turns += 1) await setImmediate()
    return seen.rebuilds
  }
  return { seen, tickAt, close: () => closing.abort() }
}

describe('damaged read models that cannot be rebuilt', () => {
  it('are tried again after 1, 2, 4 and more minutes, and at least once an hour', async () => {
    const { seen, tickAt } = withDamage([E.left(full)])
    const startedAt: number[] = []
    for (let at = 0; at <= 250; at += 0.5) {
      const before = seen.rebuilds
      if ((await tickAt(at * minute)) > before) startedAt.push(at)
    }
    expect(startedAt).toEqual([0, 1, 3, 7, 15, 31, 63, 123, 183, 243])
  })

  it.each([
    ['answers an error', E.left(full), 'the disk is full'],
    ['throws', Object.assign(new Error(), { code: 'SQLITE_FULL' }), 'the disk is full (SQLITE_FULL)'],
  ] as const)('raise an alarm with the store and the reason when the rebuild %s', async (_how, outcome, reason) => {
    const { seen, tickAt } = withDamage([outcome])
    await tickAt(0)
    expect(seen.alarms).toEqual([['ReadModelsNotRebuilt', { store: 'readModels', reason }]])
  })

  it('are no longer listed once a later rebuild succeeds', async () => {
    const { seen, tickAt } = withDamage([E.left(full), E.right(9)])
    await tickAt(0)
    await tickAt(minute)
    expect(await tickAt(2 * minute)).toBe(2)
    expect(seen).toMatchObject({ madeAnew: 1, rebuilds: 2 })
  })

  it('raise no alarm when the library is closed meanwhile', async () => {
    const { seen, tickAt, close } = withDamage([E.left(full)])
    const started = tickAt(0)
    close()
    await started
    expect(await tickAt(5 * minute)).toBe(1)
    expect(seen.alarms).toEqual([])
  })
})
