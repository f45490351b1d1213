import * as E from 'fp-ts/Either'
import fc from 'fast-check'
import type { ScopeId } from '../../../domain/values/ids'
import type { Epoch } from '../../../retention/keys/kek-ring'
import { expectCertifiedHaveNoKey, expectDeclaredAreDue, expectHorizonsAreTrue } from './life-checks'
import { command, type LifeCommand } from './life-command'
import {
  isErased,
  livesInStreamOfBorrower,
  noteLiving,
  toleratedUnusable,
  type LifeModel,
  type ModelCopy,
  type ModelScope,
} from './life-model'
import { epochsIn, type LifeUnderTest } from './life-under-test'

/** An alias: the linter cannot see that fast-check runs these expectations within a test. */
const assertThat = expect

const copyNow = async (model: LifeModel, life: LifeUnderTest): Promise<ModelCopy> => ({
  ...(await life.copy()),
  scopes: new Map(model.scopes),
  held: new Set(life.library.held),
  lastClosed: model.lastClosed,
  restorations: model.restorations,
})

export const backsUp = command('back up', async (model, life) => {
  model.copies.push(await copyNow(model, life))
})

const steals = command('steal keys and ring', async (model, life) => {
  model.copies.push(await copyNow(model, life))
  model.rings.push({ ring: life.ring(), step: model.step })
})

/** The scopes whose key a copy of the key store has, in an epoch that the ring has. */
const readableIn = ({ keys }: ModelCopy, epochs: ReadonlySet<Epoch>): ReadonlySet<ScopeId> =>
  new Set(keys.rows.flatMap((row) => (row._tag === 'Living' && epochs.has(row.epoch) ? [row.scope] : [])))

/** The keys that cannot be wrapped anew: their epoch is destroyed, or the key of their borrower is lost. */
const countUnusable = (copy: ModelCopy, scopes: LifeModel['scopes'], readable: ReadonlySet<ScopeId>): number =>
  copy.keys.rows.filter(({ _tag, scope }) => {
    const borrower = scopes.get(scope)?.borrower
    return _tag === 'Living' && (!readable.has(scope) || (borrower !== undefined && !readable.has(borrower)))
  }).length

/** The borrowers whom the receipt names, with what lives in their stream, are erased again. */
const endAgain = (model: LifeModel, { library, ring }: LifeUnderTest): void => {
  const named = new Set(library.receipt.flatMap(({ borrowers }) => borrowers))
  const isNamed = (scope: ModelScope): boolean =>
    named.has(scope.scope) ||
    (livesInStreamOfBorrower(scope) && scope.borrower !== undefined && named.has(scope.borrower))
  for (const scope of model.scopes.values())
    if (isNamed(scope) && scope.endedIn === undefined)
      model.scopes.set(scope.scope, { ...scope, due: 'at once', endedIn: ring().currentEpoch() })
}

/** Whether the scope was erased, or its key came back hollow, in the logs with which the keys were copied. */
const wasErasedBefore = ({ scopes }: ModelCopy, { scope }: ModelScope): boolean => {
  const copied = scopes.get(scope)
  return copied !== undefined && (copied.isHollow || isErased(scopes, copied))
}

const restore = async (model: LifeModel, life: LifeUnderTest, copy: ModelCopy, withLogs: boolean): Promise<void> => {
  const before = await copyNow(model, life)
  const readable = readableIn(copy, epochsIn(life.ring()))
  const scopes = new Map(withLogs ? copy.scopes : model.scopes)
  await life.restore(withLogs ? copy.logs : undefined, copy.keys)
  const opened = await life.restart(true, true)
  if (countUnusable(copy, scopes, readable) > toleratedUnusable && E.isLeft(opened)) {
    await life.restore(before.logs, before.keys)
    assertThat(await life.restart(false, true)).toMatchObject({ _tag: 'Right' })
    return
  }
  assertThat(opened).toMatchObject({ _tag: 'Right' })
  noteLiving(model, life.ring().currentEpoch())
  model.scopes = scopes
  for (const scope of scopes.values()) {
    const isLost = !readable.has(scope.scope) && scope.endedIn === undefined
    scopes.set(scope.scope, { ...scope, isLost, isHollow: wasErasedBefore(copy, scope) })
  }
  if (withLogs) {
    model.restorations = [...copy.restorations, model.step]
    model.lastClosed = copy.lastClosed
    life.library.held.clear()
    for (const scope of copy.held) life.library.held.add(scope)
  }
  endAgain(model, life)
  expectDeclaredAreDue(model, life, false)
  await expectCertifiedHaveNoKey(life)
  await expectHorizonsAreTrue(model, life)
}

/** A copy of the keys belongs to these logs when the logs that it was made with became these. */
const belongsTo = ({ restorations }: LifeModel, copy: ModelCopy): boolean =>
  copy.restorations.every((step, at) => restorations[at] === step)

/** Restores one of the copies, by its number; of the keys alone only one that belongs to the logs. */
export const restoresNth =
  (withLogs: boolean) =>
  (at: number): LifeCommand => ({
    check: ({ copies }) => copies.length > 0,
    run: async (model, life) => {
      model.step += 1
      const copies = model.copies.filter((each) => withLogs || belongsTo(model, each))
      const copy = copies[at % Math.max(1, copies.length)]
      if (copy !== undefined) await restore(model, life, copy, withLogs)
    },
    toString: () => `restore ${withLogs ? 'logs and keys' : 'the keys'} of copy ${at}`,
  })

const restores = (withLogs: boolean) => fc.nat({ max: 100 }).map(restoresNth(withLogs))

/** Backups, thefts and restorations. */
export const copyCommands: ReadonlyArray<fc.WeightedArbitrary<LifeCommand>> = [
  { arbitrary: fc.constant(backsUp), weight: 3 },
  { arbitrary: fc.constant(steals), weight: 2 },
  { arbitrary: restores(true), weight: 3 },
  { arbitrary: restores(false), weight: 2 },
]
