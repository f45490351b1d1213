import { existsSync } from 'node:fs'
import { setImmediate } from 'node:timers/promises'
import * as E from 'fp-ts/Either'
import * as RA from 'fp-ts/ReadonlyArray'
import type { EventTable } from '../../../domain/event/decode-event-parts'
import { decodeEvent, type SealedEvent } from '../../../domain/command-handling/open-event'
import { ErasureDue } from '../../../domain/erasure/events/erasure-due'
import { logNames, type LogName } from '../../../domain/event/stream'
import type { Unavailable } from '../../../domain/ports/scope-keys'
import type { Day } from '../../../domain/values/day'
import type { ScopeId } from '../../../domain/values/ids'
import type { Position } from '../../../domain/ports/event-store'
import { pagesUpTo } from '../../../domain/ports/pages-up-to'
import { wipeWrappedKeysInMemory } from '../../../retention/keys/key-row'
import { keysUnavailable } from '../../../retention/keys/keys-unavailable'
import { deletionClasses } from '../../../retention/classes/deletion-classes'
import { scheduleChangesOfEvent } from '../../../retention/schedule/schedule-changes-of-event'
import { backupRefused, type BackupRefused } from '../../processes/backup/backup-operations'
import type { ProjectorGroup } from '../../processes/projectors/projector-group'
import type { WriteScopeInventory } from '../../processes/backup/scope-inventory-operations'
import { createScopeInventoryFile } from '../../stores/inventory/scope-inventory-file'
import { signedBytesOfScopeInventory, type InventoryScope } from '../../stores/inventory/scope-inventory-lines'
import type { LibraryStores } from '../stores/library-stores'
import { lastListableClosing } from '../operations/last-listable-closing'
import { digestsOfParts } from './digests-of-sealed-parts'

/** What an inventory needs. */
export interface ScopeInventoryDependencies {
  readonly stores: Pick<LibraryStores, 'logs' | 'keyStore' | 'schedule' | 'ring' | 'readModels'>
  readonly eventTable: EventTable
  /** The schedule knows the last closing and every erasure when it has read both logs. */
  readonly projectorGroup: Pick<ProjectorGroup, 'catchUp'>
  readonly today: () => Day
  readonly version: string
}

type File = ReturnType<typeof createScopeInventoryFile>
type NamedScopes = Map<ScopeId, Omit<InventoryScope, 'fingerprint'>>

/** Rows of the key store that are read at a time: so few that commands need not wait. */
const pageSize = 100

/** Scopes that are shared out before commands run. */
const idsSharedAtATime = 10_000

const namedScopes = scheduleChangesOfEvent(deletionClasses, { verifiedScopes: () => undefined })

const noteEvent = (scopes: NamedScopes, { log, stored, open }: SealedEvent): void => {
  const metadata = { log, ...stored }
  for (const change of namedScopes({ type: stored.type, open, metadata }))
    if (change._tag === 'ScopeNamed' && !scopes.has(change.scope))
      scopes.set(change.scope, { log, scope: change.scope, class: change.class, erased: false })
}

const noteErasure = (
  scopes: NamedScopes,
  { schedule }: Pick<LibraryStores, 'schedule'>,
  { stored, open }: SealedEvent,
): void => {
  if (stored.type !== ErasureDue.type) return
  for (const { scope } of (open as ErasureDue['open']).scopes) {
    const named = scopes.get(scope)
    if (named !== undefined && schedule.isEnded(scope)) scopes.set(scope, { ...named, erased: true })
  }
}

/** Lists a log up to a position; nothing of it without one. */
const listLog = async (
  { stores, eventTable }: ScopeInventoryDependencies,
  last: Position | undefined,
  log: LogName,
  file: File,
  scopes: NamedScopes,
): Promise<void> => {
  for await (const page of pagesUpTo(stores.logs[log].readAll({}), last))
    for (const stored of page) {
      const event = decodeEvent(eventTable)(log)(stored)
      if (E.isLeft(event)) continue
      noteEvent(scopes, event.right)
      noteErasure(scopes, stores, event.right)
      digestsOfParts(event.right).forEach(file.add)
    }
}

