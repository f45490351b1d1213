import * as E from 'fp-ts/Either'
import * as TE from 'fp-ts/TaskEither'
import type { StoreUnavailable } from '../../../../domain/ports/event-store'
import type { Unavailable } from '../../../../domain/ports/keys'
import type { LibraryId } from '../../../../retention/keys/kek-ring'
import type { LivingRow } from '../../../../retention/keys/key-row'
import type { CheckpointBusy, Exists, KeyStore } from '../../../../retention/keys/key-store'
import { unavailable } from '../../../../retention/keys/unavailable'
import { storeUnavailable } from '../../sqlite/failure'
import { groupCommit } from '../../sqlite/group-commit'
import type { Db } from '../../sqlite/open'
import { statements, type Statements } from './statements'

export const inTheirTerms = <F extends { readonly _tag: string }>(
  failure: F | StoreUnavailable,
): Exclude<F, StoreUnavailable> | Unavailable =>
  isOfTheFile(failure) ? unavailable(failure.reason) : (failure as Exclude<F, StoreUnavailable>)

const isOfTheFile = (failure: { readonly _tag: string }): failure is StoreUnavailable =>
  failure._tag === 'StoreUnavailable'

/** All rows or none: what was added before a scope that has a row already is taken out again. */
export const insertAll = (on: Statements, rows: ReadonlyArray<LivingRow>) => (): E.Either<Exists, void> => {
  const added: Array<LivingRow> = []
  const there = rows.filter((row) => !on.add(row) || added.push(row) === 0)
  if (there.length === 0) return E.right(undefined)
  for (const { scope } of added) on.remove(scope)
  return E.left({ _tag: 'Exists', scopes: there.map(({ scope }) => scope) })
}

export const truncate = (db: Db): E.Either<CheckpointBusy, void> => {
  const [result] = db.pragma('wal_checkpoint(TRUNCATE)') as ReadonlyArray<{ readonly busy: number }>
  return result?.busy === 0 ? E.right(undefined) : E.left({ _tag: 'CheckpointBusy' })
}

/** The key store in an open file. Reading is one short statement a row; writing shares commits. */
export const sqliteKeyStore = (db: Db, library: LibraryId): KeyStore => {
  const on = statements(db)
  const { submit, close } = groupCommit({ committed: () => undefined, undone: on.undone })(db)
  const write = <F extends { readonly _tag: string }, A>(work: () => E.Either<F, A>) =>
    TE.mapLeft(inTheirTerms<F>)(() => submit(work))
  const read = <A>(work: () => A): TE.TaskEither<Unavailable, A> =>
    TE.fromIOEither(() => E.mapLeft(inTheirTerms<never>)(E.tryCatch(work, storeUnavailable)))
  const each =
    <A>(act: (member: A) => unknown) =>
    (members: ReadonlyArray<A>): TE.TaskEither<Unavailable, void> =>
      write((): E.Either<never, void> => {
        for (const member of members) act(member)
        return E.right(undefined)
      })
  return {
    library,
    insert: (rows) => write(insertAll(on, rows)),
    read: (scopes) => read(() => scopes.flatMap(on.find)),
    fence: (parts, certificate) => each((part: (typeof parts)[number]) => on.fence(part, certificate))(parts),
    checkpointTruncate: TE.flatMapEither(
      (outcome: E.Either<CheckpointBusy, void>): E.Either<CheckpointBusy | Unavailable, void> => outcome,
    )(read(() => truncate(db))),
    page: (after, limit) => read(() => on.page(after, limit)),
    replace: each(on.replace),
    remove: each(on.remove),
    count: read(on.count),
    close: () => {
      close()
      db.close()
      return Promise.resolve()
    },
  }
}
