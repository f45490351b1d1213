import * as E from 'fp-ts/Either'
import * as TE from 'fp-ts/TaskEither'
import type { CertificateId, ScopeId } from '../../../../domain/values/ids'
import type { Part } from '../../../../domain/ports/keys'
import type { LibraryId } from '../../../../retention/keys/kek-ring'
import type { KeyRow, LivingRow } from '../../../../retention/keys/key-row'
import type { Exists, KeyStore } from '../../../../retention/keys/key-store'

type Rows = Map<ScopeId, KeyRow>

const insert = (rows: Rows, added: ReadonlyArray<LivingRow>): E.Either<Exists, void> => {
  const there = added.map(({ scope }) => scope).filter((scope) => rows.has(scope))
  if (there.length > 0) return E.left({ _tag: 'Exists', scopes: there })
  for (const row of added) rows.set(row.scope, row)
  return E.right(undefined)
}

const fenceOne = (rows: Rows, part: Part, certificate: CertificateId): void => {
  const before = rows.get(part.scope)
  const none = { ...part, version: 0, epoch: 0, fingerprint: new Uint8Array(0) }
  const { scope, class: name, version, epoch, fingerprint } = before ?? none
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

const inOrder = (rows: Rows, after: ScopeId | undefined, limit: number): ReadonlyArray<KeyRow> =>
  [...rows.values()]
    .filter(({ scope }) => after === undefined || scope > after)
    .sort((a, b) => (a.scope < b.scope ? -1 : 1))
    .slice(0, limit)

const living = (rows: Rows): number => [...rows.values()].filter(({ _tag }) => _tag === 'Living').length

/** A key store that lasts as long as the process: for tests. */
export const memoryKeyStore = (library: LibraryId): KeyStore => {
  const rows: Rows = new Map()
  const isLiving = (scope: ScopeId) => rows.get(scope)?._tag === 'Living'
  return {
    library,
    insert: (added) => TE.fromIOEither(() => insert(rows, added)),
    read: (scopes) => TE.fromIO(() => scopes.flatMap((scope) => rows.get(scope) ?? [])),
    fence: (scopes, certificate) =>
      TE.fromIO(() => {
        for (const part of scopes) fenceOne(rows, part, certificate)
      }),
    checkpointTruncate: TE.right(undefined),
    page: (after, limit) => TE.fromIO(() => inOrder(rows, after, limit)),
    replace: (others) =>
      TE.fromIO(() => {
        for (const row of others) if (isLiving(row.scope)) rows.set(row.scope, row)
      }),
    remove: (scopes) =>
      TE.fromIO(() => {
        for (const scope of scopes) if (isLiving(scope)) rows.delete(scope)
      }),
    count: TE.fromIO(() => ({ living: living(rows), fenced: rows.size - living(rows) })),
    close: () => Promise.resolve(),
  }
}
