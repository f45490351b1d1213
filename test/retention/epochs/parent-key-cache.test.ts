import { createParentKeyCache } from '../../../retention/epochs/parent-key-cache'
import { createEvictionCollector } from '../../../retention/keys/eviction-collector'
import type { ScopeId } from '../../../domain/values/ids'
import { randomScopeId } from '../../fixtures/keys-under-test'

const parentWith = (...lineage: ReadonlyArray<ScopeId>) => {
  const [scope = randomScopeId()] = lineage
  return { scope, lineage, wrapping: Buffer.alloc(32, 7) }
}

const wiped = Buffer.alloc(32)

describe('the keys of parents that are kept while keys are re-wrapped', () => {
  it('are wiped when the parent, or a scope above it, is evicted', () => {
    const [borrower, guardian, other] = [randomScopeId(), randomScopeId(), randomScopeId()]
    const parents = [parentWith(borrower), parentWith(guardian, borrower), parentWith(other)] as const
    const keys = createParentKeyCache(() => 0)
    parents.forEach(keys.add)
    keys.evict([borrower])
    expect(parents.map(({ scope }) => keys.find(scope))).toEqual([undefined, undefined, parents[2]])
    expect(parents.map(({ wrapping }) => wrapping.equals(wiped))).toEqual([true, true, false])
  })

  it('are wiped after 60 seconds, and at the end', () => {
    const clock = { now: 0 }
    const keys = createParentKeyCache(() => clock.now)
    const [old, young] = [parentWith(randomScopeId()), parentWith(randomScopeId())]
    keys.add(old)
    clock.now = 59_999
    keys.add(young)
    keys.sweep()
    expect(keys.find(old.scope)).toBe(old)
    clock.now = 60_000
    keys.sweep()
    expect([keys.find(old.scope), old.wrapping, keys.find(young.scope)]).toEqual([undefined, wiped, young])
    keys.wipeAll()
    expect([keys.find(young.scope), young.wrapping]).toEqual([undefined, wiped])
  })
})

describe('evictions that are passed on to a thread', () => {
  it('are taken once, and are not kept while nobody collects them', () => {
    const evicted = createEvictionCollector()
    const [first, second, third] = [randomScopeId(), randomScopeId(), randomScopeId()]
    evicted.add([first])
    const { take, end } = evicted.collect()
    evicted.add([second, third])
    expect([take(), take()]).toEqual([[second, third], []])
    end()
    evicted.add([first])
    expect(evicted.collect().take()).toEqual([])
  })
})
