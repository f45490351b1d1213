import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { openOutboxFolder } from '../../adapters/outside/messages/outbox-folder'
import { day } from '../fixtures/example-library'
import { messageSenderContract } from './message-sender-contract'

const form = /^sms: (?<address>.*)\n(?<subject>.*)\n\n(?<text>[^]*)\n$/

messageSenderContract('outbox folder', ['connection'], () => {
  const above = mkdtempSync(path.join(tmpdir(), 'outbox-'))
  mkdirSync(above, { recursive: true })
  const folder = path.join(above, 'outbox')
  const outbox = openOutboxFolder(folder, () => day('2026-03-10'))
  const taken = () =>
    outbox.list().map((message) => {
      const { address = '', text = '' } =
        form.exec(readFileSync(path.join(folder, `${message}.txt`), 'utf8'))?.groups ?? {}
      return { address, text }
    })
  return Promise.resolve({
    sender: outbox.sender('sms'),
    address: '20123456',
    taken,
    fail: { connection: () => writeFileSync(folder, 'a file where the folder should be') },
    close: () => Promise.resolve(rmSync(above, { recursive: true })),
  })
})
