import type { ScopeClass } from '../../domain/event/scope-class'
import type { ScopeId } from '../../domain/values/ids'
import { partsOf, type ComputationSteps } from '../completeness/computation-steps'

/** An erased scope of a sample. */
export interface SampledScope {
  readonly scope: ScopeId
  readonly class: ScopeClass
}

/** The form of a scope id, filled with the first digits of a digest. */
const idFromDigest = (digest: string): string =>
  digest.slice(0, 32).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')

/**
 * At most `number` erased scopes: those whose ids come next after a place that the digest of a log gives, and then the first
 * ones. Ids are random, and nobody chooses the digest, so nobody chooses the sample; who has the same log gets the same one.
 */
export const sampleOfErasedScopes = function* (
  erased: ReadonlyMap<ScopeId, ScopeClass>,
  digest: string,
  number: number,
): ComputationSteps<ReadonlyArray<SampledScope>> {
  const start = idFromDigest(digest)
  const rank = (scope: ScopeId): string => `${scope >= start ? 'a' : 'b'}${scope}`
  const chosen: string[] = []
  for (const part of partsOf(erased.keys())) {
    for (const scope of part) {
      const last = chosen.at(-1)
      if (chosen.length >= number && last !== undefined && rank(scope) > last) continue
      chosen.push(rank(scope))
      chosen.sort()
      if (chosen.length > number) chosen.pop()
    }
    yield
  }
  return chosen.flatMap((ranked) => {
    const scope = ranked.slice(1) as ScopeId
    const name = erased.get(scope)
    return name === undefined ? [] : [{ scope, class: name }]
  })
}
