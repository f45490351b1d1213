import { createCipheriv, createHmac, randomBytes, randomUUID } from 'node:crypto'
import path from 'node:path'
import { LoanStarted } from '../../../domain/copy/events/loan-started'
import type { EventId } from '../../../domain/values/ids'
import type { StoredEvent } from '../../../domain/ports/event-store'
import { openBareLog } from '../bare-log'

/** The least work of lending with sealed parts: the ciphers, and two durable commits shared by callers. */
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

/** The ciphers and HMACs of one loan: its key is wrapped twice, its event has two sealed parts, and ids are derived. */
const runCiphers = (): void => {
  for (const work of [derive, derive, derive, encrypt, encrypt, encrypt, encrypt]) work()
}

const newEvent = (bytes: number): StoredEvent => ({
  id: randomUUID() as EventId,
  type: LoanStarted.type,
  version: 1,
  recorded: '2026-06-01',
  open: '{}',
  sealed: randomBytes(bytes),
})

/** Lends with the driver and the ciphers alone. Callers share commits. */
export const openBareLending = (folder: string, callers: number): BareLending => {
  const keys = openBareLog(path.join(folder, `${randomUUID()}.db`), 1024, newEvent(150))
  const events = openBareLog(path.join(folder, `${randomUUID()}.db`), 1024, newEvent(900))
  return {
    lend: (copies) => {
      for (let lent = 0; lent < copies; lent += callers) {
        for (let caller = 0; caller < callers; caller += 1) runCiphers()
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
