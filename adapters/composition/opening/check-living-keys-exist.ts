import * as E from 'fp-ts/Either'
import type { TaskEither } from 'fp-ts/TaskEither'
import { logNames, type LogName } from '../../../domain/event/stream'
import type { ScopeId } from '../../../domain/values/ids'
import type { Unavailable } from '../../../domain/ports/scope-keys'
import { wipeWrappedKeysInMemory } from '../../../retention/keys/key-row'
import { keysUnavailable } from '../../../retention/keys/keys-unavailable'
import type { ScheduledScope } from '../../../retention/schedule/scheduled-scope'
import type { LibraryStores } from '../stores/library-stores'

/** How many scopes of each log are checked: enough to notice a wrong key store, and quick. */
const scopesOfLog = 50

/** How many scopes are looked through for them: one log may have few beside many of the other. */
const [pageSize, mostPages] = [500, 20]

type LivingScopes = Pick<LibraryStores['schedule'], 'livingScopes'>
type Scopes = ReadonlyArray<ScheduledScope>

const ofLog =
  (name: LogName) =>
  ({ log }: ScheduledScope): boolean =>
    log === name

/** The first scopes of each log. */
const firstOfEachLog = (scopes: Scopes): Scopes =>
  logNames.flatMap((name) => scopes.filter(ofLog(name)).slice(0, scopesOfLog))

/** Some living scopes of each log. Scope ids are random, so the first ones are any. */
const sampleOfEachLog = (schedule: LivingScopes, isChecked: (scope: ScheduledScope) => boolean): Scopes => {
  let sample: Scopes = []
  let last: ScopeId | undefined
  for (let page = 0; page < mostPages && sample.length < scopesOfLog * logNames.length; page += 1) {
    const scopes = schedule.livingScopes(last, pageSize)
    sample = firstOfEachLog([...sample, ...scopes.filter(isChecked)])
    last = scopes.at(-1)?.scope
    if (scopes.length < pageSize) break
  }
  return sample
}

/** One missing key may be a damaged row or a damaged event, and stops nothing. More of them are another key store. */
const mostMissing = (count: number): number => Math.max(1, count * 0.1)

/** In a data folder, the keys of each log are in a file that is named after it. */
const logsOf = (missing: ReadonlyArray<ScheduledScope>): string =>
  logNames
    .filter((name) => missing.some(({ log }) => log === name))
    .map((name) => `those of ${name}`)
    .join(' and ')

const areTooManyMissing = (sample: ReadonlyArray<ScheduledScope>, missing: ReadonlyArray<ScheduledScope>): boolean => {
  const missesWholeLog = logNames.some((name) => {
    const scopes = sample.filter(ofLog(name))
    return scopes.length > 1 && scopes.every((scope) => missing.includes(scope))
  })
  return missesWholeLog || missing.length > mostMissing(sample.length) || missing.length === sample.length
}

const ringIsOlder = keysUnavailable(
  'the ring is older than the key store: it lacks the epoch in which keys are wrapped. Put the newest copy of the ring back',
)

/**
 * Checks that the key store has the keys of scopes that the logs say are alive. Call it after the schedule has caught up
 * with both logs. An emptied or outdated key store must stop the library, and must never look like an erasure.
 */
export const checkLivingKeysExist =
  (
    { schedule, keyStore, ring }: Pick<LibraryStores, 'schedule' | 'keyStore' | 'ring'>,
    isAcceptedLoss: (scope: ScopeId) => boolean = () => false,
  ): TaskEither<Unavailable, void> =>
  async () => {
    const sample = sampleOfEachLog(schedule, ({ run, scope }) => run === undefined && !isAcceptedLoss(scope))
    const rows = await keyStore.read(sample.map(({ scope }) => scope))()
    if (E.isLeft(rows)) return rows
    wipeWrappedKeysInMemory(rows.right)
    const found = new Set(rows.right.map(({ scope }) => scope))
    const isNewer = new Set(rows.right.filter(({ epoch }) => epoch > ring.currentEpoch()).map(({ scope }) => scope))
    const newer = sample.filter(({ scope }) => isNewer.has(scope))
    if (newer.length > 0 && areTooManyMissing(sample, newer)) return E.left(ringIsOlder)
    const missing = sample.filter(({ scope }) => !found.has(scope))
    return missing.length > 0 && areTooManyMissing(sample, missing)
      ? E.left(
          keysUnavailable(
            `the key store lacks keys that the logs name (${logsOf(missing)}). Put the keys back from a backup: see Backup and restore in adapters/README.md`,
          ),
        )
      : E.right(undefined)
  }
