import * as E from 'fp-ts/Either'
import * as TE from 'fp-ts/TaskEither'
import fc from 'fast-check'
import type { CertificateId } from '../../../domain/values/ids'
import { makeCachingScopeKeys } from '../../../retention/keys/caching-scope-keys'
import type { KekRing } from '../../../retention/keys/kek-ring'
import { decodeWrapContent, outerWrapData } from '../../../retention/keys/key-wrapping'
import { keysUnavailable } from '../../../retention/keys/keys-unavailable'
import { rollEpoch } from '../../../retention/epochs/roll-epoch'
import { randomScopeId } from '../../fixtures/keys-under-test'
import { rightOrThrow } from '../../fixtures/right-or-throw'
import { epochsUnderTest, Killed } from './epochs-under-test'

const certificate = '11111111-0000-4000-8000-000000000001' as CertificateId

/** A library with one borrower and two loans, all of epoch 1. */
const aLibrary = async () => {
  const library = epochsUnderTest()
  const { borrower, loans } = library.aBorrowerWithLoans(2)
  await library.create(borrower, ...loans)
  const [first = borrower, second = borrower] = loans
  return { ...library, borrower, first, second }
}

describe('a roll of the epoch of wrapping keys', () => {
  it('re-wraps every living key, and what was sealed still opens', async () => {
    const { roll, borrower, first, second, opens, livingRow, ring } = await aLibrary()
    expect(rightOrThrow(await roll())).toEqual({ epoch: 2, retired: [1], rewrapped: 3, unusable: 0 })
    for (const scope of [borrower, first, second]) {
      expect(await opens(scope)).toBe('Plain')
      expect((await livingRow(scope.scope)).epoch).toBe(2)
    }
    expect([ring.epochs(), ring.retiredEpochs().map(({ epoch }) => epoch)]).toEqual([[2], [1]])
  })

  it('changes the wrapped bytes of every key, and no fingerprint', async () => {
    const { roll, first, livingRow } = await aLibrary()
    const { wrapped, fingerprint } = await livingRow(first.scope)
    const before = Buffer.from(wrapped)
    await roll()
    const after = await livingRow(first.scope)
    expect(Buffer.from(after.wrapped).equals(before)).toBe(false)
    expect(Buffer.from(after.fingerprint)).toEqual(Buffer.from(fingerprint))
  })

  it('makes a copy of the key store from before useless without the escrow, and for ever once the escrow is destroyed', async () => {
    const { roll, first, livingRow, ring, passDays, destroyDue } = await aLibrary()
    const stolen = await livingRow(first.scope)
    const copy = { ...stolen, wrapped: Buffer.from(stolen.wrapped) }
    const bound = outerWrapData({ ...copy, library: ring.library })
    await roll()
    expect(E.isLeft(await ring.unwrap(copy.epoch, bound, copy.wrapped)())).toBe(true)
    expect(E.isRight(await ring.unwrapFromEscrow(copy.epoch, bound, copy.wrapped)())).toBe(true)
    passDays(7)
    await destroyDue()
    expect(E.isLeft(await ring.unwrapFromEscrow(copy.epoch, bound, copy.wrapped)())).toBe(true)
  })

  it('leaves hollow rows of the same size, without a parent, for the children of an erased borrower', async () => {
    const { roll, borrower, first, second, ended, store, livingRow, ring, opens } = await aLibrary()
    ended.add(borrower.scope)
    await store.fence([borrower], certificate)()
    await roll()
    for (const loan of [first, second]) {
      const row = await livingRow(loan.scope)
      const bound = outerWrapData({ ...row, library: ring.library })
      const content = rightOrThrow(await ring.unwrap(row.epoch, bound, row.wrapped)())
      expect([row.wrapped.length, decodeWrapContent(content)]).toEqual([105, { _tag: 'Hollow' }])
      expect(Buffer.from(content.subarray(1, 17))).toEqual(Buffer.alloc(16))
      expect(await opens(loan)).toBe('Erased')
    }
  })

  it('leaves hollow rows for the children of a borrower whom another process erases meanwhile', async () => {
    const { ports, borrower, first, second, ended, store, ring, opens, alarms } = await aLibrary()
    let readings = 0
    // The roll has read the logs once when the other process declares the erasure and fences the key.
    const catchUpSchedule = TE.fromIO(() => {
      readings += 1
      if (readings > 1) ended.add(borrower.scope)
    })
    rightOrThrow(await store.fence([borrower], certificate)())
    expect(rightOrThrow(await rollEpoch({ ...ports, catchUpSchedule })())).toMatchObject({ rewrapped: 2, unusable: 0 })
    expect(ring.epochs()).toEqual([2])
    ended.clear()
    for (const loan of [first, second]) expect(await opens(loan)).toBe('Erased')
    expect(alarms).toEqual([])
  })

  it('leaves no key of a scope that the log says is erased, also when its row was not fenced', async () => {
    const { roll, first, second, ended, livingRow, ring, opens } = await aLibrary()
    ended.add(first.scope)
    await roll()
    ended.clear()
    const row = await livingRow(first.scope)
    const content = rightOrThrow(await ring.unwrap(2, outerWrapData({ ...row, library: ring.library }), row.wrapped)())
    expect(decodeWrapContent(content)).toEqual({ _tag: 'Hollow' })
    expect(await opens(second)).toBe('Plain')
  })

  it('re-wraps no row that was changed or copied from another scope, raises an alarm, and re-wraps the others', async () => {
    const { roll, first, second, store, livingRow, alarms, opens } = await aLibrary()
    const row = await livingRow(first.scope)
    await store.replace([{ ...(await livingRow(second.scope)), scope: row.scope }])()
    expect(rightOrThrow(await roll())).toMatchObject({ rewrapped: 2, unusable: 1 })
    expect(alarms).toContain('RowNotAuthentic')
    expect(await opens(second)).toBe('Plain')
  })

  it('stops, and retires nothing, when many keys do not authenticate', async () => {
    const library = epochsUnderTest()
    const { borrower, loans } = library.aBorrowerWithLoans(20)
    await library.create(borrower, ...loans)
    for (const { scope } of loans) {
      const row = await library.livingRow(scope)
      await library.store.replace([{ ...row, wrapped: new Uint8Array(105) }])()
    }
    expect(await library.roll()).toMatchObject({ left: { _tag: 'RollFailed' } })
    expect(library.ring.epochs()).toEqual([1, 2])
  })

  it('retires nothing when the key store does not answer, and goes on with the next call', async () => {
    const { ports, roll, ring } = await aLibrary()
    const silent = { ...ports.store, replace: () => TE.left(keysUnavailable('the disk is full')) }
    expect(await rollEpoch({ ...ports, store: silent })()).toEqual(
      E.left({ _tag: 'RollFailed', code: 're-wrap: Unavailable', reason: 'the disk is full' }),
    )
    expect(ring.epochs()).toEqual([1, 2])
    expect(rightOrThrow(await roll())).toMatchObject({ epoch: 2, retired: [1], rewrapped: 3 })
  })

  it('moves the read models to the key of the new epoch before it retires the old one', async () => {
    const { roll, state } = await aLibrary()
    await roll()
    expect(state.readModelEpochs).toEqual([2])
  })

  it('lets nobody insert a key of an older epoch: a key that was wrapped just before is wrapped again', async () => {
    const { roll, ring, store, ended, alarms, livingRow } = await aLibrary()
    const late = { scope: randomScopeId(), class: 'borrower' as const }
    let rolled: Promise<unknown> | undefined
    const rollAfterWrapping: KekRing['wrap'] = (epoch, additional, plaintext) => async () => {
      const wrapped = await ring.wrap(epoch, additional, plaintext)()
      await (rolled ??= roll())
      return wrapped
    }
    const keys = makeCachingScopeKeys({
      ...{ store, ring: { ...ring, wrap: rollAfterWrapping }, capacity: 10 },
      isEnded: (scope) => ended.has(scope),
      clock: { elapsed: () => 0 },
      alarm: (kind) => alarms.push(kind),
    })
    rightOrThrow(await keys.createKeys([late])())
    expect((await livingRow(late.scope)).epoch).toBe(2)
  })

  it('loses no living key and keeps no erased one, wherever it is killed, however often', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat({ max: 12 }), { maxLength: 6 }),
        fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }),
        async (kills, erasures) => {
          const library = epochsUnderTest()
          const { borrower, loans } = library.aBorrowerWithLoans(erasures.length)
          await library.create(borrower, ...loans)
          const isErased = (index: number): boolean => erasures[index] === true
          loans.filter((_, index) => isErased(index)).forEach(({ scope }) => library.ended.add(scope))
          for (const callsUntilKilled of kills) {
            library.state.callsUntilKilled = callsUntilKilled
            await library.roll().catch((error: unknown) => {
              if (!(error instanceof Killed)) throw error
            })
            library.passDays(1)
          }
          library.state.callsUntilKilled = undefined
          rightOrThrow(await library.roll())
          expect(library.ring.epochs()).toEqual([library.ring.currentEpoch()])
          for (const [index, loan] of loans.entries())
            expect(await library.opens(loan)).toBe(isErased(index) ? 'Erased' : 'Plain')
        },
      ),
      { numRuns: 100 },
    )
  })
})
