import { randomInt } from 'node:crypto'
import type { SqliteDatabase } from '../../sqlite/open-sqlite-database'

type Slot = number

/** Slots are taken in use at least so many at a time, and at least a quarter of all, so that their order reveals nothing. */
const minSlotsAdded = 1024

/** The most slots that one wrapped key adds beside its own: a quarter of a million keys at once takes most of a second. */
const slotsAddedByFill = 4

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

/**
 * The slots that are added while others are still empty: none is taken in use before all of them are there. After a restart
 * or a rollback those that are there count as empty, so the next ones are drawn from fewer.
 */
const addedSlots = (db: SqliteDatabase) => {
  // Slots are never removed, so the last number is how many there are.
  const count = db.prepare<[], number>('SELECT coalesce(max(slot), 0) FROM slots').pluck()
  const grow = db.prepare('INSERT INTO slots (wrapped) VALUES (zeroblob(105))')
  const findWanted = (): number => Math.max(minSlotsAdded, Math.ceil((count.get() ?? 0) / 4))
  let wanted = findWanted()
  let added: Slot[] = []
  const addOne = (): unknown => added.push(Number(grow.run().lastInsertRowid))
  const clear = (): void => {
    added = []
    wanted = findWanted()
  }
  return {
    /** Adds a few, as soon as the empty slots are so few that otherwise all would be needed at once. */
    addFew: (emptySlots: number): void => {
      const until = Math.min(added.length + slotsAddedByFill, wanted - emptySlots * slotsAddedByFill)
      while (added.length < until) addOne()
    },
    /** Adds those that are still missing, and answers all. */
    takeAll: (): Slot[] => {
      while (added.length < wanted) addOne()
      const taken = added
      clear()
      return taken
    },
    clear,
  }
}

export const createKeySlots = (db: SqliteDatabase): KeySlots => {
  const findEmpty = db.prepare<[], Slot>('SELECT slot FROM slots WHERE wrapped = zeroblob(105)').pluck()
  const write = db.prepare('UPDATE slots SET wrapped = ? WHERE slot = ?')
  const clear = db.prepare('UPDATE slots SET wrapped = zeroblob(105) WHERE slot = ?')
  const added = addedSlots(db)
  let emptySlots = findEmpty.all()
  const takeEmptySlot = (): Slot => {
    if (emptySlots.length === 0) emptySlots = added.takeAll()
    const at = randomInt(emptySlots.length)
    const slot = emptySlots[at] ?? 0
    emptySlots[at] = emptySlots.at(-1) ?? 0
    emptySlots.pop()
    added.addFew(emptySlots.length)
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
      added.clear()
      emptySlots = findEmpty.all()
    },
  }
}
