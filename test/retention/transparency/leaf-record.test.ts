import { createHash } from 'node:crypto'
import fc from 'fast-check'
import type { RecordedEvent } from '../../../domain/ports/event-store'
import { scopeClasses } from '../../../domain/event/scope-class'
import { encodeSealedParts } from '../../../retention/sealing/encode-sealed-parts'
import { leafRecordOf, longestLeafRecord } from '../../../retention/transparency/leaf-record'
import { arbitraryEvent, exampleEvent } from '../event-codes/example-coded-events'

const sha256 = (value: string | Uint8Array): string => createHash('sha256').update(value).digest('base64')
const filled = (length: number, byte: number): Buffer => Buffer.alloc(length, byte)
const partOf = (name: (typeof scopeClasses)[number], byte: number) => ({
  class: name,
  commitment: filled(32, byte),
  nonce: filled(12, byte),
  bytes: filled(64, byte),
  tag: filled(16, byte),
})
const loan = partOf('loan', 1)
const statistics = partOf('statistics', 2)
const event = (overrides: Partial<RecordedEvent> = {}): RecordedEvent =>
  exampleEvent({ sealed: encodeSealedParts([loan, statistics]), code: filled(33, 3), ...overrides })

describe('the leaf record of an event', () => {
  it('is canonical JSON of its place, what names it, and its digests', () => {
    const bytesOf = (part: typeof loan): Uint8Array => encodeSealedParts([part]).subarray(2)
    expect(leafRecordOf('circulation')(event())).toBe(
      `{"code":"${sha256(filled(33, 3))}","id":"5f0c2a9e-6d1b-4c57-9b1e-0a4c8f1d2e33","log":"circulation",` +
        `"open":"${sha256(event().open)}","recorded":"2026-11-22","revision":4,` +
        `"sealed":["${sha256(bytesOf(loan))}","${sha256(bytesOf(statistics))}"],` +
        `"stream":"copy-3274626533","type":"LoanReturned","version":1}`,
    )
  })

  it('says null where an event has no code, and has no digest where nothing is sealed', () => {
    const { code: _, ...older } = event({ sealed: new Uint8Array(0) })
    expect(JSON.parse(leafRecordOf('persons')(older))).toMatchObject({ code: null, sealed: [], log: 'persons' })
  })

  it('does not depend on the position, which a store makes', () => {
    const moved = event({ position: '77777-123' as RecordedEvent['position'] })
    expect(leafRecordOf('circulation')(moved)).toBe(leafRecordOf('circulation')(event()))
  })

  it('differs between any two events, and between the logs', () => {
    fc.assert(
      fc.property(arbitraryEvent, arbitraryEvent, (first, second) => {
        const isSame = (['stream', 'revision', 'id', 'type', 'version', 'recorded', 'open'] as const).every(
          (name) => first[name] === second[name],
        )
        const isSameSealed = Buffer.compare(first.sealed, second.sealed) === 0
        const [a, b] = [first, second].map((of) => leafRecordOf('circulation')(of))
        expect(a === b).toBe(isSame && isSameSealed)
        expect(leafRecordOf('persons')(first)).not.toBe(a)
      }),
    )
  })

  it('differs after any byte of an event was changed', () => {
    const { sealed } = event()
    const known = new Set([leafRecordOf('circulation')(event())])
    for (let at = 0; at < sealed.length; at++)
      known.add(leafRecordOf('circulation')(event({ sealed: Buffer.from(sealed).fill(9, at, at + 1) })))
    expect(known.size).toBe(sealed.length + 1)
  })

  it('names sealed bytes that are damaged, and differs from that of a part with the same bytes', () => {
    const whole = encodeSealedParts([loan])
    const damaged = leafRecordOf('circulation')(event({ sealed: whole.subarray(2) }))
    expect(JSON.parse(damaged)).toMatchObject({ damaged: sha256(whole.subarray(2)) })
    expect(damaged).not.toBe(leafRecordOf('circulation')(event({ sealed: whole })))
  })

  it('fits an entry, however large the event is', () => {
    const sealed = encodeSealedParts(scopeClasses.map((name, at) => ({ ...partOf(name, at), bytes: filled(9000, at) })))
    const large = leafRecordOf('circulation')(event({ open: 'x'.repeat(300_000), sealed }))
    expect(large.length).toBeLessThan(3000)
    const strange = leafRecordOf('circulation')(event({ type: 'x'.repeat(longestLeafRecord) }))
    expect(Object.keys(JSON.parse(strange) as object)).toEqual(['tooLong'])
  })
})
