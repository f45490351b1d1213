import * as E from 'fp-ts/Either'
import { randomScopeId, keysUnderTest } from '../../fixtures/keys-under-test'

const done = E.right(undefined)

describe('creating the key of a scope that an event names', () => {
  it('creates no second key for a scope that an event names and whose row is gone', async () => {
    const { keys, named, alarms, store } = keysUnderTest()
    const loan = { scope: randomScopeId(), class: 'loan' as const }
    named.add(loan.scope)
    expect(await keys.createKeys([loan])()).toMatchObject(E.left({ _tag: 'Unavailable', key: 'missing' }))
    expect(await store.count()).toEqual(E.right({ living: 0, fenced: 0 }))
    expect(alarms).toEqual(['KeyMissing'])
  })

  it('creates no key for a scope that was lost, or under one, and never says that it was erased', async () => {
    const { keys, named, lost, alarms } = keysUnderTest()
    const borrower = randomScopeId()
    named.add(borrower)
    lost.add(borrower)
    const wasLost = (name: string) => E.left({ _tag: 'ScopeEnded', class: name, isLost: true })
    expect(await keys.createKeys([{ scope: borrower, class: 'borrower' }])()).toEqual(wasLost('borrower'))
    const loan = { scope: randomScopeId(), class: 'loan' as const, parent: borrower }
    expect(await keys.createKeys([loan])()).toEqual(wasLost('loan'))
    expect(alarms).toEqual([])
  })

  it('keeps the key of a scope that an event names', async () => {
    const { keys, named, anotherProcess } = keysUnderTest()
    const loan = { scope: randomScopeId(), class: 'loan' as const }
    expect(await keys.createKeys([loan])()).toEqual(done)
    named.add(loan.scope)
    expect(await anotherProcess().createKeys([loan, { scope: randomScopeId(), class: 'fee' }])()).toEqual(done)
  })
})
