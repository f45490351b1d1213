import Database from 'better-sqlite3-multiple-ciphers'
import { createKeySlots } from '../../../../adapters/stores/keystore/sqlite/key-slots'
import { keyStoreSchemaSteps } from '../../../../adapters/stores/keystore/sqlite/key-store-schema-steps'

const wrappedKey = Buffer.alloc(105, 1)

const firstSlots = 1024

const slotsInMemory = () => {
  const db = new Database(':memory:')
  for (const step of keyStoreSchemaSteps) db.exec(step)
  return { db, count: db.prepare<[], number>('SELECT count(*) FROM slots').pluck() }
}

/** Puts so many keys into slots. Answers the slot of each, and how many slots there are after it. */
const fillMany = ({ db, count }: ReturnType<typeof slotsInMemory>, keys: number) => {
  const slots = createKeySlots(db)
  return Array.from({ length: keys }, () => ({ slot: slots.fill(wrappedKey), count: count.get() ?? 0 }))
}

describe('the slots of wrapped keys', () => {
  it('are added a few with each key, so that no command waits for a quarter of them', () => {
    const filled = fillMany(slotsInMemory(), 9000)
    const added = filled.slice(1).map(({ count }, at) => count - (filled[at]?.count ?? 0))
    expect(filled[0]?.count).toBe(firstSlots)
    expect(filled.at(-1)?.count).toBeGreaterThan(9000)
    expect(Math.max(...added)).toBe(4)
  })

  it('are taken in use a quarter at a time, so that their order does not tell when a key was made', () => {
    const filled = fillMany(slotsInMemory(), 2 * firstSlots).map(({ slot }) => slot)
    const [first, second] = [filled.slice(0, firstSlots), filled.slice(firstSlots)]
    expect(Math.max(...first)).toBe(firstSlots)
    expect(new Set(second).size).toBe(firstSlots)
    expect(Math.max(...second)).toBe(2 * firstSlots)
    for (const half of [first, second]) expect(half).not.toEqual([...half].sort((one, other) => one - other))
  })

  it('are all used after a new start in the middle of their growth, each for one key', () => {
    const inMemory = slotsInMemory()
    const before = fillMany(inMemory, firstSlots - 100)
    const after = fillMany(inMemory, 5000)
    const slots = [...before, ...after].map(({ slot }) => slot)
    expect(new Set(slots).size).toBe(slots.length)
    const added = after.slice(1).map(({ count }, at) => count - (after[at]?.count ?? 0))
    expect(Math.max(...added)).toBe(4)
  })

  it('of a transaction that was rolled back are not there, and the next keys get slots of their own', () => {
    const { db, count } = slotsInMemory()
    const slots = createKeySlots(db)
    for (let key = 0; key < firstSlots - 100; key += 1) slots.fill(wrappedKey)
    db.exec('BEGIN')
    for (let key = 0; key < 50; key += 1) slots.fill(wrappedKey)
    db.exec('ROLLBACK')
    slots.reload()
    const filled = Array.from({ length: 2000 }, () => slots.fill(wrappedKey))
    expect(new Set(filled).size).toBe(2000)
    expect(count.get()).toBeGreaterThanOrEqual(firstSlots + 1900)
    db.close()
  })
})
