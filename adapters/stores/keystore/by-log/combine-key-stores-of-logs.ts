import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { ScopeClass } from '../../../../domain/event/scope-class'
import { logNames, type LogName } from '../../../../domain/event/stream'
import type { ScopeId } from '../../../../domain/values/ids'
import { deletionClasses } from '../../../../retention/classes/deletion-classes'
import type { LivingKeyRow } from '../../../../retention/keys/key-row'
import type { KeyStore } from '../../../../retention/keys/key-store'
import { insertKeysIntoStoreOfEachLog } from './insert-keys-into-store-of-each-log'
import { mergeKeyRowPages } from './merge-key-row-pages'

/** The key stores of the two logs. They share no file, so no file holds an order between the two logs. */
type KeyStoresOfLogs = Readonly<Record<LogName, KeyStore>>

const logOf = (member: { readonly class: ScopeClass }): LogName => deletionClasses[member.class].log

/** Members by the log of their class; only logs that have some. */
const groupByLog = <A extends { readonly class: ScopeClass }>(
  members: ReadonlyArray<A>,
): ReadonlyArray<readonly [LogName, ReadonlyArray<A>]> =>
  logNames
    .map((log) => [log, members.filter((member) => logOf(member) === log)] as const)
    .filter(([, ofLog]) => ofLog.length > 0)

/** Writes to one store after the other; the first error ends it. */
const writeSerially = <A, Err>(
  items: ReadonlyArray<A>,
  write: (item: A) => TE.TaskEither<Err, void>,
): TE.TaskEither<Err, void> =>
  pipe(
    items,
    TE.traverseSeqArray(write),
    TE.map(() => undefined),
  )

/**
 * One key store over those of the two logs: a key lies with the log of its class. What belongs to one log, as the keys
 * of a command and of an erasure do, is one transaction. What belongs to both is one for each log: then `insert` of
 * nothing or everything holds for the caller, but a crash may leave keys that no event names; those are destroyed after
 * a day.
 */
export const combineKeyStoresOfLogs = (stores: KeyStoresOfLogs): KeyStore => {
  const both = logNames.map((log) => stores[log])
  return {
    library: stores.circulation.library,
    insert: (rows) => insertKeysIntoStoreOfEachLog(stores)(groupByLog<LivingKeyRow>(rows)),
    read: (scopes) => async () => {
      const first = await stores.circulation.read(scopes)()
      if (E.isLeft(first) || first.right.length === scopes.length) return first
      const found = new Set(first.right.map(({ scope }) => scope))
      const others = await stores.persons.read(scopes.filter((scope) => !found.has(scope)))()
      return E.isLeft(others) ? others : E.right([...first.right, ...others.right])
    },
    fence: (parts, certificate) =>
      writeSerially(groupByLog(parts), ([log, ofLog]) => stores[log].fence(ofLog, certificate)),
    checkpointTruncate: pipe(
      both,
      TE.traverseArray((store) => store.checkpointTruncate),
      TE.map(() => undefined),
    ),
    page: (after, limit) =>
      pipe(
        both,
        TE.traverseSeqArray((store) => store.page(after, limit)),
        TE.map(mergeKeyRowPages(limit)),
      ),
    livingPage: (after, limit) =>
      pipe(
        both,
        TE.traverseSeqArray((store) => store.livingPage(after, limit)),
        TE.map(mergeKeyRowPages(limit)),
      ),
    livingScopes: (after, limit) =>
      pipe(
        both,
        TE.traverseSeqArray((store) => store.livingScopes(after, limit)),
        TE.map((pages) => mergeKeyRowPages(limit)(pages)),
      ),
    replace: (rows) => writeSerially(groupByLog(rows), ([log, ofLog]) => stores[log].replace(ofLog)),
    remove: (scopes: ReadonlyArray<ScopeId>) => writeSerially(both, (store) => store.remove(scopes)),
    count: pipe(
      both,
      TE.traverseSeqArray((store) => store.count),
      TE.map((counts) =>
        counts.reduce((one, other) => ({ living: one.living + other.living, fenced: one.fenced + other.fenced })),
      ),
    ),
    oldestEpoch: pipe(
      both,
      TE.traverseSeqArray((store) => store.oldestEpoch),
      TE.map((epochs) => epochs.flatMap((epoch) => epoch ?? []).sort((a, b) => a - b)[0]),
    ),
    refuseEpochsBefore: (epoch) => writeSerially(both, (store) => store.refuseEpochsBefore(epoch)),
    probeWrite: writeSerially(both, (store) => store.probeWrite ?? TE.right(undefined)),
    close: async () => {
      for (const store of both) await store.close()
    },
  }
}
