import { hash, verify } from 'node:crypto'
import { decodeNoteKey, noteKeyOfPem } from '../../../../retention/transparency/formats/note-key'
import { rightOrThrow } from '../../../fixtures/right-or-throw'
import { verifyProofText } from '../../../fixtures/transparency/verify-proof-text'
import { administratorUser } from '../http/with-http-server'
import { auditor, withForgottenLoan } from './audit-page-steps'

describe('the page of a certificate', () => {
  it(
    'give a certificate to download, with what verifies it, and say by which command all are verified',
    withForgottenLoan(async ({ openBrowserOf, runningLibrary, send }) => {
      const [{ certificate }] = (await send('GET', '/certificates', { as: administratorUser })).body.certificates
      const browser = await openBrowserOf(auditor)
      const path = `/da/revision/certifikater/${certificate}`
      const { html } = await browser.open(path)
      for (const text of [`${path}/fil`, `${path}/bevis`, 'BEGIN PUBLIC KEY', 'npx glemsom-verify EKSPORT'])
        expect(html).toContain(text)
      const file = await browser.open(`${path}/fil`)
      expect(file.headers.get('content-disposition')).toContain(`certificate-${certificate}.json`)
      const { statement, signature, verifyingKey } = JSON.parse(file.html)
      const isSigned = (text: string) => verify(null, Buffer.from(text), verifyingKey, Buffer.from(signature, 'base64'))
      expect([isSigned(statement), isSigned(`${statement} `)]).toEqual([true, false])
      expect((await browser.open(`${path}/bevis`)).html).toContain('Det næste underskrives, når dagen lukkes')
      await runningLibrary.transparency?.signHeadsOfClosings()
      const proof = await browser.open(`${path}/bevis`)
      expect(JSON.parse(proof.html)).toMatchObject({ log: 'circulation' })
      expect(proof.headers.get('content-disposition')).toBe(
        `attachment; filename="certificate-${certificate}-proof.json"`,
      )
      const asText = await browser.open(`${path}/bevis`, { Accept: 'text/plain' })
      expect(asText.headers.get('content-disposition')).toContain(`certificate-${certificate}-proof.tlog-proof"`)
      const staff = await openBrowserOf({ role: 'staff', subject: 'demo-staff' })
      expect((await staff.open(`${path}/fil`)).status).toBe(403)
    }),
  )

  it(
    'say what the proof is, and the proof ties the leaf to the statement and the signature of the certificate',
    withForgottenLoan(async ({ openBrowserOf, runningLibrary, send }) => {
      const [{ certificate }] = (await send('GET', '/certificates', { as: administratorUser })).body.certificates
      await runningLibrary.transparency?.signHeadsOfClosings()
      const browser = await openBrowserOf(auditor)
      const path = `/en/revision/certifikater/${certificate}`
      const { html } = await browser.open(path)
      for (const text of ['C2SP tlog-proof', '/transparency/circulation/keys', 'Its SHA-256 in base64 must stand as'])
        expect(html).toContain(text)
      const { proof, open } = JSON.parse((await browser.open(`${path}/bevis`)).html)
      const keys = (await send('GET', '/transparency/circulation/keys')).text.trimEnd().split('\n')
      const { record } = verifyProofText(keys.map(decodeNoteKey).map(rightOrThrow), proof)
      expect(record['open']).toBe(hash('sha256', open, 'base64'))
      const { statement, signature, verifyingKey } = JSON.parse((await browser.open(`${path}/fil`)).html)
      expect(JSON.parse(open)).toMatchObject({ certificate, statement, signature })
      const ofHead = rightOrThrow(decodeNoteKey(keys[0] ?? ''))
      expect(ofHead).toEqual(noteKeyOfPem('ed25519', ofHead.name)(verifyingKey))
    }),
  )
})
