import { backsUp, restoresNth } from './copy-commands'
import { expectRightLife } from './expect-right-lives'
import { destroyDueEpochs, fencesByHandNth, passDays, passesNightsOf, roll, runWorker } from './key-commands'
import { command } from './life-command'
import { escrowDays } from './library-process'
import { cancelsNth, requestsErasureNth } from './record-commands'

/** An alias: the linter cannot see that the commands run within a test. */
const assertThat = expect

const erases = command('erase what is due', (model, life) => runWorker(model, life))
const rolls = command('roll the epoch', (model, life) => roll(model, life))
const passes = (days: number) => command(`pass ${days} days`, (model, life) => passDays(model, life, days))
const restores = restoresNth(true)

/** Whether every certificate says that its horizon is closed, and whether a copy opens the reservation that was erased. */
const expectHorizon = (isClosed: boolean, opens: { readonly copy: number; readonly is: boolean }) =>
  command('expect a horizon', async (model, life) => {
    assertThat(await destroyDueEpochs(model, life)).toBe(isClosed)
    const reservation = [...model.scopes.values()].find((scope) => scope.class === 'reservation')!
    const opened = await life.openedByThief(life.ring(), [model.copies[opens.copy]!.keys])
    assertThat(opened.has(reservation.scope)).toBe(opens.is)
  })

describe('a backup without an erasure that is restored, and then one with it', () => {
  it('leaves copies from in between that open what was erased until the epoch of the second restoration has ended', async () => {
    await expectRightLife([
      ...[backsUp, cancelsNth(0), erases, backsUp],
      ...[restores(0), passes(1), rolls, backsUp, restores(1)],
      ...[expectHorizon(false, { copy: 2, is: true }), passes(escrowDays), expectHorizon(true, { copy: 2, is: true })],
      ...[expectHorizon(true, { copy: 0, is: false }), rolls, passes(escrowDays)],
      expectHorizon(true, { copy: 2, is: false }),
    ])
    expect.hasAssertions()
  })

  it('says of no copy that nothing opens it, while the scope lives in the backup that is restored last', async () => {
    const destroys = expectHorizon(true, { copy: 0, is: false })
    await expectRightLife([
      ...[backsUp, cancelsNth(0), erases, backsUp],
      ...[restores(0), rolls, passes(escrowDays), destroys, backsUp, restores(1), restores(2)],
    ])
    expect.hasAssertions()
  })

  it('leaves such copies also when the scope was erased once more in between', async () => {
    await expectRightLife([
      ...[backsUp, cancelsNth(0), erases, backsUp, restores(0), passes(1), rolls],
      ...[backsUp, cancelsNth(0), erases, restores(1)],
      ...[passes(escrowDays), expectHorizon(true, { copy: 2, is: true }), rolls, passes(escrowDays)],
      expectHorizon(true, { copy: 2, is: false }),
    ])
    expect.hasAssertions()
  })
})

/** The fee of the first borrower. */
const expectFeeErased = command('expect an erased fee', async (model, life) => {
  const fee = [...model.scopes.values()].find((scope) => scope.class === 'fee')!
  assertThat(life.process().schedule.isEnded(fee.borrower!)).toBe(true)
  assertThat(await life.openAnew([fee.event])).toEqual([['Erased']])
})

describe('older logs, to which newer keys are restored', () => {
  it('answer "Erased" for what a roll made hollow, because the receipt erases the borrower again', async () => {
    const model = await expectRightLife([
      ...[fencesByHandNth(0), backsUp, requestsErasureNth(0), passesNightsOf(1), backsUp],
      ...[restores(0), restoresNth(false)(1), rolls, expectFeeErased],
    ])
    const hollow = [...model.scopes.values()].filter(({ isHollow }) => isHollow).map((scope) => scope.class)
    expect(hollow.sort()).toEqual(['borrower', 'card', 'contact', 'fee', 'identity', 'preference', 'reservation'])
  })
})
