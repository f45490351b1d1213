import { randomInt } from 'node:crypto'
import type { Db } from '../../sqlite/open-database'

type Slot = number

/** Slots are added at least so many at a time, and at least a quarter of all, so that their order reveals nothing. */
const minSlotsAdded = 1024

/** The slots of wrapped keys. Each call must be within a transaction. */
interface KeySlots {
  /** Puts a wrapped key into a random empty slot. */
  readonly fill: (wrapped: Uint8Array) => Slot
  /** Puts a wrapped key into a slot in the place of another one. */
  readonly overwrite: (slot: Slot, wrapped: Uint8Array) => void
  /** Overwrites a slot with zeros. */
  readonly empty: (slot: Slot) => void
  /** Reads again which slots are empty, after a rollback. */
  readonly reload: () => void
}

export const keySlots = (db: Db): KeySlots => {
  const findEmpty = db.prepare<[], Slot>('SELECT slot FROM slots WHERE wrapped = zeroblob(105)').pluck()
  const count = db.prepare<[], number>('SELECT count(*) FROM slots').pluck()
  const grow = db.prepare('INSERT INTO slots (wrapped) VALUES (zeroblob(105))')
  const write = db.prepare('UPDATE slots SET wrapped = ? WHERE slot = ?')
  const clear = db.prepare('UPDATE slots SET wrapped = zeroblob(105) WHERE slot = ?')
  let emptySlots = findEmpty.all()
  const addSlots = (): void => {
    const wanted = Math.max(minSlotsAdded, Math.ceil((count.get() ?? 0) / 4))
    for (let made = 0; made < wanted; made++) emptySlots.push(Number(grow.run().lastInsertRowid))
  }
  const takeEmptySlot = (): Slot => {
    if (emptySlots.length === 0) addSlots()
    const at = randomInt(emptySlots.length)
    const slot = emptySlots[at] ?? 0
    emptySlots[at] = emptySlots.at(-1) ?? 0
    emptySlots.pop()
    return slot
  }
  return {
    fill: (wrapped) => {
      const slot = takeEmptySlot()
      write.run(wrapped, slot)
      return slot
    },
    overwrite: (slot, wrapped) => void write.run(wrapped, slot),
    empty: (slot) => {
      clear.run(slot)
      emptySlots.push(slot)
    },
    reload: () => {
      emptySlots = findEmpty.all()
    },
  }
}
