import * as E from 'fp-ts/Either'
import { createEpochAlarms } from '../../../../adapters/composition/epochs/epoch-alarms'
import { createMemoryKekRing } from '../../../../adapters/stores/kek-ring/memory/memory-kek-ring'
import { addDays, type Day } from '../../../../domain/values/day'

const today = '2026-03-05' as Day

const alarmsUnderTest = () => {
  const state = { today, raised: [] as string[] }
  const alarms = createEpochAlarms({
    stores: { ring: createMemoryKekRing() },
    clock: { today: () => state.today },
    alarm: (kind, details) => void state.raised.push(`${kind}: ${String(details?.['reason'])}`),
  })
  return { state, ...alarms }
}

const unusable = (keys: number) =>
  E.left({ _tag: 'RollFailed', code: 're-wrap: KeysUnusable', reason: `${String(keys)} of 400 keys` } as const)

describe('the alarm of a roll that fails every minute', () => {
  it('is raised once a day, although the figures in the reason change, and again on the next day', () => {
    const { state, afterRoll } = alarmsUnderTest()
    for (const keys of [200, 201, 202]) afterRoll(unusable(keys))
    expect(state.raised).toEqual(['EpochNotRolled: 200 of 400 keys'])
    state.today = addDays(1)(today)
    for (const keys of [203, 204]) afterRoll(unusable(keys))
    expect(state.raised).toEqual(['EpochNotRolled: 200 of 400 keys', 'EpochNotRolled: 203 of 400 keys'])
  })

  it('is raised for each other failure of the day, once', () => {
    const { state, afterRoll, afterDestruction, afterMaintenance } = alarmsUnderTest()
    const noDisk = { code: 'retire: Unavailable', reason: 'the disk is full' }
    for (let minute = 0; minute < 2; minute += 1) {
      afterRoll(unusable(200 + minute))
      afterRoll(E.left({ _tag: 'RollFailed', ...noDisk }))
      afterDestruction(E.left({ _tag: 'DestroyEpochFailed', ...noDisk }))
      afterMaintenance(E.left({ _tag: 'Unavailable', reason: `no lease ${String(minute)}` }))
    }
    expect(state.raised).toEqual([
      'EpochNotRolled: 200 of 400 keys',
      'EpochNotRolled: the disk is full',
      'RetiredEpochNotDestroyed: the disk is full',
      'EpochNotRolled: no lease 0',
    ])
  })
})
