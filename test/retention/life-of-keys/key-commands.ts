import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { addDays } from '../../../domain/values/day'
import type { CertificateId } from '../../../domain/values/ids'
import { rightOrThrow } from '../../fixtures/right-or-throw'
import { arbitraryKill, command, commandFor, commandForNth, killText, type LifeCommand } from './life-command'
import {
  expectCertifiedHaveNoKey,
  expectDeclaredAreDue,
  expectHorizonsAreTrue,
  expectOneCertificateEach,
  expectRightAnswers,
} from './life-checks'
import {
  changeScope,
  isErased,
  isUnreadable,
  mayRefuseRoll,
  rightAnswers,
  type LifeModel,
  type ModelScope,
} from './life-model'
import type { LibraryProcess } from './library-process'
import { escrowDays } from './library-process'
import { epochsIn, type Kill, type LifeUnderTest } from './life-under-test'
import type { RetiredEpoch } from '../../../retention/keys/kek-ring'

/** An alias: the linter cannot see that fast-check runs these expectations within a test. */
const assertThat = expect

const everyScope = ({ scopes }: LifeModel): ReadonlyArray<ModelScope> => [...scopes.values()]

const restarts = async (model: LifeModel, life: LifeUnderTest): Promise<void> => {
  rightOrThrow(
    await life.restart(
      false,
      everyScope(model).some(({ isLost }) => isLost),
    ),
  )
  expectDeclaredAreDue(model, life, false)
  await expectCertifiedHaveNoKey(life)
}

/** Work that may be killed; then another process is started. Answers whether it was done. */
const isDone = async (
  model: LifeModel,
  life: LifeUnderTest,
  kill: Kill | undefined,
  work: (running: LibraryProcess) => Promise<unknown>,
): Promise<boolean> => {
  if (!(await life.whileKilled(kill, work))) return true
  await restarts(model, life)
  return false
}

/** Runs the worker. When it was not killed, everything that is due is declared, and certified once. */
export const runWorker = async (model: LifeModel, life: LifeUnderTest, kill?: Kill): Promise<void> => {
  const done = await isDone(model, life, kill, ({ runWorker: run }) => run())
  expectDeclaredAreDue(model, life, done)
  await expectCertifiedHaveNoKey(life)
  if (done) await expectOneCertificateEach(life)
}

/** Rolls in a process. It succeeds, unless too many keys are unusable. */
const rollIn = async (model: LifeModel, { roll: rollNow }: LibraryProcess): Promise<void> => {
  const rolled = await rollNow()
  if (!mayRefuseRoll(model)) rightOrThrow(rolled)
}

/** Rolls the epoch. When it was not killed, all older epochs are retired. */
export const roll = async (model: LifeModel, life: LifeUnderTest, kill?: Kill): Promise<void> => {
  const done = await isDone(model, life, kill, (running) => rollIn(model, running))
  if (done && !mayRefuseRoll(model)) assertThat(life.ring().epochs()).toEqual([life.ring().currentEpoch()])
}

/** Destroys the epochs that were in escrow long enough. What certificates say of their horizon is then true. */
export const destroyDueEpochs = async (model: LifeModel, life: LifeUnderTest, kill?: Kill): Promise<boolean> => {
  const destroy = async (running: LibraryProcess) => rightOrThrow(await running.destroyDueEpochs())
  const isInEscrow = ({ retiredOn }: RetiredEpoch): boolean => addDays(escrowDays)(retiredOn) > life.library.today
  const before = epochsIn(life.ring())
  const due = life
    .ring()
    .retiredEpochs()
    .filter((retired) => !isInEscrow(retired))
    .map(({ epoch }) => epoch)
  const done = await isDone(model, life, kill, destroy)
  const destroyed = [...before].filter((epoch) => !epochsIn(life.ring()).has(epoch))
  assertThat(due).toEqual(expect.arrayContaining(destroyed))
  if (done)
    assertThat(
      life
        .ring()
        .retiredEpochs()
        .filter((retired) => !isInEscrow(retired)),
    ).toEqual([])
  return expectHorizonsAreTrue(model, life)
}

