import * as E from 'fp-ts/Either'
import type { Unavailable } from '../../../domain/ports/scope-keys'
import type { ScopeId } from '../../../domain/values/ids'
import { certificateById } from '../../../projections/certificates/certificate-queries'
import { wipeWrappedKeysInMemory } from '../../../retention/keys/key-row'
import { sampleOfErasedScopes, type SampledScope } from '../../../retention/audit-report/sample-of-erased-scopes'
import type { SampledErasure } from '../../processes/running-library/audit-report'
import { runStepsGivingWay } from '../../system/concurrency/give-way-to-requests'
import type { DerivedStoreQueries } from '../../processes/running-library/derived-store-queries'
import type { LibraryStores } from '../stores/library-stores'
import type { AuditSnapshot } from './take-audit-snapshot'

const sampleSize = 20

interface SampleDependencies {
  readonly stores: Pick<LibraryStores, 'keyStore' | 'schedule' | 'readModels'>
  readonly derivedStores: Pick<DerivedStoreQueries, 'holding'>
}

/**
 * Looks for twenty erased scopes in the key store and in every derived store. An erased scope has no key, so no key is asked
 * for; a row that has one all the same is a finding, and its wrapped bytes are wiped. The stores are asked for all scopes at
 * once, and for each scope only when something was found.
 */
export const sampleErasuresOfReport =
  ({ stores: { keyStore, schedule, readModels }, derivedStores }: SampleDependencies) =>
  async ({
    fold,
    folded,
  }: Pick<AuditSnapshot, 'fold' | 'folded'>): Promise<E.Either<Unavailable, ReadonlyArray<SampledErasure>>> => {
    const sample = await runStepsGivingWay(sampleOfErasedScopes(fold.erased, folded.circulation.sha256, sampleSize))
    const rows = await keyStore.read(sample.map(({ scope }) => scope))()
    if (E.isLeft(rows)) return rows
    wipeWrappedKeysInMemory(rows.right)
    const living = new Set<ScopeId>(rows.right.filter(({ _tag }) => _tag === 'Living').map(({ scope }) => scope))
    const isNoneHeld = derivedStores.holding(sample.map(({ scope }) => scope)).length === 0
    const toSampled = ({ scope, class: name }: SampledScope): SampledErasure => {
      const certificate = schedule.certificateOf(scope) ?? null
      const entry = certificate === null ? undefined : certificateById(certificate)(readModels.rows)
      return {
        ...{ scope, class: name, certificate, horizon: entry?.horizon ?? null },
        ...{ hasKey: living.has(scope), stores: isNoneHeld ? [] : derivedStores.holding([scope]) },
      }
    }
    return E.right(sample.map(toSampled))
  }
