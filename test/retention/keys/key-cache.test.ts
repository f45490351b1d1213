import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import type { ScopeId } from '../../../domain/values/ids'
import { makeKeyCache, maxKeyCacheAgeMs } from '../../../retention/keys/key-cache'
import { toLoadedKey, type LoadedKey } from '../../../retention/keys/loaded-key'

type Step =
  | { readonly _tag: 'Put' | 'Evict'; readonly scope: number }
  | { readonly _tag: 'Wait'; readonly ms: number }
  | { readonly _tag: 'Sweep' }

const capacity = 4
const scopeIds = Array.from({ length: 8 }, (_, at) => `00000000-0000-4000-8000-00000000000${String(at)}` as ScopeId)
const idOf = (scope: number): ScopeId => scopeIds[scope] as ScopeId

const anyScope = fc.integer({ min: 0, max: scopeIds.length - 1 })
const anyStep: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ _tag: fc.constant('Put' as const), scope: anyScope }),
  fc.record({ _tag: fc.constant('Evict' as const), scope: anyScope }),
  fc.record({ _tag: fc.constant('Wait' as const), ms: fc.integer({ min: 1, max: maxKeyCacheAgeMs }) }),
  fc.constant({ _tag: 'Sweep' } as const),
)

const isWiped = ({ key }: LoadedKey): boolean => key.every((byte) => byte === 0)

/** The cache, and beside it a list of the keys that must be in it, oldest first. */
const cacheBesideList = () => {
  let now = 0
  let expected: ReadonlyArray<{ readonly loaded: LoadedKey; readonly since: number }> = []
  const seen: LoadedKey[] = []
  const cache = makeKeyCache({ elapsed: () => now }, capacity)
  const keepYoung = () => {
    expected = expected.filter(({ since }) => now - since < maxKeyCacheAgeMs)
  }
  const run = (step: Step): void => {
    if (step._tag === 'Wait') now += step.ms
    else if (step._tag === 'Sweep') cache.sweep()
    else if (step._tag === 'Evict') {
      cache.evict([idOf(step.scope)])
      expected = expected.filter(({ loaded }) => loaded.scope !== idOf(step.scope))
    } else {
      const loaded = toLoadedKey({ scope: idOf(step.scope), class: 'loan', version: 1 }, randomBytes(32), undefined)
      seen.push(loaded)
      keepYoung()
      cache.put(loaded)
      if (!expected.some((other) => other.loaded.scope === loaded.scope))
        expected = [...expected, { loaded, since: now }].slice(-capacity)
    }
    keepYoung()
  }
  return { cache, run, expected: () => expected.map(({ loaded }) => loaded), seen }
}

describe('the keys in the memory of a process', () => {
  it('are the newest that are young enough; all others are wiped', () => {
    fc.assert(
      fc.property(fc.array(anyStep, { maxLength: 60 }), (steps) => {
        const { cache, run, expected, seen } = cacheBesideList()
        for (const step of steps) {
          run(step)
          expect(scopeIds.flatMap((scope) => cache.get(scope) ?? [])).toEqual(
            scopeIds.flatMap((scope) => expected().find((loaded) => loaded.scope === scope) ?? []),
          )
        }
        cache.sweep()
        expect(seen.filter((loaded) => !isWiped(loaded))).toEqual(expected())
      }),
    )
  })
})
