import * as E from 'fp-ts/Either'
import * as TE from 'fp-ts/TaskEither'
import type { CertificateId, ScopeId } from '../../../../domain/values/ids'
import type { PartScope } from '../../../../domain/ports/scope-keys'
import type { LibraryId } from '../../../../retention/keys/kek-ring'
import type { KeyRow, LivingKeyRow } from '../../../../retention/keys/key-row'
import type { KeyRowExistsError, KeyStore } from '../../../../retention/keys/key-store'

type Rows = Map<ScopeId, KeyRow>

/** Whoever gives or gets a row may wipe its wrapped key. */
const copyOf = <Row extends KeyRow>(row: Row): Row =>
  row._tag === 'Living' ? { ...row, wrapped: Uint8Array.from(row.wrapped) } : row

const insert = (rows: Rows, added: ReadonlyArray<LivingKeyRow>): E.Either<KeyRowExistsError, void> => {
  const existing = added.map(({ scope }) => scope).filter((scope) => rows.has(scope))
  if (existing.length > 0) return E.left({ _tag: 'Exists', scopes: existing })
  for (const row of added) rows.set(row.scope, copyOf(row))
  return E.right(undefined)
}

const fenceScope = (rows: Rows, key: PartScope, certificate: CertificateId): void => {
  const before = rows.get(key.scope)
  const noKey = { ...key, version: 0, epoch: 0, fingerprint: new Uint8Array(0) }
  const { scope, class: name, version, epoch, fingerprint } = before ?? noKey
  const first = before?._tag === 'Fenced' ? before.certificate : null
  rows.set(scope, {
    _tag: 'Fenced',
    scope,
    class: name,
    version,
    epoch,
    fingerprint,
    certificate: first ?? certificate,
  })
}

const sortedPage = (rows: Rows, after: ScopeId | undefined, limit: number): ReadonlyArray<KeyRow> =>
  [...rows.values()]
    .filter(({ scope }) => after === undefined || scope > after)
    .sort((a, b) => (a.scope < b.scope ? -1 : 1))
    .slice(0, limit)
    .map(copyOf)

const countLiving = (rows: Rows): number => [...rows.values()].filter(({ _tag }) => _tag === 'Living').length

/** A key store in memory, for tests. */
export const memoryKeyStore = (library: LibraryId): KeyStore => {
  const rows: Rows = new Map()
  const isLiving = (scope: ScopeId) => rows.get(scope)?._tag === 'Living'
  return {
    library,
    insert: (added) => TE.fromIOEither(() => insert(rows, added)),
    read: (scopes) => TE.fromIO(() => scopes.flatMap((scope) => rows.get(scope) ?? []).map(copyOf)),
    fence: (scopes, certificate) =>
      TE.fromIO(() => {
        for (const key of scopes) fenceScope(rows, key, certificate)
      }),
    checkpointTruncate: TE.right(undefined),
    page: (after, limit) => TE.fromIO(() => sortedPage(rows, after, limit)),
    replace: (replacements) =>
      TE.fromIO(() => {
        for (const row of replacements) if (isLiving(row.scope)) rows.set(row.scope, copyOf(row))
      }),
    remove: (scopes) =>
      TE.fromIO(() => {
        for (const scope of scopes) if (isLiving(scope)) rows.delete(scope)
      }),
    count: TE.fromIO(() => ({ living: countLiving(rows), fenced: rows.size - countLiving(rows) })),
    close: () => Promise.resolve(),
  }
}
