import * as TE from 'fp-ts/TaskEither'
import { createMemoryKekRing } from '../../../../adapters/stores/kek-ring/memory/memory-kek-ring'
import type { KeyStorePlace } from '../../../../adapters/stores/keystore/rewrapping/older-epoch-key-reader'
import { rewrapOnThread } from '../../../../adapters/stores/keystore/rewrapping/rewrap-on-thread'
import type { NewScope } from '../../../../domain/ports/scope-keys'
import type { Day } from '../../../../domain/values/day'
import type { CertificateId, ScopeId } from '../../../../domain/values/ids'
import { rewrapKeysAndRemoveOldBytes } from '../../../../retention/epochs/roll-epoch'
import type { KekRing, LibraryId } from '../../../../retention/keys/kek-ring'
import type { LivingKeyRow } from '../../../../retention/keys/key-row'
import type { KeyStore } from '../../../../retention/keys/key-store'
import { createEvictionCollector } from '../../../../retention/keys/eviction-collector'
import { decodeWrapContent, outerWrapData } from '../../../../retention/keys/key-wrapping'
import { ringThatAlsoUnwrapsFromEscrow } from '../../../../retention/keys/ring-that-also-unwraps-from-escrow'
import { exampleSealContext, keysUnderTest, randomScopeId } from '../../../fixtures/keys-under-test'
import { rightOrThrow } from '../../../fixtures/right-or-throw'

const certificate = '11111111-0000-4000-8000-000000000001' as CertificateId
const today = '2026-03-05' as Day

const aBorrowerWithLoans = (count: number) => {
  const borrower: NewScope = { scope: randomScopeId(), class: 'borrower' }
  const loanOf = (): NewScope => ({ scope: randomScopeId(), class: 'loan', parent: borrower.scope })
  return { borrower, loans: Array.from({ length: count }, loanOf) }
}

const manyLoans = 450

/** A new key store, and where a thread can read it. */
interface NewKeyStore {
  readonly store: KeyStore
  readonly place: KeyStorePlace
}

/** Makes a key store for a library, and closes it when the work has ended. */
export type WithNewKeyStore = (library: LibraryId, run: (keys: NewKeyStore) => Promise<void>) => Promise<void>

const libraryOn = async (ring: KekRing, { store, place }: NewKeyStore) => {
  const under = keysUnderTest({ ring, store, capacity: 10_000 })
  const { borrower, loans } = aBorrowerWithLoans(manyLoans)
  const scopes = [borrower, ...loans]
  rightOrThrow(await under.keys.createKeys(scopes)())
  const sealed = new Map<ScopeId, Uint8Array>()
  for (const { scope, class: name } of scopes.slice(0, 6))
    sealed.set(scope, rightOrThrow(await under.keys.sealParts(exampleSealContext(), [{ scope, class: name, value: 'a text' }])())) // prettier-ignore
  const ports = {
    store,
    startRewrapping: rewrapOnThread({
      ...{ ring, copyWrappingKeys: ring.copyWrappingKeys!, place, evictedScopes: createEvictionCollector() },
      isEnded: (scope: ScopeId) => under.ended.has(scope),
    }),
    elapsed: () => performance.now(),
    giveWay: () => Promise.resolve(),
    alarm: (kind: 'RowNotAuthentic') => under.alarms.push(kind),
    checkpointKeyStore: store.checkpointTruncate,
    catchUpSchedule: TE.right(undefined),
  }
  const livingRow = async (scope: ScopeId): Promise<LivingKeyRow> => {
    const [row] = rightOrThrow(await store.read([scope])())
    if (row?._tag !== 'Living') throw new Error('the scope has no living row')
    return row
  }
  return {
    ...{ ...under, ring, store, ports, borrower, loans, livingRow },
    beginEpoch: async () => rightOrThrow(await ring.beginEpoch(today)()),
    move: async () => rightOrThrow(await rewrapKeysAndRemoveOldBytes(ports, () => undefined)()),
    contentOf: async (scope: ScopeId) => {
      const row = await livingRow(scope)
      const bound = outerWrapData({ ...row, library: ring.library })
      return decodeWrapContent(rightOrThrow(await ring.unwrap(row.epoch, bound, row.wrapped)()))?._tag
    },
    /** What a process without cached keys answers when it opens what was sealed under a scope. */
    opens: async (scope: NewScope): Promise<string> => {
      const bytes = sealed.get(scope.scope) ?? new Uint8Array(0)
      const [part] = await under.anotherProcess().openParts(exampleSealContext(), bytes, [scope])()
      return part?._tag ?? 'none'
    },
  }
}

