import fc from 'fast-check'
import type { StreamName } from '../../../domain/event/stream'
import type { Position, RecordedEvent } from '../../../domain/ports/event-store'
import { encodeEventForAuthenticationCode } from '../../../retention/event-codes/encode-event-for-authentication-code'
import type { EventCodeFunctionsOfLog } from '../../../retention/event-codes/make-event-code-functions'
import { arbitraryEvent, codesOfNewLibrary, exampleEvent } from './example-coded-events'

const { circulation, persons } = codesOfNewLibrary()

const withCode = (codes: EventCodeFunctionsOfLog, event: RecordedEvent): RecordedEvent => ({
  ...event,
  code: codes.codeOf(event),
})

/** What a code authenticates. */
const membersOf = ({ stream, revision, id, type, version, recorded, open, sealed }: RecordedEvent) =>
  JSON.stringify([stream, revision, id, type, version, recorded, open, [...sealed]])

const flipBit = (bytes: Uint8Array, bit: number): Uint8Array =>
  bytes.map((byte, at) => (at === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte))

/** The event with one bit flipped, for each bit of the bytes of a member. */
const flipsOf = (bytes: Uint8Array, change: (flipped: Uint8Array) => Partial<RecordedEvent>) =>
  Array.from({ length: bytes.length * 8 }, (_, bit) => change(flipBit(bytes, bit)))

const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1')

describe('the code of an event', () => {
  it('matches the event that it was made of, at any position of the log', () => {
    fc.assert(
      fc.property(arbitraryEvent, (event) => {
        const coded = withCode(circulation, event)
        expect(circulation.findFault(coded)).toBeUndefined()
        expect(circulation.findFault({ ...coded, position: '00000000000000000099' as Position })).toBeUndefined()
      }),
    )
  })

  it('matches no other event: two events with one encoding are one event', () => {
    const encode = encodeEventForAuthenticationCode('library', 'circulation')
    fc.assert(
      fc.property(arbitraryEvent, arbitraryEvent, (one, other) => {
        const isSame = membersOf(one) === membersOf(other)
        const hasSameCode = circulation.findFault({ ...other, code: circulation.codeOf(one) }) === undefined
        expect(hasSameCode).toBe(isSame)
        expect(encode(one) === encode(other) && Buffer.from(one.sealed).equals(other.sealed)).toBe(isSame)
      }),
    )
  })

  it('does not match the event with any one bit flipped', () => {
    const event = withCode(circulation, exampleEvent())
    const textMembers = (['stream', 'id', 'type', 'recorded', 'open'] as const).flatMap((member) =>
      flipsOf(Buffer.from(event[member]), (bytes) => ({ [member]: text(bytes) })),
    )
    const numbers = (['revision', 'version'] as const).flatMap((member) =>
      Array.from({ length: 31 }, (_, bit) => ({ [member]: event[member] ^ (1 << bit) })),
    )
    const sealed = flipsOf(event.sealed, (bytes) => ({ sealed: bytes }))
    const code = flipsOf(event.code ?? new Uint8Array(0), (bytes) => ({ code: bytes }))
    for (const change of [...textMembers, ...numbers, ...sealed, ...code])
      expect(circulation.findFault({ ...event, ...change })).toBe('mismatch')
  })

  it('does not match an event that is moved to another revision, stream or log', () => {
    const event = withCode(circulation, exampleEvent())
    expect(circulation.findFault({ ...event, revision: 5 })).toBe('mismatch')
    expect(circulation.findFault({ ...event, stream: 'copy-3274626534' as StreamName })).toBe('mismatch')
    expect(persons.findFault(event)).toBe('mismatch')
  })

  it('does not match an event that is copied from another library', () => {
    const event = withCode(codesOfNewLibrary().circulation, exampleEvent())
    expect(circulation.findFault(event)).toBe('mismatch')
  })

  it('does not match when two events of a stream change places', () => {
    const [one, other] = [exampleEvent(), exampleEvent({ revision: 5, open: '{"copy":"3274626533"}' })]
    const [coded, otherCoded] = [withCode(circulation, one), withCode(circulation, other)]
    expect(circulation.findFault({ ...coded, revision: 5 })).toBe('mismatch')
    expect(circulation.findFault({ ...otherCoded, revision: 4 })).toBe('mismatch')
    expect(circulation.findFault({ ...one, code: otherCoded.code })).toBe('mismatch')
  })

  it('is refused with another length, or with the version of a key that the ring does not have', () => {
    const event = withCode(circulation, exampleEvent())
    const code = event.code ?? new Uint8Array(0)
    expect(code).toHaveLength(33)
    for (const other of [
      code.slice(1),
      Uint8Array.of(...code, 0),
      new Uint8Array(0),
      Uint8Array.of(2, ...code.slice(1)),
    ])
      expect(circulation.findFault({ ...event, code: other })).toBe('mismatch')
  })
})

describe('an event without code', () => {
  const older = { events: 12, digest: '', ends: ['000000000012', '00000000000000004711'] }
  const codes = codesOfNewLibrary(older).circulation
  const at = (position: string) => exampleEvent({ position: position as Position })

  it('is accepted among the events that are older than the codes, in each store that the log was in', () => {
    for (const position of ['000000000001', '000000000012', '00000000000000004711'])
      expect(codes.findFault(at(position))).toBeUndefined()
  })

  it('is refused after them', () => {
    for (const position of ['000000000013', '00000000000000004712', '0012', ''])
      expect(codes.findFault(at(position))).toBe('missing')
    expect(circulation.findFault(at('000000000001'))).toBe('missing')
  })

  it('is checked all the same when it has a code', () => {
    expect(codes.findFault({ ...at('000000000001'), code: circulation.codeOf(exampleEvent()) })).toBe('mismatch')
  })
})
