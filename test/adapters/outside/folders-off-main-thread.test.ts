/** @jest-environment ./.config/environment-with-own-modules.mjs */
import type * as Fs from 'node:fs'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { openDigitalPostFolder } from '../../../adapters/outside/digital-post/digital-post-folder'
import { openOutboxFolder } from '../../../adapters/outside/messages/outbox-folder'
import { exampleMail } from '../../contract/digital-post-contract'
import { createCprRegisterFolder } from '../../fixtures/cpr-register/cpr-register-folder'
import { cprOf, personInRegister } from '../../fixtures/cpr-register/example-persons'
import { day } from '../../fixtures/example-library'
import { messageId } from '../../fixtures/example-messages'
import { outgoingMessage } from '../../fixtures/messages/outgoing-message'
import type * as RecordedDiskWaits from '../../fixtures/recorded-disk-waits'
import { diskWaitsDuring } from '../../fixtures/recorded-disk-waits'
import { rightOrThrow } from '../../fixtures/right-or-throw'

jest.mock('node:fs', () =>
  jest
    .requireActual<typeof RecordedDiskWaits>('../../fixtures/recorded-disk-waits')
    .fsThatRecordsDiskWaits(jest.requireActual<typeof Fs>('node:fs')),
)

describe('A library that serves goes on serving', () => {
  let above = ''
  beforeEach(() => (above = mkdtempSync(path.join(tmpdir(), 'off-main-thread-'))))
  afterEach(() => rmSync(above, { recursive: true }))

  it('while a borrower is registered with the folder of the CPR register, and erased', async () => {
    const { register, enter, close } = createCprRegisterFolder()
    enter(personInRegister(1))
    const waits = await diskWaitsDuring(async () => {
      rightOrThrow(await register.fetch(cprOf(1))())
      rightOrThrow(await register.subscribe(cprOf(1))())
      expect(rightOrThrow(await register.subscriptions())).toEqual(new Set([cprOf(1)]))
      rightOrThrow(await register.unsubscribe(cprOf(1))())
    })
    expect(waits).toEqual([])
    close()
  })

  it('while a delivery of the CPR register is read and removed', async () => {
    const { register, deliver, close } = createCprRegisterFolder()
    deliver([personInRegister(1)])
    const waits = await diskWaitsDuring(async () => {
      const page = rightOrThrow(await register.readChanges(undefined, () => true)())
      rightOrThrow(await register.acknowledge(page?.position ?? '')())
    })
    expect(waits).toEqual([])
    close()
  })

  it('while a mail is written for Digital Post, and while that of a forgotten message is removed', async () => {
    const folder = path.join(above, 'digital-post')
    const { sendAs, list, remove } = openDigitalPostFolder(folder)
    const waits = await diskWaitsDuring(async () => {
      rightOrThrow(await sendAs({ cvr: '12345678', name: 'Biblioteket' }).send(exampleMail)())
      expect(list()).toHaveLength(1)
      await remove(list())
    })
    expect([waits, readdirSync(folder)]).toEqual([[], []])
  })

  it('while a message is written into the outbox, and while a forgotten one is removed', async () => {
    const folder = path.join(above, 'outbox')
    const { sender, list, remove } = openOutboxFolder(folder, () => day('2026-03-10'))
    const waits = await diskWaitsDuring(async () => {
      rightOrThrow(await sender('email').send(outgoingMessage('anna@example.dk', { message: messageId(1) }))())
      await remove(list())
    })
    expect([waits, readdirSync(folder)]).toEqual([[], []])
  })
})
