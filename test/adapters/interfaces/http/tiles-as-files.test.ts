import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { CopyId } from '../../../../domain/values/ids'
import { acquireCopy } from '../../../e2e/use-case-steps'
import { rightOrThrow } from '../../../fixtures/right-or-throw'
import { auditorUser, withHttpServer, type ServedLibrary } from './with-http-server'

const log = 'circulation' as const

const filesIn = (folder: string): ReadonlyArray<string> =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .toSorted()

/** Acquires copies until the log has so many events, and signs its head. */
const signHeadOf = async ({ runningLibrary }: ServedLibrary, size: number): Promise<void> => {
  const before = rightOrThrow(await runningLibrary.transparency!.signHeadOfCirculation())?.size ?? 0
  for (let at = before; at < size; at++) await acquireCopy(runningLibrary, String(3_274_800_000 + at) as CopyId)
  expect(rightOrThrow(await runningLibrary.transparency!.signHeadOfCirculation())?.size).toBe(size)
}

/** What HTTP answers to an auditor at the path of each file. */
const servedAt = async (
  { url, issuer }: ServedLibrary,
  names: ReadonlyArray<string>,
): Promise<ReadonlyArray<Buffer>> => {
  const headers = { authorization: `Bearer ${await issuer.tokenFor(auditorUser)}`, 'X-Forwarded-Proto': 'https' }
  const served: Buffer[] = []
  for (const name of names) {
    const answer = await fetch(`${url}/transparency/${log}/${name}`, { headers })
    expect([name, answer.status]).toEqual([name, 200])
    served.push(Buffer.from(await answer.arrayBuffer()))
  }
  return served
}

const withFolder = async (use: (folder: string) => Promise<void>): Promise<void> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'glemsom-tiles-'))
  try {
    await use(folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

describe('the tree of a log as files', () => {
  it('is what HTTP serves, byte by byte, and grows by what is new alone', () =>
    withFolder((folder) =>
      withHttpServer(async (library) => {
        const write = async () => {
          const request = { log, folder, withEntries: true, report: () => undefined }
          return rightOrThrow(await library.runningLibrary.transparency!.writeTiles(request)())
        }
        const expectServed = async (names: ReadonlyArray<string>): Promise<void> => {
          expect(filesIn(folder)).toEqual(names)
          const onDisk = names.map((name) => readFileSync(path.join(folder, name)))
          expect(onDisk).toEqual(await servedAt(library, names))
        }
        expect(await write()).toBeUndefined()
        expect(filesIn(folder)).toEqual([])
        await signHeadOf(library, 300)
        expect(await write()).toEqual({ size: 300, files: 5 })
        const first = ['tile/0/000', 'tile/0/001.p/44', 'tile/1/000.p/1', 'tile/entries/000', 'tile/entries/001.p/44']
        await expectServed(['checkpoint', 'keys', ...first])
        expect(await write()).toEqual({ size: 300, files: 0 })
        await signHeadOf(library, 310)
        expect(await write()).toEqual({ size: 310, files: 2 })
        await signHeadOf(library, 520)
        expect(await write()).toEqual({ size: 520, files: 5 })
        // The partial tile of the earlier heads is gone, now that the whole one is there.
        const [bundles, tiles] = [['tile/entries/000', 'tile/entries/001', 'tile/entries/002.p/8'], ['tile/0/000', 'tile/0/001', 'tile/0/002.p/8', 'tile/1/000.p/1', 'tile/1/000.p/2']] // prettier-ignore
        await expectServed(['checkpoint', 'keys', ...tiles, ...bundles])
        rmSync(path.join(folder, 'tile/0/000'))
        expect(await write()).toEqual({ size: 520, files: 1 })
        await expectServed(['checkpoint', 'keys', ...tiles, ...bundles])
      }),
    ))
})