/**
 * The ids in their order, in pages, with a pause for commands between two of them. They are random, so their first two
 * digits share them out evenly, and each share is sorted alone.
 */
const sortedPages = async function* (ids: Iterable<ScopeId>): AsyncGenerator<ReadonlyArray<ScopeId>> {
  const shares = new Map<string, ScopeId[]>()
  let shared = 0
  for (const id of ids) {
    const share = shares.get(id.slice(0, 2))
    if (share === undefined) shares.set(id.slice(0, 2), [id])
    else share.push(id)
    if ((shared += 1) % idsSharedAtATime === 0) await setImmediate()
  }
  for (const [, share] of [...shares].sort(([one], [other]) => (one < other ? -1 : 1)))
    for (const page of RA.chunksOf(pageSize)(share.sort())) {
      yield page
      await setImmediate()
    }
}

/** The fingerprint of a key outlives the key, so a row of *persons* says nothing of what came after the month. */
const listScopes = async (
  { stores }: ScopeInventoryDependencies,
  file: File,
  scopes: NamedScopes,
): Promise<E.Either<Unavailable, void>> => {
  for await (const page of sortedPages(scopes.keys())) {
    const rows = await stores.keyStore.read(page)()
    if (E.isLeft(rows)) return rows
    wipeWrappedKeysInMemory(rows.right)
    const fingerprints = new Map(rows.right.map((row) => [row.scope, Buffer.from(row.fingerprint).toString('hex')]))
    for (const id of page) {
      const named = scopes.get(id)
      if (named !== undefined) file.add({ ...named, fingerprint: fingerprints.get(id) ?? null })
    }
  }
  return E.right(undefined)
}

const problemOfFile = (path: string): BackupRefused =>
  existsSync(path)
    ? backupRefused(`${path} is there already, and nothing is overwritten`, 'Name a new file.')
    : backupRefused(`${path} cannot be made`, 'Name a file in a folder that is there, and that this user can write.')

/**
 * Writes the inventory of a library into a new file: every sealed part and every scope that the logs name, without a
 * value and without a key. The file is signed with the key of the ring.
 */
export const createScopeInventoryWriter =
  (dependencies: ScopeInventoryDependencies): WriteScopeInventory =>
  (path) =>
  async () => {
    const { stores, today, version } = dependencies
    const opened = E.tryCatch(
      () => createScopeInventoryFile(path),
      () => problemOfFile(path),
    )
    if (E.isLeft(opened)) return opened
    const file = opened.right
    const caughtUp = await dependencies.projectorGroup.catchUp()
    if (E.isLeft(caughtUp)) {
      file.abandon()
      return E.left(keysUnavailable('reason' in caughtUp.left ? caughtUp.left.reason : 'an event cannot be read'))
    }
    // *Persons* is listed as of the closing of a month, so that an inventory does not date what came after it.
    const closing = await lastListableClosing(stores)
    const personsAsOf = closing?.month ?? null
    const last = { circulation: await stores.logs.circulation.head(), persons: closing?.position }
    const takenOn = today()
    file.add({ format: 'glemsom inventory 1', library: stores.ring.library, version, takenOn, personsAsOf })
    const scopes: NamedScopes = new Map()
    for (const log of logNames) await listLog(dependencies, last[log], log, file, scopes)
    const listed = await listScopes(dependencies, file, scopes)
    const sha256 = file.sha256()
    const signature = await stores.ring.sign(signedBytesOfScopeInventory(sha256))()
    if (E.isLeft(listed) || E.isLeft(signature)) {
      file.abandon()
      return E.isLeft(listed) ? listed : (signature as E.Left<Unavailable>)
    }
    await file.end({ sha256, signature: Buffer.from(signature.right).toString('base64') })
    return E.right({ file: path, takenOn, personsAsOf })
  }
