import * as E from 'fp-ts/Either'
import type { Unavailable } from '../../../domain/ports/scope-keys'
import type { ScopeId } from '../../../domain/values/ids'
import { wipeWrappedKeysInMemory, type KeyRow } from '../../../retention/keys/key-row'
import { readAllKeyRows } from '../../../retention/keys/read-all-key-rows'
import type { ScheduledScope } from '../../../retention/schedule/scheduled-scope'
import type { UnreadableScope } from '../../processes/backup/restore-summary'
import type { LibraryStores } from '../stores/library-stores'

type Stores = Pick<LibraryStores, 'keyStore' | 'schedule'>

/** Scopes of a page of the schedule. */
const pageSize = 1000

const unreadable =
  (key: UnreadableScope['key']) =>
  ({ log, class: name, scope }: ScheduledScope): UnreadableScope => ({ log, class: name, scope, key })

/** Scopes that the logs name, and for which the key store has no row. */
const findMissing = async ({ keyStore, schedule }: Stores): Promise<E.Either<Unavailable, UnreadableScope[]>> => {
  const missing: UnreadableScope[] = []
  let after: ScopeId | undefined
  for (;;) {
    const page = schedule.livingScopes(after, pageSize)
    if (page.length === 0) return E.right(missing)
    const rows = await keyStore.read(page.map(({ scope }) => scope))()
    if (E.isLeft(rows)) return rows
    wipeWrappedKeysInMemory(rows.right)
    const found = new Set(rows.right.map(({ scope }) => scope))
    missing.push(...page.filter(({ scope, run }) => run === undefined && !found.has(scope)).map(unreadable('missing')))
    after = page.at(-1)?.scope
  }
}

/** Scopes that the logs name as living, and whose keys are destroyed. Rows that no event names are left out. */
const findFenced = async ({ keyStore, schedule }: Stores): Promise<E.Either<Unavailable, UnreadableScope[]>> => {
  const fenced: UnreadableScope[] = []
  const living = ({ _tag, scope }: KeyRow): ReadonlyArray<ScheduledScope> => {
    if (_tag === 'Living' || schedule.isEnded(scope)) return []
    const named = schedule.findScope(scope)
    return named === undefined ? [] : [named]
  }
  for await (const page of readAllKeyRows(keyStore)) {
    if (E.isLeft(page)) return page
    fenced.push(...page.right.flatMap(living).map(unreadable('fenced')))
  }
  return E.right(fenced)
}

/**
 * The scopes that cannot be read although the logs do not say that they are erased: their keys are missing, because the
 * key store is older than the logs, or destroyed, because the logs are older. Call it after the schedule has read both
 * logs.
 */
export const findUnreadableScopes = async (
  stores: Stores,
): Promise<E.Either<Unavailable, ReadonlyArray<UnreadableScope>>> => {
  const missing = await findMissing(stores)
  if (E.isLeft(missing)) return missing
  const fenced = await findFenced(stores)
  return E.isLeft(fenced) ? fenced : E.right([...missing.right, ...fenced.right])
}
