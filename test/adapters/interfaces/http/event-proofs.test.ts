import { decodeNoteKey } from '../../../../retention/transparency/formats/note-key'
import { rightOrThrow } from '../../../fixtures/right-or-throw'
import { verifyProofText } from '../../../fixtures/transparency/verify-proof-text'
import { acquireCopyByHttp, registerBorrowerByHttp } from './http-steps'
import { administratorUser, auditorUser, staffUser, withHttpServer, type ServedLibrary } from './with-http-server'

/** A library with a copy that is under a signed head; answers the path of the proof of its acquisition. */
const proofOfCopy = async (library: ServedLibrary): Promise<string> => {
  const copy = await acquireCopyByHttp(library)
  rightOrThrow(await library.runningLibrary.transparency!.signHeadOfCirculation())
  return `/transparency/circulation/proof/copy-${copy}/0`
}

const keysOf = async ({ send }: ServedLibrary, log: string) => {
  const { text } = await send('GET', `/transparency/${log}/keys`)
  return text.trimEnd().split('\n').map(decodeNoteKey).map(rightOrThrow)
}

describe('the proof of an event over HTTP', () => {
  it('is verified by whoever has the keys; as JSON, and as the text of a file', () =>
    withHttpServer(async (library) => {
      const path = await proofOfCopy(library)
      const { body } = await library.send('GET', path, { as: auditorUser })
      const asText = await library.send('GET', path, { as: auditorUser, headers: { Accept: 'text/plain' } })
      expect(asText.headers.get('content-type')).toBe('text/plain; charset=utf-8')
      expect(asText.text).toBe(body.proof)
      const { record, index, size } = verifyProofText(await keysOf(library, 'circulation'), body.proof)
      expect(record).toMatchObject({ type: 'CopyAcquired', revision: 0 })
      expect(body).toMatchObject({ log: 'circulation', index, size, witnesses: [] })
    }))

  it('is for those who may read the logs', () =>
    withHttpServer(async (library) => {
      const path = await proofOfCopy(library)
      expect((await library.send('GET', path)).status).toBe(401)
      expect((await library.send('GET', path, { as: staffUser })).status).toBe(403)
      expect((await library.send('GET', path, { as: administratorUser })).status).toBe(200)
    }))

  it('says why there is none: no such event, no head yet, or a place that cannot be', () =>
    withHttpServer(async (library) => {
      const path = await proofOfCopy(library)
      const borrower = await registerBorrowerByHttp(library)
      const later = await acquireCopyByHttp(library)
      const answers = []
      const unknown = '5f0c2a9e-6d1b-4c57-9b1e-0a4c8f1d2e33'
      for (const place of [
        path.replace('/0', '/9'),
        `/transparency/circulation/proof/copy-${later}/0`,
        `/transparency/persons/proof/borrower-${borrower}/0`,
        `/transparency/persons/proof/borrower-${unknown}/0`,
        `/certificates/${unknown}/proof`,
        path.replace('/0', '/first'),
      ]) {
        // prettier-ignore
        const { status, body } = await library.send('GET', place, { as: auditorUser, headers: { 'Accept-Language': 'en' } })
        answers.push([status, String(body.type).replace('urn:glemsom:problem:', '')])
      }
      expect(answers).toEqual([
        [404, 'event-is-unknown'],
        [404, 'event-is-not-signed'],
        [404, 'event-is-not-signed'],
        [404, 'event-is-not-signed'],
        [404, 'certificate-is-unknown'],
        [400, 'request-is-invalid'],
      ])
    }))
})
