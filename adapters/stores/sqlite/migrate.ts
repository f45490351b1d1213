import * as either from 'fp-ts/Either'
import type { Either } from 'fp-ts/Either'
import type { StoreUnavailable } from '../../../domain/ports/event-store'
import { storeUnavailable } from './failure'
import type { Db } from './open'
import { immediately } from './transaction'

const versionOf = (db: Db): number => Number(db.pragma('user_version', { simple: true }))

/**
 * Brings a file to the newest version: step n (SQL) leads from version n to n + 1, and a step once released is
 * never changed. The version stands in the file itself, and changes in the transaction of its steps.
 * A file made by a later release is StoreUnavailable.
 */
export const migrate =
  (steps: ReadonlyArray<string>) =>
  (db: Db): Either<StoreUnavailable, Db> => {
    if (versionOf(db) === steps.length) return either.right(db)
    if (versionOf(db) > steps.length)
      return either.left({ _tag: 'StoreUnavailable', reason: 'the file was made by a later release' })
    return either.tryCatch(() => {
      immediately(db)(() => {
        for (const step of steps.slice(versionOf(db))) db.exec(step)
        db.pragma(`user_version = ${steps.length}`)
      })
      return db
    }, storeUnavailable)
  }
