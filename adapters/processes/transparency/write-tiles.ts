import { rm } from 'node:fs/promises'
import path from 'node:path'
import * as E from 'fp-ts/Either'
import type { LogName } from '../../../domain/event/stream'
import type { StoreUnavailable } from '../../../domain/ports/event-store'
import type { Checkpoint } from '../../../retention/transparency/formats/checkpoint'
import { encodeNoteKey, type NoteKey } from '../../../retention/transparency/formats/note-key'
import { encodeSignedNote } from '../../../retention/transparency/formats/signed-note'
import { encodeTilePath, type TileAddress } from '../../../retention/transparency/formats/tile-path'
import { tileWidth, widthOfTile } from '../../../retention/transparency/tree/tile'
import { tilesOfTree } from '../../../retention/transparency/tree/tiles-of-tree'
import { equalHashes } from '../../../retention/transparency/tree/verify-inclusion'
import type { TreesOfLogs } from '../../stores/eventstore/trees/open-tree-thread'
import { decodeSignedHead } from '../../stores/heads/decode-signed-head'
import type { HeadStore } from '../../stores/heads/head-store'
import { errorCodeOf } from '../../system/files/error-code'
import { fileExists, readFileIfExists } from '../../system/files/private-files'
import { writeSharedFile } from '../../system/files/shared-files'
import type { EventProofDependencies } from './prove-event'
import { lastHead, type LogDiffersFromHead } from './sign-heads'

/** The folder has the tree of another log, or one that the log does not begin with. */
export interface FolderHasOtherTree {
  readonly _tag: 'FolderHasOtherTree'
  readonly folder: string
}

/** The folder cannot be read or written. */
export interface TileFolderIsUnusable {
  readonly _tag: 'TileFolderIsUnusable'
  readonly folder: string
  /** The code of the system, such as EACCES. */
  readonly code: string
}

export type TileFolderError = FolderHasOtherTree | TileFolderIsUnusable | LogDiffersFromHead | StoreUnavailable

/** What was written. */
export interface WrittenTiles {
  /** The size of the head that the folder has now. */
  readonly size: number
  /** How many files are new, the head and the keys not counted. */
  readonly files: number
}

export interface TileFolderDependencies extends Pick<EventProofDependencies, 'growTreeToHead'> {
  readonly trees: Pick<TreesOfLogs, 'tile' | 'root'>
  readonly heads: Pick<HeadStore, 'sizes' | 'read'>
}

export interface TileFolderRequest {
  readonly log: LogName
  readonly folder: string
  /** Whether the records of events are written too. */
  readonly withEntries: boolean
  readonly keys: ReadonlyArray<NoteKey>
  /** Gets how many files are done, and how many there are. */
  readonly report: (done: number, total: number) => void
}

/** The size of the head that a folder has, 0 for a new one; undefined when its tree is not that of the log. */
const sizeInFolder = async (
  { trees }: TileFolderDependencies,
  { log, folder }: TileFolderRequest,
  newest: Checkpoint,
): Promise<E.Either<StoreUnavailable, number | undefined>> => {
  const text = await readFileIfExists(path.join(folder, 'checkpoint'))
  if (text === undefined) return E.right(0)
  const found = decodeSignedHead(text)
  if (E.isLeft(found) || found.right.origin !== newest.origin || found.right.size > newest.size)
    return E.right(undefined)
  const { size } = found.right
  const root = await trees.root({ log, size })()
  if (E.isLeft(root)) return root
  return E.right(root.right !== undefined && equalHashes(root.right, found.right.root) ? size : undefined)
}

/** The tiles of a tree, and the bundles of its entries. */
const addressesOf = (size: number, withEntries: boolean): ReadonlyArray<TileAddress> => {
  const tiles = [...tilesOfTree(size)]
  const bundles = tiles.filter(({ level }) => level === 0).map((tile) => ({ ...tile, level: 'entries' as const }))
  return withEntries ? [...tiles, ...bundles] : tiles
}

const isWithin = (size: number, { level, index, width }: TileAddress): boolean =>
  width === widthOfTile(size, { level: level === 'entries' ? 0 : level, index })

const writeTree = async (
  { trees }: TileFolderDependencies,
  { log, folder, withEntries, report }: TileFolderRequest,
  before: number,
  size: number,
): Promise<E.Either<TileFolderError, number>> => {
  const addresses = addressesOf(size, withEntries)
  let written = 0
  for (const [done, address] of addresses.entries()) {
    report(done, addresses.length)
    const file = path.join(folder, encodeTilePath(address))
    if (isWithin(before, address) && (await fileExists(file))) continue
    const tile = await trees.tile({ log, ...address })()
    if (E.isLeft(tile)) return tile
    if (tile.right === undefined) return E.left({ _tag: 'LogDiffersFromHead', log, size })
    await writeSharedFile(file, tile.right)
    if (address.width === tileWidth) await rm(`${file}.p`, { recursive: true, force: true })
    written += 1
  }
  return E.right(written)
}

const writeNewestHead = async (
  dependencies: TileFolderDependencies,
  request: TileFolderRequest,
): Promise<E.Either<TileFolderError, WrittenTiles | undefined>> => {
  const { log, folder, keys } = request
  const head = await lastHead(dependencies.heads)(log)()
  if (E.isLeft(head)) return head
  if (head.right === undefined) return E.right(undefined)
  const { size, note } = head.right
  const checked = await dependencies.growTreeToHead(log, head.right)()
  if (E.isLeft(checked)) return checked
  const before = await sizeInFolder(dependencies, request, head.right)
  if (E.isLeft(before)) return before
  if (before.right === undefined) return E.left({ _tag: 'FolderHasOtherTree', folder })
  const files = await writeTree(dependencies, request, before.right, size)
  if (E.isLeft(files)) return files
  await writeSharedFile(path.join(folder, 'keys'), keys.map((key) => `${encodeNoteKey(key)}\n`).join(''))
  // Last, so that whoever reads the head finds all of its tree.
  await writeSharedFile(path.join(folder, 'checkpoint'), encodeSignedNote(note))
  return E.right({ size, files: files.right })
}

/**
 * Writes the newest signed head of a log, the keys that verify it and the tiles of its tree into a folder, in the layout of
 * C2SP tlog-tiles: any server of static files can serve it. Writes only what the folder does not have; a run that was
 * interrupted is repeated. Undefined while the log has no head.
 */
export const writeTiles =
  (dependencies: TileFolderDependencies) =>
  (request: TileFolderRequest) =>
  async (): Promise<E.Either<TileFolderError, WrittenTiles | undefined>> => {
    try {
      return await writeNewestHead(dependencies, request)
    } catch (error) {
      const code = errorCodeOf(error)
      if (code === undefined) throw error
      return E.left({ _tag: 'TileFolderIsUnusable', folder: request.folder, code })
    }
  }
