import { randomInt } from 'node:crypto'
import type { Db } from '../../sqlite/open'

type Slot = number

/** At least so many slots are made at a time, and at least a quarter of what there is: order within them tells nothing. */
const fewest = 1024

/** The places of wrapped keys. Each call belongs into a transaction. */
export interface Slots {
  /** Puts a wrapped key into a random empty slot. */
  readonly fill: (wrapped: Uint8Array) => Slot
  /** Overwrites a slot with zeros. */
  readonly empty: (slot: Slot) => void
  /** Looks again which slots are empty: after a transaction was undone. */
  readonly recount: () => void
}

export const slotsOf = (db: Db): Slots => {
  const findEmpty = db.prepare<[], Slot>('SELECT slot FROM slots WHERE wrapped = zeroblob(105)').pluck()
  const count = db.prepare<[], number>('SELECT count(*) FROM slots').pluck()
  const grow = db.prepare('INSERT INTO slots (wrapped) VALUES (zeroblob(105))')
  const write = db.prepare('UPDATE slots SET wrapped = ? WHERE slot = ?')
  const clear = db.prepare('UPDATE slots SET wrapped = zeroblob(105) WHERE slot = ?')
  let free = findEmpty.all()
  const more = (): void => {
    const wanted = Math.max(fewest, Math.ceil((count.get() ?? 0) / 4))
    for (let made = 0; made < wanted; made++) free.push(Number(grow.run().lastInsertRowid))
  }
  const take = (): Slot => {
    if (free.length === 0) more()
    const at = randomInt(free.length)
    const taken = free[at] ?? 0
    free[at] = free.at(-1) ?? 0
    free.pop()
    return taken
  }
  return {
    fill: (wrapped) => {
      const slot = take()
      write.run(wrapped, slot)
      return slot
    },
    empty: (slot) => {
      clear.run(slot)
      free.push(slot)
    },
    recount: () => {
      free = findEmpty.all()
    },
  }
}
