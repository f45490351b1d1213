import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { openSqliteLog } from '../../../../../adapters/stores/eventstore/sqlite/open-sqlite-log'
import { openTreeThread, type TreesOfLogs } from '../../../../../adapters/stores/eventstore/trees/open-tree-thread'
import { streamNameOf } from '../../../../../domain/event/stream'
import type { EventStore, Position } from '../../../../../domain/ports/event-store'
import { leafRecordOf } from '../../../../../retention/transparency/leaf-record'
import {
  appendOrThrow,
  newEvent,
  newEvents,
  newStream,
  readWholeLog,
} from '../../../../contract/event-store/event-store-steps'
import { rightOrThrow } from '../../../../fixtures/right-or-throw'

/** The log of circulation in a folder, and how its trees are opened. */
export interface LogWithTrees {
  readonly folder: string
  readonly log: EventStore
  readonly openTrees: (key?: Uint8Array) => TreesOfLogs
  readonly treeFile: string
}

/** Runs a test with a log in a temporary folder, and closes what it opened. */
export const withLogAndTrees = async (use: (opened: LogWithTrees) => Promise<void>): Promise<void> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'glemsom-trees-'))
  const file = path.join(folder, 'circulation.db')
  const log = rightOrThrow(openSqliteLog(file)).events
  const place = { _tag: 'File', file } as const
  const sameKey = randomBytes(32)
  const treeFile = path.join(folder, 'trees.db')
  const opened: TreesOfLogs[] = []
  const openTrees = (key: Uint8Array = sameKey): TreesOfLogs => {
    const trees = openTreeThread({ file: treeFile, key, places: { circulation: place, persons: place } })
    opened.push(trees)
    return trees
  }
  try {
    await use({ folder, log, openTrees, treeFile })
  } finally {
    for (const trees of opened) await trees.close()
    await log.close()
    rmSync(folder, { recursive: true })
  }
}

/** Appends so many events to new streams, some to each. */
export const appendEvents = async (log: EventStore, count: number): Promise<void> => {
  for (let left = count; left > 0; left -= 100)
    await appendOrThrow(log, newStream(), 'none', newEvents(Math.min(left, 100)))
}

/** Closes a day; answers the position of its closing. */
export const closeDay = async (log: EventStore, day: string): Promise<Position> =>
  (await appendOrThrow(log, streamNameOf('day')(day), 'none', [newEvent({ type: 'DayClosed' })])).position

/** The leaf records of the whole log, made without the trees. */
export const recordsOf = async (log: EventStore): Promise<ReadonlyArray<string>> =>
  (await readWholeLog(log)).map(leafRecordOf('circulation'))
