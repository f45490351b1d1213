import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { openOutboxFolder } from '../../../../adapters/outside/messages/outbox-folder'
import { day } from '../../../fixtures/example-library'
import { messageId } from '../../../fixtures/example-messages'
import { outgoingMessage } from '../../../fixtures/messages/outgoing-message'

describe('a file of the outbox', () => {
  let above = ''
  beforeEach(() => (above = mkdtempSync(path.join(tmpdir(), 'outbox-'))))
  afterEach(() => rmSync(above, { recursive: true }))

  it('is readable by its owner alone, tells no time but the day, and is gone once the message is forgotten', async () => {
    const folder = path.join(above, 'outbox')
    const outbox = openOutboxFolder(folder, () => day('2026-03-10'))
    expect(outbox.list()).toEqual([])
    for (const n of [1, 2])
      await outbox.sender('email').send(outgoingMessage('anna@example.dk', { message: messageId(n) }))()
    const file = statSync(path.join(folder, `${messageId(1)}.txt`))
    expect(file.mode & 0o777).toBe(0o600)
    const midnight = '2026-03-10T00:00:00.000Z'
    expect([file.mtime.toISOString(), file.atime.toISOString()]).toEqual([midnight, midnight])
    expect(statSync(folder).mode & 0o777).toBe(0o700)
    expect(statSync(folder).mtime.toISOString()).toBe(midnight)
    await outbox.remove([messageId(1), messageId(3)])
    expect(outbox.list()).toEqual([messageId(2)])
  })
})
