import * as E from 'fp-ts/Either'
import { decodeEvent } from '../../../domain/command-handling/open-event'
import type { EventTable } from '../../../domain/event/decode-event-parts'
import { logNames, type LogName } from '../../../domain/event/stream'
import type { LibraryClock } from '../../../domain/ports/clocks'
import type { EventStore, Position } from '../../../domain/ports/event-store'
import type { Unavailable } from '../../../domain/ports/scope-keys'
import type { ScopeClass } from '../../../domain/event/scope-class'
import type { ScopeId } from '../../../domain/values/ids'
import { pagesUpTo } from '../../../domain/ports/pages-up-to'
import { deletionClasses } from '../../../retention/classes/deletion-classes'
import type { ComparedAsOf } from '../../../retention/completeness/compare-scopes-with-keys'
import { eventWithExportLine, type EventWithExportLine } from '../../../retention/completeness/exported-event'
import {
  foldOpenPartsOfLog,
  type FoldedLog,
  type OpenPartsFold,
} from '../../../retention/completeness/fold-open-parts-of-log'
import { openPartOf } from '../../../retention/schedule/open-part-of-event'
import { createCertificateVerification } from '../../../retention/certificates/certificate-verification'
import {
  areAllNamed,
  createLaterScopeChangeCollector,
  livingScopesAsOf,
} from '../../../retention/completeness/living-scopes-as-of'
import type { LivingScopes } from '../../../retention/completeness/living-scopes'
import { createScopeFold, type ScopeFold } from '../../../retention/completeness/scope-fold'
import type { CachingScopeKeys } from '../../../retention/keys/caching-scope-keys'
import type { KeyStore } from '../../../retention/keys/key-store'
import { readAllLivingScopes } from '../../../retention/keys/read-all-key-rows'
import { delay } from '../../system/concurrency/delay'
import { createGiveWay, runStepsGivingWay } from '../../system/concurrency/give-way-to-requests'
import type { LibraryStores } from '../stores/library-stores'
import { lastListableClosing } from './last-listable-closing'
import { giveWayWhileReading } from './give-way-while-reading'

/** What a snapshot is taken from. */
export interface AuditSnapshotDependencies {
  readonly stores: Pick<LibraryStores, 'logs' | 'schedule' | 'keyStore' | 'ring' | 'readModels'>
  readonly eventTable: EventTable
  readonly keys: Pick<CachingScopeKeys, 'isUnnamed'>
  readonly clock: Pick<LibraryClock, 'today'>
}

/** Both logs up to a place of each, folded, and the scopes that had a living key at these places. */
export interface AuditSnapshot {
  readonly asOf: ComparedAsOf
  /** The last position of each log that counts; undefined when none does. */
  readonly last: Readonly<Record<LogName, Position | undefined>>
  readonly fold: ScopeFold
  readonly folded: Readonly<Record<LogName, FoldedLog>>
  readonly living: LivingScopes
}

/** Receives the lines of each page of a log, as they stand in an export. */
export type ReceiveExportedEventLines = (log: LogName, lines: string) => void

/** Wraps the fold of the scopes for a log, in a fold that gets each event and applies it to that fold. */
export type WrapScopeFold = (fold: ScopeFold, log: LogName) => OpenPartsFold

/** The scopes of so many keys are read in a millisecond. */
const scopesOnPage = 256

/** In ms. A command names its new keys by an event long before. */
const maxCommandDuration = 2000

const linesOf = async function* (
  log: LogName,
  pages: ReturnType<typeof pagesUpTo>,
  receiveLines: ReceiveExportedEventLines,
): AsyncGenerator<ReadonlyArray<EventWithExportLine>> {
  for await (const page of pages) {
    const events = page.map(eventWithExportLine)
    receiveLines(log, events.map(({ line }) => line).join(''))
    yield events
  }
}

