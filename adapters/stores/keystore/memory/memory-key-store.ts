import * as E from 'fp-ts/Either'
import * as TE from 'fp-ts/TaskEither'
import type { CertificateId, ScopeId } from '../../../../domain/values/ids'
import type { PartScope } from '../../../../domain/ports/scope-keys'
import { hidesEpochOfDestroyedKey } from '../../../../retention/keys/hides-epoch-of-destroyed-key'
import type { Epoch, LibraryId } from '../../../../retention/keys/kek-ring'
import type { KeyRow, LivingKeyRow } from '../../../../retention/keys/key-row'
import type { EpochIsRetired, KeyRowExistsError, KeyStore } from '../../../../retention/keys/key-store'

type Rows = Map<ScopeId, KeyRow>

/** Whoever gives or gets a row may wipe its wrapped key. */
const copyOf = <Row extends KeyRow>(row: Row): Row =>
  row._tag === 'Living' ? { ...row, wrapped: Uint8Array.from(row.wrapped) } : row

const insert = (
  rows: Rows,
  added: ReadonlyArray<LivingKeyRow>,
  oldest: Epoch,
): E.Either<KeyRowExistsError | EpochIsRetired, void> => {
  if (added.some(({ epoch }) => epoch < oldest)) return E.left({ _tag: 'EpochIsRetired' })
  const existing = added.map(({ scope }) => scope).filter((scope) => rows.has(scope))
  if (existing.length > 0) return E.left({ _tag: 'Exists', scopes: existing })
  for (const row of added) rows.set(row.scope, copyOf(row))
  return E.right(undefined)
}

const fenceScope = (rows: Rows, key: PartScope, certificate: CertificateId): void => {
  const before = rows.get(key.scope)
  const noKey = { ...key, version: 0, epoch: 0, fingerprint: new Uint8Array(0) }
  const { scope, class: name, version, epoch, fingerprint } = before ?? noKey
  rows.set(scope, {
    _tag: 'Fenced',
    scope,
    class: name,
    version,
    epoch: hidesEpochOfDestroyedKey(name) ? 0 : epoch,
    fingerprint,
    certificate,
  })
}

const sortedPage = (rows: Rows, after: ScopeId | undefined, limit: number): ReadonlyArray<KeyRow> =>
  [...rows.values()]
    .filter(({ scope }) => after === undefined || scope > after)
    .sort((a, b) => (a.scope < b.scope ? -1 : 1))
    .slice(0, limit)
    .map(copyOf)

const countLiving = (rows: Rows): number => [...rows.values()].filter(({ _tag }) => _tag === 'Living').length

/** A key store that several simulated processes use. */
export interface MemoryKeyStore extends KeyStore {
  /** The oldest epoch in which keys are inserted; 0 before the first roll. */
  readonly acceptedEpoch: TE.TaskEither<never, Epoch>
}

/** A key store in memory, for tests. */
export const createMemoryKeyStore = (library: LibraryId): MemoryKeyStore => {
  const rows: Rows = new Map()
  let oldestInserted: Epoch = 0
  const livingEpochs = () => [...rows.values()].flatMap(({ _tag, epoch }) => (_tag === 'Living' ? [epoch] : []))
  const isLiving = (scope: ScopeId) => rows.get(scope)?._tag === 'Living'
  const sortedLivingPage = (after: ScopeId | undefined, limit: number) =>
    sortedPage(new Map([...rows].filter(([scope]) => isLiving(scope))), after, limit)
  return {
    library,
    insert: (added) => TE.fromIOEither(() => insert(rows, added, oldestInserted)),
    read: (scopes) => TE.fromIO(() => scopes.flatMap((scope) => rows.get(scope) ?? []).map(copyOf)),
    fence: (scopes, certificate) =>
      TE.fromIO(() => {
        for (const key of scopes) fenceScope(rows, key, certificate)
      }),
    checkpointTruncate: TE.right(undefined),
    page: (after, limit) => TE.fromIO(() => sortedPage(rows, after, limit)),
    livingPage: (after, limit) => TE.fromIO(() => sortedLivingPage(after, limit)),
    livingScopes: (after, limit) =>
      TE.fromIO(() => sortedLivingPage(after, limit).map(({ scope, class: name }) => ({ scope, class: name }))),
    replace: (replacements) =>
      TE.fromIO(() => {
        for (const row of replacements) {
          const before = rows.get(row.scope)
          if (before?._tag === 'Living' && before.epoch <= row.epoch) rows.set(row.scope, copyOf(row))
        }
      }),
    remove: (scopes) =>
      TE.fromIO(() => {
        for (const scope of scopes) if (isLiving(scope)) rows.delete(scope)
      }),
    count: TE.fromIO(() => ({ living: countLiving(rows), fenced: rows.size - countLiving(rows) })),
    oldestEpoch: TE.fromIO(() => livingEpochs().sort((a, b) => a - b)[0]),
    refuseEpochsBefore: (epoch) =>
      TE.fromIO(() => {
        oldestInserted = Math.max(oldestInserted, epoch)
      }),
    acceptedEpoch: TE.fromIO(() => oldestInserted),
    close: () => Promise.resolve(),
  }
}
