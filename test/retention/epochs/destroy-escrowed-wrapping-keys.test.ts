import fc from 'fast-check'
import * as TE from 'fp-ts/TaskEither'
import { rightOrThrow } from '../../fixtures/right-or-throw'
import { addDays } from '../../../domain/values/day'
import { epochsUnderTest, escrowDays, firstDay, Killed } from './epochs-under-test'

describe('the wrapping key of a retired epoch', () => {
  it('stays in escrow for the days that are set, and is then destroyed; circulation says so', async () => {
    const { roll, destroyDue, passDays, ring, state } = epochsUnderTest()
    await roll()
    passDays(escrowDays - 1)
    expect(rightOrThrow(await destroyDue())).toEqual([])
    passDays(1)
    expect(rightOrThrow(await destroyDue())).toEqual([1])
    expect(ring.retiredEpochs()).toEqual([])
    expect([...state.recorded]).toEqual([
      [
        'epoch-1',
        {
          type: 'BackupHorizonDeclared',
          open: { epoch: '1', supersededOn: firstDay, destroyedOn: addDays(escrowDays)(firstDay) },
          sealed: {},
        },
      ],
    ])
  })

  it('is attested where the ring attests its destruction on that day, and declared otherwise', async () => {
    const { roll, destroyDue, passDays, state } = epochsUnderTest({
      keyDestruction: (on) => (on <= addDays(escrowDays)(firstDay) ? 'attested' : 'declared'),
    })
    for (let day = 0; day < 2; day++) {
      await roll()
      passDays(1)
    }
    for (const days of [escrowDays - 2, 1]) {
      passDays(days)
      await destroyDue()
    }
    expect([...state.recorded.values()].map(({ type }) => type)).toEqual([
      'BackupHorizonPassed',
      'BackupHorizonDeclared',
    ])
  })

  it('is destroyed after those of all older epochs, never before one of them', async () => {
    const { roll, destroyDue, passDays, ring } = epochsUnderTest()
    for (let day = 0; day < 3; day++) {
      await roll()
      passDays(1)
    }
    passDays(escrowDays - 2)
    expect(rightOrThrow(await destroyDue())).toEqual([1, 2])
    expect(ring.retiredEpochs().map(({ epoch }) => epoch)).toEqual([3])
  })

  it('is not destroyed while the escrow lacks an older one, whose folder is then asked for', async () => {
    const retired = { supersededOn: firstDay, retiredOn: firstDay, destroyedOn: undefined }
    const { destroyDue, passDays } = epochsUnderTest({
      epochs: () => [8],
      endedEpoch: () => 4,
      retiredEpochs: () => [5, 7].map((epoch) => ({ epoch, ...retired })),
    })
    passDays(escrowDays)
    expect(await destroyDue()).toEqual({
      _tag: 'Left',
      left: {
        _tag: 'DestroyEpochFailed',
        code: 'read: EscrowLacksEpoch',
        reason: expect.stringContaining('the escrow has no epoch 6: name the folder that has escrow-6.json') as string,
      },
    })
  })

  it('is not destroyed when it has left the escrow since the ring was read, which is read anew for that', async () => {
    const retired = { epoch: 7, supersededOn: firstDay, retiredOn: firstDay, destroyedOn: undefined }
    let isAway = false
    const { destroyDue, passDays, state } = epochsUnderTest({
      epochs: () => [8],
      endedEpoch: () => 6,
      retiredEpochs: () => (isAway ? [] : [retired]),
      reload: TE.fromIO(() => {
        isAway = true
      }),
    })
    passDays(escrowDays)
    expect(await destroyDue()).toMatchObject({
      left: { reason: expect.stringContaining('the escrow has no epoch 7') as string },
    })
    expect(state.recorded.size).toBe(0)
  })

  it('is not destroyed while an older one is missing that has not ended, though nothing else is in escrow', async () => {
    const { destroyDue, passDays } = epochsUnderTest({
      epochs: () => [8],
      endedEpoch: () => 6,
      retiredEpochs: () => [],
    })
    passDays(escrowDays)
    expect(await destroyDue()).toMatchObject({
      left: { reason: expect.stringContaining('the escrow has no epoch 7') as string },
    })
  })

  it('is remembered as ended once its end is recorded', async () => {
    const { roll, destroyDue, passDays, ring } = epochsUnderTest()
    await roll()
    expect(ring.endedEpoch()).toBe(0)
    passDays(escrowDays)
    rightOrThrow(await destroyDue())
    expect(ring.endedEpoch()).toBe(1)
  })

  it('is destroyed once and recorded once, wherever the process is killed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat({ max: 4 }), { maxLength: 5 }), async (kills) => {
        const { roll, destroyDue, passDays, ring, state } = epochsUnderTest()
        await roll()
        passDays(escrowDays)
        for (const callsUntilKilled of kills) {
          state.callsUntilKilled = callsUntilKilled
          await destroyDue().catch((error: unknown) => {
            if (!(error instanceof Killed)) throw error
          })
        }
        state.callsUntilKilled = undefined
        await destroyDue()
        expect([ring.retiredEpochs(), [...state.recorded.keys()]]).toEqual([[], ['epoch-1']])
      }),
      { numRuns: 50 },
    )
  })
})