const readLivingKeys = async (
  keyStore: Pick<KeyStore, 'livingScopes'>,
): Promise<E.Either<Unavailable, LivingScopes>> => {
  const living = new Map<ScopeId, ScopeClass>()
  const giveWay = createGiveWay()
  for await (const page of readAllLivingScopes(keyStore, scopesOnPage)) {
    if (E.isLeft(page)) return page
    for (const { scope, class: name } of page.right) living.set(scope, name)
    await giveWay()
  }
  return E.right(living)
}

const readLaterChanges = async (
  { stores: { logs }, eventTable }: AuditSnapshotDependencies,
  last: AuditSnapshot['last'],
): Promise<ReturnType<typeof createLaterScopeChangeCollector>['changes']> => {
  const later = createLaterScopeChangeCollector(deletionClasses)
  for (const log of logNames) {
    const after = last[log]
    for await (const page of giveWayWhileReading(logs[log]).readAll(after === undefined ? {} : { after }))
      for (const stored of page) {
        const decoded = decodeEvent(eventTable)(log)(stored)
        if (E.isRight(decoded)) later.apply(openPartOf(decoded.right))
      }
  }
  return later.changes
}

/** Keys of commands that are still running are no orphans: a second look finds them named. */
const readLiving = async (
  dependencies: AuditSnapshotDependencies,
  { last, fold }: Pick<AuditSnapshot, 'last' | 'fold'>,
): Promise<E.Either<Unavailable, LivingScopes>> => {
  const { stores, keys } = dependencies
  const rows = await readLivingKeys(stores.keyStore)
  if (E.isLeft(rows)) return rows
  const readLivingAfter = async (): Promise<LivingScopes> => {
    const later = await readLaterChanges(dependencies, last)
    return runStepsGivingWay(livingScopesAsOf(fold, later)(rows.right, keys.isUnnamed))
  }
  const living = await readLivingAfter()
  if (await runStepsGivingWay(areAllNamed(fold, living))) return E.right(living)
  await delay(maxCommandDuration)
  return E.right(await readLivingAfter())
}

/** No fold reads the events whose position is out of range. */
const readProblemsOutOfRange = async (
  log: LogName,
  { eventsOutOfRange }: Pick<EventStore, 'eventsOutOfRange'>,
): Promise<FoldedLog['problems']> =>
  ((await eventsOutOfRange?.()) ?? []).map(({ stream, revision }) => ({ log, stream, revision, problem: 'unreadable' }))

/**
 * Takes a snapshot: folds *circulation* up to its present end and *persons* up to its last closing of a month, then reads
 * the keys, and corrects them by what the logs say since. The schedule must have caught up.
 */
export const takeAuditSnapshot =
  (dependencies: AuditSnapshotDependencies) =>
  async (
    receiveLines: ReceiveExportedEventLines,
    wrapFold: WrapScopeFold = (fold) => fold,
  ): Promise<E.Either<Unavailable, AuditSnapshot>> => {
    const { stores, eventTable, clock } = dependencies
    const closing = await lastListableClosing(stores)
    const asOf = { circulation: clock.today(), persons: closing?.month }
    const last = { circulation: await stores.logs.circulation.head(), persons: closing?.position }
    const fold = createScopeFold(deletionClasses, createCertificateVerification(stores.ring))
    const foldUpToLast = async (log: LogName): Promise<FoldedLog> => {
      const pages = pagesUpTo(giveWayWhileReading(stores.logs[log]).readAll({}), last[log])
      const folded = await foldOpenPartsOfLog(eventTable, log)(wrapFold(fold, log), linesOf(log, pages, receiveLines))
      return { ...folded, problems: [...folded.problems, ...(await readProblemsOutOfRange(log, stores.logs[log]))] }
    }
    const circulation = await foldUpToLast('circulation')
    const folded = { circulation, persons: await foldUpToLast('persons') }
    const living = await readLiving(dependencies, { last, fold })
    return E.isLeft(living) ? living : E.right({ asOf, last, fold, folded, living: living.right })
  }
