import * as E from 'fp-ts/Either'
import * as TE from 'fp-ts/TaskEither'
import type { AnyEvent } from '../../../domain/event/define-event'
import type { NewScope } from '../../../domain/ports/scope-keys'
import { addDays, type Day } from '../../../domain/values/day'
import type { ScopeId } from '../../../domain/values/ids'
import { destroyEscrowedWrappingKeys } from '../../../retention/epochs/destroy-escrowed-wrapping-keys'
import { rewrapThroughRing } from '../../../retention/epochs/rewrap-through-ring'
import { rollEpoch, type RollPorts } from '../../../retention/epochs/roll-epoch'
import type { KekRing } from '../../../retention/keys/kek-ring'
import type { LivingKeyRow } from '../../../retention/keys/key-row'
import { rightOrThrow } from '../../fixtures/right-or-throw'
import { exampleSealContext, keysUnderTest, randomScopeId } from '../../fixtures/keys-under-test'

export const firstDay = '2026-03-05' as Day
export const escrowDays = 7

/** A process died: nothing after it runs. */
export class Killed extends Error {}

/**
 * Keys with a ring and a key store whose epochs can be rolled, and killed at the n-th call of a port. The ring says of a
 * destroyed key what it is given.
 */
export const epochsUnderTest = (
  says: Partial<Pick<KekRing, 'reload' | 'keyDestruction' | 'epochs' | 'retiredEpochs' | 'endedEpoch'>> = {},
) => {
  const under = keysUnderTest()
  const { ring, store, ended, alarms } = under
  const state = {
    today: firstDay,
    /** How many calls of ports succeed before the process dies; undefined: all. */
    callsUntilKilled: undefined as number | undefined,
    readModelEpochs: [] as number[],
    recorded: new Map<string, AnyEvent>(),
  }
  const sealed = new Map<ScopeId, Uint8Array>()
  const killable = <Arguments extends ReadonlyArray<unknown>, Err, A>(
    port: (...args: Arguments) => TE.TaskEither<Err, A>,
  ) => {
    return (...args: Arguments): TE.TaskEither<Err, A> =>
      async () => {
        if (state.callsUntilKilled === 0) throw new Killed()
        if (state.callsUntilKilled !== undefined) state.callsUntilKilled -= 1
        return port(...args)()
      }
  }
  const ports: RollPorts = {
    ring: {
      ...ring,
      beginEpoch: killable(ring.beginEpoch),
      retireEpoch: killable(ring.retireEpoch),
    },
    store: {
      ...store,
      replace: killable(store.replace),
      refuseEpochsBefore: killable(store.refuseEpochsBefore),
    },
    startRewrapping: rewrapThroughRing({
      ring,
      store,
      isEnded: (scope) => ended.has(scope),
      elapsed: () => 0,
      giveWay: () => Promise.resolve(),
    }),
    elapsed: () => 0,
    giveWay: () => Promise.resolve(),
    alarm: (kind) => alarms.push(kind),
    catchUpSchedule: TE.right(undefined),
    checkpointKeyStore: TE.right(undefined),
    moveReadModels: killable((epoch: number) =>
      TE.fromIO(() => {
        state.readModelEpochs.push(epoch)
      }),
    ),
    confirmEverywhere: () => TE.right(undefined),
    today: () => state.today,
  }
  const destroyDue = destroyEscrowedWrappingKeys({
    ring: {
      ...ring,
      ...says,
      destroyEpoch: killable(ring.destroyEpoch),
      removeEpochRecord: killable(ring.removeEpochRecord),
    },
    appendFirst: killable((stream, event) => {
      if (state.recorded.has(stream))
        return TE.left({ _tag: 'Conflict' as const, stream, expected: 'none' as const, actual: 0 })
      state.recorded.set(stream, event)
      return TE.right(undefined)
    }),
    confirmEverywhere: killable(() => TE.right(undefined)),
    today: () => state.today,
    escrowDays,
  })
  return {
    ...under,
    state,
    ports,
    roll: rollEpoch(ports),
    destroyDue,
    passDays: (days: number) => {
      state.today = addDays(days)(state.today)
    },
    create: async (...scopes: ReadonlyArray<NewScope>) => {
      rightOrThrow(await under.keys.createKeys(scopes)())
      for (const { scope, class: name } of scopes) {
        const sealing = under.keys.sealParts(exampleSealContext(), [{ scope, class: name, value: 'a text' }])
        sealed.set(scope, rightOrThrow(await sealing()))
      }
    },
    livingRow: async (scope: ScopeId): Promise<LivingKeyRow> => {
      const rows = await store.read([scope])()
      if (E.isRight(rows) && rows.right[0]?._tag === 'Living') return rows.right[0]
      throw new Error('the scope has no living row')
    },
    /** What a process without cached keys answers when it opens what was sealed under a scope. */
    opens: async (scope: NewScope): Promise<string> => {
      const bytes = sealed.get(scope.scope) ?? new Uint8Array(0)
      const [part] = await under.anotherProcess().openParts(exampleSealContext(), bytes, [scope])()
      return part?._tag ?? 'none'
    },
    aBorrowerWithLoans: (count: number) => {
      const borrower = { scope: randomScopeId(), class: 'borrower' as const }
      const loans = Array.from({ length: count }, () => ({
        scope: randomScopeId(),
        class: 'loan' as const,
        parent: borrower.scope,
      }))
      return { borrower, loans }
    },
  }
}
