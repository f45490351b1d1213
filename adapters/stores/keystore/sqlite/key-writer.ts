import * as E from 'fp-ts/Either'
import type { LivingRow } from '../../../../retention/keys/key-row'
import type { CheckpointBusy, Exists } from '../../../../retention/keys/key-store'
import type { Db } from '../../sqlite/open'
import type { Writer } from '../../sqlite/writer-thread/serve-requests'
import { rowsOf, type KeyProtocol } from './key-request'
import { statements, type Statements } from './statements'

/** All rows or none: what was added before a scope that has a row already is taken out again. */
const insertAll = (on: Statements, rows: ReadonlyArray<LivingRow>): E.Either<Exists, void> => {
  const added: Array<LivingRow> = []
  const there = rows.filter((row) => !on.add(row) || added.push(row) === 0)
  if (there.length === 0) return E.right(undefined)
  for (const { scope } of added) on.remove(scope)
  return E.left({ _tag: 'Exists', scopes: there.map(({ scope }) => scope) })
}

const truncate = (db: Db): E.Either<CheckpointBusy, void> => {
  const [result] = db.pragma('wal_checkpoint(TRUNCATE)') as ReadonlyArray<{ readonly busy: number }>
  return result?.busy === 0 ? E.right(undefined) : E.left({ _tag: 'CheckpointBusy' })
}

const each =
  <A>(act: (member: A) => unknown) =>
  (members: ReadonlyArray<A>): undefined => {
    for (const member of members) act(member)
  }

/** Writes a key store by its open file, which nobody else writes. */
export const keyWriter = (db: Db): Writer<KeyProtocol> => {
  const on = statements(db)
  return {
    db,
    operations: {
      insert: (rows, bytes) => insertAll(on, rowsOf(rows, bytes)),
      fence: ([parts, certificate]) => each((part: (typeof parts)[number]) => on.fence(part, certificate))(parts),
      checkpointTruncate: () => truncate(db),
      replace: (rows, bytes) => each(on.replace)(rowsOf(rows, bytes)),
      remove: each(on.remove),
    },
    apart: new Set(['checkpointTruncate']),
    undone: on.undone,
  }
}
