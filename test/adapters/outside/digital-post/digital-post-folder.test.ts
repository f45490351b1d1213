import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { openDigitalPostFolder } from '../../../../adapters/outside/digital-post/digital-post-folder'
import { exampleMail } from '../../../contract/digital-post-contract'
import { elementsOfMemo } from '../../../fixtures/messages/read-memo'
import { rightOrThrow } from '../../../fixtures/right-or-throw'

const sender = { cvr: '12345678', name: 'Hav & Land Bibliotek' }
const { reference } = exampleMail
const above = mkdtempSync(path.join(tmpdir(), 'digital-post-'))
const folder = path.join(above, 'digital-post')
const file = path.join(folder, `${reference}.xml`)
const { sendAs, list, remove } = openDigitalPostFolder(folder)

afterAll(() => rmSync(above, { recursive: true }))

describe('a mail in the folder for Digital Post', () => {
  beforeEach(async () => rightOrThrow(await sendAs(sender).send(exampleMail)()))

  it('is a document of MeMo 1.1, with the elements in the order of its schema', () => {
    const document = readFileSync(file, 'utf8')
    expect(document).toContain('xmlns:memo="https://DigitalPost.dk/MeMo-1" memoVersion="1.1" memoSchVersion="1.1.0"')
    expect(elementsOfMemo(document)).toEqual([
      ...['Message', 'MessageHeader', 'messageType', 'messageUUID', 'label', 'mandatory', 'legalNotification'],
      ...['Sender', 'senderID', 'idType', 'label', 'Recipient', 'recipientID', 'idType'],
      ...['MessageBody', 'createdDateTime', 'MainDocument'],
      ...['File', 'encodingFormat', 'filename', 'language', 'content'],
    ])
    expect(document).toContain('<memo:label>Hav &amp; Land Bibliotek</memo:label>')
  })

  it('can be read by its owner alone, and its times tell the day and no more', () => {
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(statSync(folder).mode & 0o777).toBe(0o700)
    expect(statSync(file).mtime.toISOString()).toBe('2026-03-11T00:00:00.000Z')
  })

  it('appears whole: there is no file of another name beside it', () => {
    expect(readdirSync(folder)).toEqual([`${reference}.xml`])
  })

  it('that a killed process has left half written is removed with it', async () => {
    for (const ending of ['part', 'part.new']) writeFileSync(`${file}.${ending}`, 'half a mail')
    expect(list()).toEqual([reference])
    await remove(list())
    expect(readdirSync(folder)).toEqual([])
  })
})
