import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import * as E from 'fp-ts/Either'
import * as TE from 'fp-ts/TaskEither'
import type { OpenRunningLibraryOptions } from '../../adapters/composition/open-running-library-options'
import type { RunningLibrary } from '../../adapters/processes/running-library/running-library'
import { unkeyedOrigin } from '../../domain/use-cases/command-metadata'
import { recordFootage } from '../../domain/use-cases/record-footage'
import { storeFootage } from '../../domain/use-cases/store-footage'
import type { BranchId, CameraId, FootageId } from '../../domain/values/ids'
import type { Instant } from '../../domain/values/instant'
import { piecesOf } from '../fixtures/pieces-of'
import { rightOrThrow } from '../fixtures/right-or-throw'
import { openLibraryIn, withTemporaryFolder } from '../fixtures/running-library'
import { sharedMemoryStores } from '../fixtures/shared-memory-stores'
import { forwardTo } from './hold-steps'

const aRecording = {
  branch: 'DK-785100' as BranchId,
  camera: 'indgang' as CameraId,
  from: '2026-01-05T09:00:00.000Z' as Instant,
  until: '2026-01-05T10:00:00.000Z' as Instant,
}

const record = async ({ useCaseDependencies }: RunningLibrary): Promise<FootageId> => {
  const at = '2026-01-05T11:00:00.000Z' as Instant
  const recorded = await recordFootage(useCaseDependencies)({ ...aRecording, at, origin: unkeyedOrigin })()
  return rightOrThrow(recorded).footage
}

const store = ({ useCaseDependencies }: RunningLibrary, footage: FootageId) =>
  storeFootage(useCaseDependencies)({
    ...{ footage, videoType: 'video/mp4', bytes: piecesOf(Buffer.from('a made-up video')) },
  })()

const read = async ({ useCaseDependencies }: RunningLibrary, footage: FootageId): Promise<string> => {
  const pieces: Uint8Array[] = []
  for await (const piece of rightOrThrow(await useCaseDependencies.footageContent.read(footage)()))
    pieces.push(piece as Uint8Array)
  return Buffer.concat(pieces).toString()
}

interface TwoProcesses {
  readonly first: RunningLibrary
  readonly second: RunningLibrary
  readonly folder: string
}

/** Two processes on shared stores, each with a data folder of its own. */
const withTwoProcesses = (
  optionsIn: (folder: string) => Partial<OpenRunningLibraryOptions>,
  test: (processes: TwoProcesses) => Promise<void>,
): Promise<void> =>
  withTemporaryFolder(async (folder) => {
    const { storesOf } = sharedMemoryStores()
    const open = (process: string) =>
      openLibraryIn(path.join(folder, process), {
        ...optionsIn(folder),
        openPrimaryStores: () => TE.right(storesOf(process)),
      })
    const [first, second] = [await open('first'), await open('second')]
    try {
      await test({ first, second, folder })
    } finally {
      await second.close()
      await first.close()
    }
  })

describe('the contents of recordings of a library whose processes share stores', () => {
  it('are found by each process in the folder that is named, and go from it with their key', () =>
    withTwoProcesses(
      (folder) => ({ footageFolder: path.join(folder, 'shared') }),
      async ({ first, second, folder }) => {
        const footage = await record(first)
        rightOrThrow(await store(first, footage))
        rightOrThrow(await second.catchUpReadModels())
        expect(await read(second, footage)).toBe('a made-up video')
        expect(readdirSync(path.join(folder, 'shared'))).toEqual([footage])
        await forwardTo(second, '2026-02-04')
        expect(readdirSync(path.join(folder, 'shared'))).toEqual([])
      },
    ))

  it('are not taken where no folder is named: the other processes would not find them', () =>
    withTwoProcesses(
      () => ({}),
      async ({ first, folder }) => {
        const footage = await record(first)
        expect(await store(first, footage)).toEqual(E.left({ _tag: 'ContentStoreIsNotShared' }))
        expect(existsSync(path.join(folder, 'first', 'footage'))).toBe(false)
      },
    ))

  it('that another process has just begun to store are left alone when a process starts', () =>
    withTemporaryFolder(async (folder) => {
      const { storesOf } = sharedMemoryStores()
      const footageFolder = path.join(folder, 'shared')
      const open = (process: string) =>
        openLibraryIn(path.join(folder, process), {
          footageFolder,
          openPrimaryStores: () => TE.right(storesOf(process)),
        })
      const first = await open('first')
      const known = await record(first)
      const unknown = '00000000-0000-4000-8000-000000000007' as FootageId
      rightOrThrow(await store(first, known))
      writeFileSync(path.join(footageFolder, unknown), 'begun')
      const second = await open('second')
      expect(readdirSync(footageFolder).sort()).toEqual([unknown, known].sort())
      await second.close()
      await first.close()
    }))
})
