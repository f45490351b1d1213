import { randomUUID } from 'node:crypto'
import type { OpenedPart, PartScope } from '../../../domain/ports/scope-keys'
import type { ScopeId } from '../../../domain/values/ids'
import { createMemoryKeyStore } from '../../../adapters/stores/keystore/memory/memory-key-store'
import type { LivingKeyRow } from '../../../retention/keys/key-row'
import type { KeyStore } from '../../../retention/keys/key-store'
import { exampleSealContext, keysUnderTest, randomScopeId } from '../../fixtures/keys-under-test'
import { rightOrThrow } from '../../fixtures/right-or-throw'

const borrower: PartScope = { class: 'borrower', scope: randomScopeId() }
const loan: PartScope = { class: 'loan', scope: randomScopeId() }
const values = [
  { ...loan, value: { borrower: randomUUID(), dueOn: '2026-12-20' } },
  { ...borrower, value: { name: 'Anna' } },
]
const right = values.map(({ value }) => ({ _tag: 'Plain', value }))

const sealedExample = async () => {
  const made = keysUnderTest()
  rightOrThrow(await made.keys.createKeys([{ ...loan, parent: borrower.scope }, borrower])())
  const sealed = rightOrThrow(await made.keys.sealParts(exampleSealContext(), values)())
  const rows = rightOrThrow(await made.store.read([loan.scope, borrower.scope])()) as ReadonlyArray<LivingKeyRow>
  return { ...made, sealed, rows }
}

const flip = (bytes: Uint8Array, bit: number): Buffer => {
  const flipped = Buffer.from(bytes)
  flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7))
  return flipped
}

const bitsOf = (bytes: Uint8Array): ReadonlyArray<number> => Array.from({ length: bytes.length * 8 }, (_, bit) => bit)

const openWith = async (ring: ReturnType<typeof keysUnderTest>['ring'], store: KeyStore, sealed: Uint8Array) => {
  const reader = keysUnderTest({ ring, store })
  const answers = await reader.keys.openParts(exampleSealContext(), sealed, values)()
  return { answers, alarms: reader.alarms }
}

const isRightOrNone = (answer: OpenedPart, at: number): boolean =>
  answer._tag === 'Plain' ? JSON.stringify(answer) === JSON.stringify(right[at]) : answer._tag !== 'Erased'

/** Opens with a key store in which one row is another. */
const openWithRow = async (
  { ring, rows, sealed }: Awaited<ReturnType<typeof sealedExample>>,
  changed: LivingKeyRow,
  at: number,
) => {
  const store = createMemoryKeyStore(ring.library)
  rightOrThrow(await store.insert(rows.map((row, index) => (index === at ? changed : row)))())
  return openWith(ring, store, sealed)
}

describe('a bit that is flipped', () => {
  it('in the sealed bytes of an event makes a part Corrupt, with an alarm, whichever bit it is', async () => {
    const { ring, store, sealed } = await sealedExample()
    for (const bit of bitsOf(sealed)) {
      const { answers, alarms } = await openWith(ring, store, flip(sealed, bit))
      expect(answers.every(isRightOrNone)).toBe(true)
      expect(answers.some(({ _tag }) => _tag === 'Corrupt')).toBe(true)
      expect(alarms).toContain('PartCorrupt')
    }
  })

  it('in the wrapped key or the fingerprint of a row raises an alarm, and gives no wrong answer', async () => {
    const example = await sealedExample()
    for (const [at, row] of example.rows.entries())
      for (const member of ['wrapped', 'fingerprint'] as const)
        for (const bit of bitsOf(row[member])) {
          const { answers, alarms } = await openWithRow(example, { ...row, [member]: flip(row[member], bit) }, at)
          expect(answers.every(isRightOrNone)).toBe(true)
          expect(alarms).toContain(member === 'wrapped' ? 'RowNotAuthentic' : 'KeyFingerprintChanged')
        }
  })

  it('in the version or the epoch of a row, or another class, raises an alarm and opens nothing', async () => {
    const example = await sealedExample()
    for (const [at, row] of example.rows.entries()) {
      const others: Partial<LivingKeyRow>[] = [{ class: 'fee' }, { class: 'loan' }, { class: 'borrower' }]
      for (let bit = 0; bit < 31; bit += 1)
        others.push({ version: row.version ^ (1 << bit) }, { epoch: row.epoch ^ (1 << bit) })
      for (const changed of others.filter((other) => other.class !== row.class)) {
        const { answers, alarms } = await openWithRow(example, { ...row, ...changed }, at)
        expect(answers[at]?._tag === 'Plain').toBe(false)
        expect(answers.every(isRightOrNone)).toBe(true)
        expect(alarms.length).toBeGreaterThan(0)
      }
    }
  })

  it('in the scope of a row leaves its scope without a key: unavailable, with an alarm', async () => {
    const example = await sealedExample()
    for (const [at, row] of example.rows.entries())
      for (let digit = 0; digit < 32; digit += 1) {
        const hex = row.scope.replaceAll('-', '')
        const other = `${hex.slice(0, digit)}${(parseInt(hex.charAt(digit), 16) ^ 1).toString(16)}${hex.slice(digit + 1)}`
        const scope = other.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5') as ScopeId
        const { answers, alarms } = await openWithRow(example, { ...row, scope }, at)
        expect(answers[at]?._tag).toBe('Unavailable')
        expect(alarms).toContain('KeyMissing')
      }
  })
})

describe('what changes its place', () => {
  it('opens nothing: the rows of two scopes', async () => {
    const { ring, rows, sealed } = await sealedExample()
    const [one, two] = rows as readonly [LivingKeyRow, LivingKeyRow]
    const store = createMemoryKeyStore(ring.library)
    rightOrThrow(
      await store.insert([
        { ...one, scope: two.scope },
        { ...two, scope: one.scope },
      ])(),
    )
    const { answers, alarms } = await openWith(ring, store, sealed)
    expect(answers.map(({ _tag }) => _tag)).toEqual(['Corrupt', 'Corrupt'])
    expect(alarms).toContain('RowNotAuthentic')
  })

  it('opens nothing: the sealed parts of two events', async () => {
    const { keys, ring, store, sealed } = await sealedExample()
    const elsewhere = exampleSealContext({ revision: 5 })
    const other = rightOrThrow(await keys.sealParts(elsewhere, values)())
    const [here, there] = [await openWith(ring, store, other), keysUnderTest({ ring, store })]
    expect(here.answers.map(({ _tag }) => _tag)).toEqual(['Corrupt', 'Corrupt'])
    const answers = await there.keys.openParts(elsewhere, sealed, values)()
    expect(answers.map(({ _tag }) => _tag)).toEqual(['Corrupt', 'Corrupt'])
    expect(there.alarms).toEqual(['PartCorrupt', 'PartCorrupt'])
  })
})
