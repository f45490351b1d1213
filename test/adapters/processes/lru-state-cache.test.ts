import * as fc from 'fast-check'
import { lruStateCache } from '../../../adapters/processes/running-library/lru-state-cache'
import type { StreamName } from '../../../domain/event/stream'
import type { ScopeId } from '../../../domain/values/ids'
import type { CachedState } from '../../../domain/ports/state-cache'

const address = (stream: string) => ({ log: 'circulation' as const, stream: stream as StreamName })
const stateOf = (...scopes: ReadonlyArray<string>): CachedState => ({
  revision: 0,
  state: {},
  scopes: scopes as ReadonlyArray<ScopeId>,
  recorded: '2026-01-05',
  last: [],
})
const scopes = (...ids: ReadonlyArray<string>) => ids as ReadonlyArray<ScopeId>

describe('the cache of states', () => {
  it('evicts each state with a part of a scope that many streams share', () => {
    const cache = lruStateCache(10)
    cache.put(address('copy-1'), stateOf('loan-1', 'statistics'), 0)
    cache.put(address('copy-2'), stateOf('loan-2', 'statistics'), 0)
    cache.put(address('copy-3'), stateOf('loan-3'), 0)
    expect(cache.countScopes(scopes('statistics'))).toBe(2)
    cache.evictScopes(scopes('statistics'))
    expect(cache.countScopes(scopes('statistics', 'loan-1', 'loan-2'))).toBe(0)
    expect(cache.get(address('copy-3'))).toEqual(stateOf('loan-3'))
  })

  it('counts a scope only while the state that has it is cached', () => {
    const cache = lruStateCache(2)
    cache.put(address('copy-1'), stateOf('loan-1'), 0)
    cache.put(address('copy-1'), stateOf('loan-2'), 0)
    expect([cache.countScopes(scopes('loan-1')), cache.countScopes(scopes('loan-2'))]).toEqual([0, 1])
    cache.put(address('copy-2'), stateOf(), 0)
    cache.put(address('copy-3'), stateOf(), 0)
    expect(cache.countScopes(scopes('loan-2'))).toBe(0)
  })

  it.each(['evictScopes', 'evictAll'] as const)('does not take a state that was read before %s', (evict) => {
    const cache = lruStateCache(10)
    cache.put(address('copy-1'), stateOf('loan-1'), cache.evictions())
    const evictions = cache.evictions()
    cache[evict](scopes('loan-2'))
    cache.put(address('copy-1'), stateOf('loan-1', 'loan-2'), evictions)
    expect(cache.countScopes(scopes('loan-2'))).toBe(0)
    cache.put(address('copy-1'), stateOf('loan-3'), cache.evictions())
    expect(cache.get(address('copy-1'))).toEqual(stateOf('loan-3'))
  })

  it('counts what it holds, whatever was put, evicted and dropped before', () => {
    const streams = ['a', 'b', 'c', 'd']
    const ids = ['s', 't', 'u']
    const step = fc.oneof(
      fc.record({ put: fc.constantFrom(...streams), with: fc.subarray(ids) }),
      fc.record({ evict: fc.constantFrom(...ids) }),
      fc.record({ drop: fc.constantFrom(...streams) }),
    )
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        const cache = lruStateCache(3)
        for (const each of steps) {
          if ('put' in each) cache.put(address(each.put), stateOf(...each.with), cache.evictions())
          else if ('evict' in each) cache.evictScopes(scopes(each.evict))
          else cache.evict(address(each.drop))
        }
        for (const id of scopes(...ids)) {
          const held = streams.filter((stream) => cache.get(address(stream))?.scopes.includes(id))
          expect(cache.countScopes([id])).toBe(held.length)
        }
      }),
    )
  })
})
