import * as E from 'fp-ts/Either'
import { decodeCheckpoint } from '../../../../retention/transparency/formats/checkpoint'
import { decodeEntryBundle } from '../../../../retention/transparency/formats/entry-bundle'
import { decodeNoteKey } from '../../../../retention/transparency/formats/note-key'
import { decodeSignedNote } from '../../../../retention/transparency/formats/signed-note'
import { encodeTilePath } from '../../../../retention/transparency/formats/tile-path'
import { verifyNote } from '../../../../retention/transparency/formats/verify-note'
import { hashLeaves } from '../../../../retention/transparency/tree/hashes'
import { rootByDefinition } from '../../../retention/transparency/tree-under-test'
import { rightOrThrow } from '../../../fixtures/right-or-throw'
import { acquireCopyByHttp, registerBorrowerByHttp } from './http-steps'
import { auditorUser, staffUser, withHttpServer, type ServedLibrary } from './with-http-server'

const circulation = '/transparency/circulation'

/** Signs the head of some events, and answers its size. */
const signHead = async ({ runningLibrary }: ServedLibrary): Promise<number> =>
  rightOrThrow(await runningLibrary.transparency!.signHeadOfCirculation())!.size

const bytesAt = async ({ url, issuer }: ServedLibrary, path: string): Promise<Buffer> => {
  const authorization = `Bearer ${await issuer.tokenFor(auditorUser)}`
  const response = await fetch(`${url}${path}`, { headers: { authorization, 'X-Forwarded-Proto': 'https' } })
  expect([path, response.status, response.headers.get('content-type')]).toEqual([path, 200, 'application/octet-stream'])
  return Buffer.from(await response.arrayBuffer())
}

describe('the tree of a log over HTTP', () => {
  it('is verified by a program that has nothing but the address: key, head, hashes and entries', () =>
    withHttpServer(async (library) => {
      const { send } = library
      await acquireCopyByHttp(library)
      const size = await signHead(library)
      const head = await send('GET', `${circulation}/checkpoint`)
      expect([head.status, head.headers.get('content-type')]).toEqual([200, 'text/plain; charset=utf-8'])
      const keys = (await send('GET', `${circulation}/keys`)).text.trimEnd().split('\n').map(decodeNoteKey)
      const note = rightOrThrow(decodeSignedNote(head.text))
      expect(E.isRight(verifyNote(keys.map(rightOrThrow))(note))).toBe(true)
      const checkpoint = rightOrThrow(decodeCheckpoint(note.text))
      const bundle = await bytesAt(
        library,
        `${circulation}/${encodeTilePath({ level: 'entries', index: 0, width: size })}`,
      )
      const records = rightOrThrow(decodeEntryBundle(bundle))
      expect(records).toHaveLength(size)
      expect(checkpoint).toMatchObject({ size, root: rootByDefinition(records) })
      const hashes = await bytesAt(library, `${circulation}/${encodeTilePath({ level: 0, index: 0, width: size })}`)
      expect(hashes).toEqual(hashLeaves(records))
    }))

  it('shows its heads and hashes to anybody, and its entries to those who may read the logs', () =>
    withHttpServer(async (library) => {
      const { send } = library
      await acquireCopyByHttp(library)
      const width = await signHead(library)
      const [hashes, entries] = [0, 'entries' as const].map((level) => `${circulation}/${encodeTilePath({ level, index: 0, width })}`) // prettier-ignore
      expect((await send('GET', hashes!)).status).toBe(200)
      expect((await send('GET', entries!)).status).toBe(401)
      const { status, body } = await send('GET', entries!, { as: staffUser })
      expect([status, body.roles]).toEqual([403, ['administrator', 'auditor']])
      const asAuditor = await send('GET', entries!, { as: auditorUser })
      expect([asAuditor.status, asAuditor.headers.get('cache-control')]).toEqual([200, 'private, max-age=31536000, immutable']) // prettier-ignore
    }))

  it('has nothing beyond its newest head, and no month of persons that is not closed', () =>
    withHttpServer(async (library) => {
      const { send } = library
      expect((await send('GET', `${circulation}/checkpoint`)).status).toBe(404)
      await acquireCopyByHttp(library)
      await registerBorrowerByHttp(library)
      const width = (await signHead(library)) + 1
      await acquireCopyByHttp(library)
      const paths = [`${circulation}/${encodeTilePath({ level: 0, index: 0, width })}`, `${circulation}/tile/0/001`, `${circulation}/tile/9/000`, `${circulation}/tile/0/0`, '/transparency/persons/checkpoint', '/transparency/persons/tile/0/000.p/1', '/transparency/people/checkpoint'] // prettier-ignore
      for (const path of paths) expect([path, (await send('GET', path)).status]).toEqual([path, 404])
    }))
})
