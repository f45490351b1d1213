import { createCipheriv, createHmac, randomBytes, randomUUID } from 'node:crypto'
import path from 'node:path'
import { LoanStarted } from '../../../domain/copy/events/loan-started'
import type { EventId } from '../../../domain/values/ids'
import type { StoredEvent } from '../../../domain/ports/event-store'
import { bareLog } from '../bare-log'

/** The least that lending costs whoever seals: its ciphers, and two durable commits that callers share. */
export interface BareLending {
  readonly lend: (copies: number) => void
  readonly close: () => void
}

const key = randomBytes(32)
const nonce = randomBytes(12)
const plain = randomBytes(256)

const encrypt = (): Buffer => {
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  const bytes = cipher.update(plain)
  cipher.final()
  return Buffer.concat([bytes, cipher.getAuthTag()])
}

const derive = (): Buffer => createHmac('sha512', key).update(nonce).digest()

/** A loan's key is derived from and wrapped twice; its event has two sealed parts, and ids derived for it. */
const ciphers = (): void => {
  for (const work of [derive, derive, derive, encrypt, encrypt, encrypt, encrypt]) work()
}

const row = (bytes: number): StoredEvent => ({
  id: randomUUID() as EventId,
  type: LoanStarted.type,
  version: 1,
  recorded: '2026-06-01',
  open: '{}',
  sealed: randomBytes(bytes),
})

/** Lends by the driver and the ciphers alone, so many callers at a time. */
export const bareLending = (folder: string, callers: number): BareLending => {
  const keys = bareLog(path.join(folder, `${randomUUID()}.db`), 1024, row(150))
  const events = bareLog(path.join(folder, `${randomUUID()}.db`), 1024, row(900))
  return {
    lend: (copies) => {
      for (let lent = 0; lent < copies; lent += callers) {
        for (let caller = 0; caller < callers; caller += 1) ciphers()
        keys.insert(callers)
        events.insert(callers)
      }
    },
    close: () => {
      keys.close()
      events.close()
    },
  }
}
