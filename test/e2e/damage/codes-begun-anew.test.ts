import { readdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { logNames } from '../../../domain/event/stream'
import { expectOpenError } from '../errors/open-error'
import { withPreparedFolder } from '../errors/prepared-folder'
import { removeMember } from './remove-member'
import { readOpenParts } from './write-event'
import { insertEvent, withLogRows } from './write-log-rows'

/** Takes the codes from all events, adds the request of a living borrower to be erased, and removes `event-codes.json`. */
const forgeLogWithoutCodes = (folder: string): void => {
  const [registered] = readOpenParts(folder, 'persons', 'BorrowerRegistered')
  const borrower = String(registered?.open['borrower'])
  insertEvent(folder, 'persons', {
    ...{
      stream: `borrower-${borrower}`,
      type: 'ErasureRequested',
      recorded: '2026-01',
      open: { borrower },
      code: null,
    },
  })
  for (const log of logNames) withLogRows(folder, log, (db) => db.exec('UPDATE events SET code = NULL'))
  rmSync(path.join(folder, 'ring', 'event-codes.json'))
}

/** Puts back files of the epochs as they were before the codes: without what names the lasting parts of the ring. */
const putBackOlderEpochs = (ring: string): void => {
  for (const name of readdirSync(ring).filter((file) => file.startsWith('epoch-')))
    removeMember(path.join(ring, name), 'lasting')
}

describe('somebody who may remove files of the ring and write to the logs, and has no key', () => {
  it('gets no new statement over a forged log when event-codes.json is removed: the library is not opened', () =>
    withPreparedFolder(async (folder) => {
      forgeLogWithoutCodes(folder)
      const { tag, words } = await expectOpenError(folder)
      expect(tag).toBe('Unavailable')
      expect(words).toMatch(/event-codes\.json is missing, although the codes of events have begun\. Put the ring back/)
    }))

  it('gets none either with older copies of the files of the epochs: the data folder knows', () =>
    withPreparedFolder(async (folder) => {
      forgeLogWithoutCodes(folder)
      putBackOlderEpochs(path.join(folder, 'ring'))
      expect((await expectOpenError(folder)).words).toMatch(/events of this library have codes/)
    }))
})