/** The tests of the re-wrapping on a thread, for any key store that a thread can read. */
export const rewrapOnThreadSuite = (withNewKeyStore: WithNewKeyStore): void => {
  const withLibrary = (run: (library: Awaited<ReturnType<typeof libraryOn>>) => Promise<void>): Promise<void> => {
    const ring = createMemoryKekRing()
    return withNewKeyStore(ring.library, async (keys) => run(await libraryOn(ring, keys)))
  }

  it('re-wraps the keys of both logs, also those whose parent is of the other one, and what was sealed still opens', () =>
    withLibrary(async ({ beginEpoch, move, store, borrower, loans, opens, livingRow }) => {
      await beginEpoch()
      expect(await move()).toEqual({ rewrapped: manyLoans + 1, unusable: 0 })
      expect(rightOrThrow(await store.oldestEpoch())).toBe(2)
      for (const scope of [borrower, ...loans.slice(0, 5)]) {
        expect(await opens(scope)).toBe('Plain')
        expect((await livingRow(scope.scope)).fingerprint).toHaveLength(16)
      }
      expect(await move()).toEqual({ rewrapped: 0, unusable: 0 })
    }))

  it('leaves hollow rows for an erased loan that is not fenced yet, and for all loans of an erased borrower', () =>
    withLibrary(async ({ beginEpoch, move, ended, store, borrower, loans, contentOf, opens }) => {
      const [first, second] = loans
      await beginEpoch()
      ended.add(first!.scope)
      await move()
      expect([await contentOf(first!.scope), await contentOf(second!.scope)]).toEqual(['Hollow', 'UnderParent'])
      expect([await opens(first!), await opens(second!)]).toEqual(['Erased', 'Plain'])
      ended.add(borrower.scope)
      rightOrThrow(await store.fence([borrower], certificate)())
      await beginEpoch()
      await move()
      for (const { scope } of loans.slice(0, 5)) expect(await contentOf(scope)).toBe('Hollow')
    }))

  it('leaves a row that was changed or copied from another scope, raises an alarm, and re-wraps the others', () =>
    withLibrary(async ({ beginEpoch, move, store, loans, livingRow, alarms, opens }) => {
      const [first, second] = loans
      await store.replace([{ ...(await livingRow(second!.scope)), scope: first!.scope }])()
      await beginEpoch()
      expect(await move()).toEqual({ rewrapped: manyLoans, unusable: 1 })
      expect((await livingRow(first!.scope)).epoch).toBe(1)
      expect([alarms.includes('RowNotAuthentic'), await opens(second!)]).toEqual([true, 'Plain'])
    }))

  it('leaves a row fenced that was fenced between its reading and its replacement', () =>
    withLibrary(async ({ beginEpoch, ports, store, loans }) => {
      const late = loans[0]!
      await beginEpoch()
      const replace: typeof store.replace = (rows) =>
        rows.some(({ scope }) => scope === late.scope)
          ? TE.flatMap(() => store.replace(rows))(store.fence([late], certificate))
          : store.replace(rows)
      rightOrThrow(await rewrapKeysAndRemoveOldBytes({ ...ports, store: { ...store, replace } }, () => undefined)())
      expect(rightOrThrow(await store.read([late.scope])())[0]).toMatchObject({ _tag: 'Fenced', certificate })
    }))

  it('re-wraps keys whose epoch is in escrow, and none whose epoch is destroyed', () =>
    withLibrary(async ({ beginEpoch, move, ring, opens, loans }) => {
      await beginEpoch()
      rightOrThrow(await ring.retireEpoch(1, today)())
      expect(ringThatAlsoUnwrapsFromEscrow(ring).epochs()).toEqual([1, 2])
      expect(await move()).toEqual({ rewrapped: manyLoans + 1, unusable: 0 })
      expect(await opens(loans[0]!)).toBe('Plain')
      await beginEpoch()
      rightOrThrow(await ring.retireEpoch(2, today)())
      rightOrThrow(await ring.destroyEpoch(2, today)())
      await expect(move()).rejects.toThrow('cannot be unwrapped')
    }))
}
