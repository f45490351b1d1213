import * as TE from 'fp-ts/TaskEither'
import { destroyReappearedKeys } from '../../../../adapters/composition/operations/destroy-reappeared-keys'
import { createMemorySchedule } from '../../../../adapters/stores/schedule/memory/memory-schedule'
import { createMemoryKeyStore } from '../../../../adapters/stores/keystore/memory/memory-key-store'
import type { ScopeId } from '../../../../domain/values/ids'
import type { LivingKeyRow } from '../../../../retention/keys/key-row'

const row: LivingKeyRow = {
  ...{ _tag: 'Living', scope: '00000000-0000-4000-8000-000000000001' as ScopeId, class: 'loan', version: 1, epoch: 1 },
  fingerprint: Buffer.alloc(16, 1),
  wrapped: Buffer.alloc(60, 7),
}

describe('the comparison of the key store with the log', () => {
  it('leaves no wrapped key in memory of the rows that it has compared', async () => {
    const keyStore = { ...createMemoryKeyStore('library'), page: () => TE.right([row]) }
    const compare = destroyReappearedKeys(
      { keyStore, schedule: createMemorySchedule() },
      () => Promise.resolve(true),
      () => undefined,
    )
    await compare()
    expect(Buffer.from(row.wrapped)).toEqual(Buffer.alloc(60))
  })
})
