import * as TE from 'fp-ts/TaskEither'
import { createEpochSteps } from '../../../../adapters/composition/epochs/create-epoch-steps'
import type { LibraryStores } from '../../../../adapters/composition/stores/library-stores'
import { createMemoryKekRing } from '../../../../adapters/stores/kek-ring/memory/memory-kek-ring'
import type { Day } from '../../../../domain/values/day'
import { epochStepWithFingerprint } from '../../../../retention/epochs/epoch-step'
import { sharedMemoryStores } from '../../../fixtures/shared-memory-stores'
import { rightOrThrow } from '../../../fixtures/right-or-throw'

const today = '2026-03-05' as Day

/** Two processes with the steps of their rolls. `moves` counts how often the read models of a process were moved. */
const twoProcesses = () => {
  const shared = sharedMemoryStores()
  const processOf = (name: string, ring = shared.storesOf(name).ring) => {
    const stores = { ...shared.storesOf(name), ring }
    const state = { moves: 0, key: new Uint8Array(0), alarms: [] as string[] }
    const readModels = { isUnder: (key: Uint8Array) => Buffer.from(key).equals(Buffer.from(state.key)) }
    const steps = createEpochSteps({
      stores: { ...stores, readModels } as LibraryStores,
      moveReadModels: (key) => TE.fromIO(() => void Object.assign(state, { moves: state.moves + 1, key })),
      alarm: (kind) => state.alarms.push(kind),
    })
    return { ...steps, state, ring: stores.ring, registry: stores.coordination.processRegistry }
  }
  return { processOf, first: processOf('first') }
}

describe('the steps of a roll in a process that did not begin it', () => {
  it('are taken when they are requested, and confirmed: the read models are moved once', async () => {
    const { first, processOf } = twoProcesses()
    const other = processOf('other')
    rightOrThrow(await first.ring.beginEpoch(today)())
    for (const name of ['begun', 'moved', 'retired'] as const) {
      const step = rightOrThrow(await epochStepWithFingerprint(first.ring, name, 2)())
      if (name === 'retired') rightOrThrow(await first.ring.retireEpoch(1, today)())
      const request = rightOrThrow(await first.registry.requestEpochStep(step)())
      rightOrThrow(await first.registry.confirmEpochStep(request)())
      expect(await first.waitsFor()).toContain('1 process of the library has not confirmed')
      for (let calls = 0; calls < 2; calls += 1) await other.takeRequested()
      expect(await first.waitsFor()).toBeNull()
    }
    expect([other.ring.epochs(), other.state.moves, other.state.alarms]).toEqual([[2], 1, []])
  })

  it('are not confirmed with a ring that does not follow, which is an alarm and says why', async () => {
    const { first, processOf } = twoProcesses()
    const other = processOf('other', createMemoryKekRing())
    rightOrThrow(await first.ring.beginEpoch(today)())
    const step = rightOrThrow(await epochStepWithFingerprint(first.ring, 'begun', 2)())
    rightOrThrow(await first.registry.requestEpochStep(step)())
    await other.takeRequested()
    expect(other.state.alarms).toEqual(['KeyEpochUnknown'])
    expect(await other.waitsFor()).toContain('the ring of this process has no epoch 2')
    expect(await first.waitsFor()).toContain('2 processes of the library have not confirmed the reading of epoch 2')
  })
})
