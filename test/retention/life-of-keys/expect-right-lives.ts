import fc from 'fast-check'
import { expectRightAnswers, expectThiefOpensNothingGone } from './life-checks'
import { copyCommands } from './copy-commands'
import { destroyDueEpochs, keyCommands, passDays, roll, runWorker } from './key-commands'
import type { LifeCommand } from './life-command'
import { firstRecords, recordCommands } from './record-commands'
import { emptyModel, isErased, mayRefuseRoll, type LifeModel } from './life-model'
import { escrowDays } from './library-process'
import { lifeUnderTest, type LifeUnderTest } from './life-under-test'

/** An alias: the linter cannot see that fast-check runs these expectations within a test. */
const assertThat = expect

/** What follows on every life: what is due is erased, the epoch rolls in the next month, and its escrow ends. */
const expectEnd = async (model: LifeModel, life: LifeUnderTest): Promise<void> => {
  model.step += 1
  await runWorker(model, life)
  await passDays(model, life, 31)
  await roll(model, life)
  await roll(model, life)
  await passDays(model, life, escrowDays)
  const areAllClosed = await destroyDueEpochs(model, life)
  await expectRightAnswers(model, life)
  await expectThiefOpensNothingGone(model, life)
  if (mayRefuseRoll(model)) return
  assertThat(areAllClosed).toBe(true)
  for (const scope of model.scopes.values())
    if (isErased(model.scopes, scope)) assertThat(model.gone.has(scope.scope)).toBe(true)
}

const runLife = async (life: LifeUnderTest, live: (model: LifeModel) => Promise<void>): Promise<LifeModel> => {
  const model = emptyModel()
  try {
    for (const each of firstRecords()) await each.run(model, life)
    await live(model)
    await expectEnd(model, life)
  } finally {
    await life.library.keys.close()
  }
  return model
}

/** Runs one life with these commands, of which each must be possible when its turn comes. */
export const expectRightLife = (commands: ReadonlyArray<LifeCommand>): Promise<LifeModel> => {
  const life = lifeUnderTest()
  return runLife(life, async (model) => {
    for (const each of commands) {
      assertThat(each.check(model)).toBe(true)
      await each.run(model, life)
    }
  })
}

/** Runs so many random lives of a library, with at most so many commands each; with a seed always the same ones. */
export const expectRightLives = (
  { numRuns, maxCommands, seed }: { readonly numRuns: number; readonly maxCommands: number; readonly seed?: number },
  makeLife: () => LifeUnderTest | Promise<LifeUnderTest> = lifeUnderTest,
): Promise<void> =>
  fc.assert(
    fc.asyncProperty(
      fc.commands([fc.oneof(...recordCommands, ...keyCommands, ...copyCommands)], { maxCommands, size: 'max' }),
      async (commands) => {
        const life = await makeLife()
        await runLife(life, (model) => fc.asyncModelRun(() => ({ model, real: life }), commands))
      },
    ),
    seed === undefined ? { numRuns } : { numRuns, seed },
  )
