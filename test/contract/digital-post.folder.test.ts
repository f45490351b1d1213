import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { openDigitalPostFolder } from '../../adapters/outside/digital-post/digital-post-folder'
import { readMemo } from '../fixtures/messages/read-memo'
import { digitalPostContract } from './digital-post-contract'

digitalPostContract('folder of MeMo documents', ['connection'], () => {
  const above = mkdtempSync(path.join(tmpdir(), 'digital-post-'))
  const folder = path.join(above, 'digital-post')
  const { sendAs, list } = openDigitalPostFolder(folder)
  return Promise.resolve({
    digitalPost: sendAs({ cvr: '12345678', name: 'Biblioteket' }),
    taken: () => list().map((reference) => readMemo(readFileSync(path.join(folder, `${reference}.xml`), 'utf8'))),
    fail: { connection: () => writeFileSync(folder, 'a file where the folder should be') },
    close: () => rmSync(above, { recursive: true }),
  })
})