export const passDays = async (model: LifeModel, life: LifeUnderTest, days: number): Promise<void> => {
  await life.passDays(days)
  model.lastClosed = addDays(-1)(life.library.today)
  rightOrThrow(await life.process().catchUp())
}

const reads = commandFor('read', everyScope, async ({ scopes }, { process }, scope) => {
  const answers = await process().openParts(scope.event)
  const answer = answers[scope.event.parts.findIndex((part) => part.scope === scope.scope)]
  // A key that was lost a moment ago may be in memory.
  const cached = !isErased(scopes, scope) && isUnreadable(scopes, scope) ? ['Plain'] : []
  assertThat([...rightAnswers(scopes, scope), ...cached]).toContain(answer)
})

const readsAll = command('read everything', (model, life) => expectRightAnswers(model, life))

const days = fc
  .constantFrom(1, 2, escrowDays + 1, 31)
  .map((count) => command(`pass ${count} days`, (model, life) => passDays(model, life, count)))

/** What a service does each night. */
export const passesNightsOf = (count: number): LifeCommand =>
  command(`pass ${count} nights`, async (model, life) => {
    for (let night = 0; night < count; night += 1) {
      await passDays(model, life, 1)
      const running = life.process()
      await running.runWorker()
      expectDeclaredAreDue(model, life, true)
      await rollIn(model, running)
      rightOrThrow(await running.destroyDueEpochs())
    }
    await expectOneCertificateEach(life)
    await expectHorizonsAreTrue(model, life)
  })

const passesNights = fc.integer({ min: 1, max: 5 }).map(passesNightsOf)

const works = arbitraryKill(70).map((kill) =>
  command(`erase what is due${killText(kill)}`, (model, life) => runWorker(model, life, kill)),
)
const rolls = arbitraryKill(25).map((kill) =>
  command(`roll the epoch${killText(kill)}`, (model, life) => roll(model, life, kill)),
)
const destroys = arbitraryKill(8).map((kill) =>
  command(`destroy retired epochs${killText(kill)}`, async (model, life) => {
    await destroyDueEpochs(model, life, kill)
  }),
)
const rebuilds = command('rebuild read models', async (_model, { process }) => {
  rightOrThrow(await process().rebuild())
})
const startsAnother = command('start another process', restarts)

const isLiving = (model: LifeModel): ReadonlyArray<ModelScope> =>
  everyScope(model).filter((scope) => !isErased(model.scopes, scope))

const losesRow = commandFor('lose the row of', isLiving, async (model, { library }, { scope }) => {
  rightOrThrow(await library.keys.store().remove([scope])())
  changeScope(model, scope, { isLost: true })
})

export const fencesByHandNth = commandForNth('fence by hand', isLiving, async (model, { library }, scope) => {
  rightOrThrow(await library.keys.store().fence([scope], randomUUID() as CertificateId)())
  changeScope(model, scope.scope, { isLost: true })
})

/** A legal hold names a record; it stops the erasure of the record and of its borrower. */
const holds = commandFor('hold', isLiving, (_model, { library }, { scope, borrower }) => {
  for (const held of borrower === undefined ? [scope] : [scope, borrower]) library.held.add(held)
  return Promise.resolve()
})
const releases = command('release every hold', (_model, { library }) => {
  library.held.clear()
  return Promise.resolve()
})

/** What happens to keys, but for copies of them. */
export const keyCommands: ReadonlyArray<fc.WeightedArbitrary<LifeCommand>> = [
  { arbitrary: reads, weight: 1 },
  { arbitrary: fc.constant(readsAll), weight: 1 },
  { arbitrary: days, weight: 2 },
  { arbitrary: passesNights, weight: 3 },
  { arbitrary: works, weight: 3 },
  { arbitrary: rolls, weight: 3 },
  { arbitrary: destroys, weight: 1 },
  { arbitrary: fc.constant(rebuilds), weight: 1 },
  { arbitrary: fc.constant(startsAnother), weight: 1 },
  { arbitrary: losesRow, weight: 1 },
  { arbitrary: fc.nat({ max: 1000 }).map(fencesByHandNth), weight: 1 },
  { arbitrary: holds, weight: 1 },
  { arbitrary: fc.constant(releases), weight: 1 },
]
