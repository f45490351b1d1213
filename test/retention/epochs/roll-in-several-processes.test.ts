import * as TE from 'fp-ts/TaskEither'
import fc from 'fast-check'
import { createMemoryKekRing } from '../../../adapters/stores/kek-ring/memory/memory-kek-ring'
import type { Day } from '../../../domain/values/day'
import { epochStepWithFingerprint } from '../../../retention/epochs/epoch-step'
import { takeEpochStep } from '../../../retention/epochs/take-epoch-step'
import { rightOrThrow } from '../../fixtures/right-or-throw'
import { processesUnderTest } from './processes-under-test'

const today = '2026-03-05' as Day
const onlyPlain = new Set(['Plain'])

describe('a roll of the epoch that several processes take part in', () => {
  it('leaves every process with the new epoch alone, in its ring and for its read models', async () => {
    const { roll, processes, seal, opens, alarms } = processesUnderTest()
    for (const at of [0, 1, 2]) await seal(at)
    expect(rightOrThrow(await roll(1))).toMatchObject({ epoch: 2, retired: [1], rewrapped: 3, unusable: 0 })
    for (const process of processes) {
      expect([process.ring.currentEpoch(), process.ring.epochs(), process.state.readModels]).toEqual([2, [2], 2])
      expect(await opens(process)).toEqual(onlyPlain)
    }
    expect(alarms).toEqual([])
  })

  it('wraps nothing in the new epoch before every process has read it', async () => {
    const { rollInterrupted, processAt, seal, epochsOfRows } = processesUnderTest()
    // The calls before: reload, and the beginning of the epoch.
    await rollInterrupted(0, { beforeCall: 2, isLate: false })
    await processAt(1).ring.reload()
    await seal(1)
    expect(processAt(1).ring.epochs()).toEqual([1, 2])
    expect(await epochsOfRows()).toEqual(new Set([1]))
  })

  it('is followed by a process that was paused meanwhile: it reads the ring anew before it inserts or opens a key', async () => {
    const { roll, processAt, seal, opens, store, epochsOfRows, alarms } = processesUnderTest()
    await seal(0)
    const paused = processAt(2)
    paused.isPaused = true
    rightOrThrow(await roll(0))
    expect(paused.ring.epochs()).toEqual([1])
    await seal(2)
    expect(await opens(paused)).toEqual(onlyPlain)
    expect([paused.ring.epochs(), await epochsOfRows(), await store.acceptedEpoch()]).toMatchObject([
      [2],
      new Set([2]),
      { right: 2 },
    ])
    expect(alarms).toEqual([])
  })

  it('opens what was re-wrapped in a process that was paused, without a command of its own', async () => {
    const { roll, processAt, seal, opens } = processesUnderTest()
    await seal(1)
    processAt(2).isPaused = true
    rightOrThrow(await roll(0))
    expect(await opens(processAt(2))).toEqual(onlyPlain)
  })

  it('does not begin to refuse the old epoch while a process cannot read the new one', async () => {
    const { roll, processes, processAt, store, seal, opens } = processesUnderTest()
    await seal(0)
    const reason = 'its ring is a copy'
    processes[1] = { ...processAt(1), takeStep: () => TE.left({ _tag: 'RingIsAnother', reason }) }
    expect(await roll(0)).toEqual({ _tag: 'Left', left: { _tag: 'RollWaits', code: 'begun', reason } })
    expect(await store.acceptedEpoch()).toMatchObject({ right: 0 })
    await seal(0)
    expect(await opens(processAt(2))).toEqual(onlyPlain)
  })

  it('is not confirmed by a process whose ring has another key of the epoch', async () => {
    const [ring, other] = [createMemoryKekRing(), createMemoryKekRing()]
    for (const each of [ring, other]) rightOrThrow(await each.beginEpoch(today)())
    const step = rightOrThrow(await epochStepWithFingerprint(ring, 'begun', 2)())
    const take = (of: typeof ring) => takeEpochStep({ ring: of, moveReadModels: () => TE.right(undefined) })(step)()
    expect(await take(ring)).toMatchObject({ _tag: 'Right' })
    expect(await take(other)).toMatchObject({ left: { _tag: 'RingIsAnother' } })
  })

  it.each([
    ['begins the epoch', 1],
    ['wraps keys in the epoch', 5],
    ['retires the epoch before', 9],
  ])(
    'changes nothing when a process that was paused before it %s goes on after two other rolls',
    async (_what, call) => {
      const { roll, rollInterrupted, resumeAll, processes, seal, opens, alarms } = processesUnderTest()
      await seal(0)
      await rollInterrupted(0, { beforeCall: call, isLate: true })
      for (const at of [1, 2]) rightOrThrow(await roll(at))
      await resumeAll()
      for (const process of processes) expect(await opens(process)).toEqual(onlyPlain)
      rightOrThrow(await roll(1))
      for (const process of processes) expect(process.ring.epochs()).toHaveLength(1)
      expect(alarms).toEqual([])
    },
  )

  it('loses no key and leaves no older epoch, wherever processes are killed or paused, and whatever a paused one still does', async () => {
    const process = fc.nat({ max: 2 })
    const wholeRoll = fc.record({ kind: fc.constant('wholeRoll' as const), process })
    const action = fc.oneof(
      { arbitrary: wholeRoll, weight: 2 },
      fc.record({ kind: fc.constant('seal' as const), process }),
      fc.record({ kind: fc.constant('pause' as const), process }),
      fc.record({ kind: fc.constant('resume' as const), process }),
      fc.record({ kind: fc.constant('roll' as const), process, beforeCall: fc.nat({ max: 10 }), isLate: fc.boolean() }),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(action, { maxLength: 12 }), async (actions) => {
        const library = processesUnderTest()
        await library.seal(0)
        for (const each of actions) {
          const { isPaused } = library.processAt(each.process)
          if (each.kind === 'seal' && !isPaused) await library.seal(each.process)
          if (each.kind === 'pause' || each.kind === 'resume')
            library.processAt(each.process).isPaused = each.kind === 'pause'
          if (each.kind === 'wholeRoll' && !isPaused) rightOrThrow(await library.roll(each.process))
          if (each.kind === 'roll' && !isPaused) await library.rollInterrupted(each.process, each)
        }
        await library.resumeAll()
        for (const each of library.processes) expect(await library.opens(each)).toEqual(onlyPlain)
        rightOrThrow(await library.roll(1))
        const { ring } = library.processAt(0)
        expect(await library.epochsOfRows()).toEqual(new Set([ring.currentEpoch()]))
        for (const each of library.processes) {
          expect([each.ring.epochs(), each.state.readModels]).toEqual([[ring.currentEpoch()], ring.currentEpoch()])
          expect(await library.opens(each)).toEqual(onlyPlain)
        }
        expect(library.alarms).toEqual([])
      }),
      {
        numRuns: 100,
        examples: [
          // A process begins an epoch that has been retired meanwhile.
          [
            [
              { kind: 'roll', process: 2, beforeCall: 1, isLate: true },
              { kind: 'wholeRoll', process: 0 },
              { kind: 'pause', process: 0 },
              { kind: 'wholeRoll', process: 1 },
            ],
          ],
        ],
      },
    )
  })
})
