import type * as t from 'io-ts'
import { readCpr } from '../../../../domain/values/cpr'
import { StreamName } from '../../../../domain/event/stream'
import { described, type Described } from './described'

const matching = (name: string, form: RegExp, example: string): t.Type<string> & Described =>
  described(name, (u): u is string => typeof u === 'string' && form.test(u), {
    type: 'string',
    pattern: form.source,
    examples: [example],
  })

/** The number on a library card or a health card. */
export const CardNumber = matching('CardNumber', /^[0-9A-Z]{4,20}$/, '2000001234')

/** Lånernummer: tells nothing of the person. */
export const BorrowerNumber = matching('BorrowerNumber', /^[0-9A-Za-z-]{1,40}$/, '48203957')

/** Four to eight digits; readable by nobody once it is set. */
export const Pin = matching('Pin', /^[0-9]{4,8}$/, '2468')

/** A landline or mobile number. */
export const Phone = matching('Phone', /^\+?[0-9]{8,15}$/, '+4500000000')

/** Without blanks, and without characters that cannot be seen: some of those turn the direction of writing. */
export const Email = matching('Email', /^[^@\s\p{C}]{1,64}@[^@\s\p{C}]{1,190}$/u, 'reader@example.dk')

/** The order id of whoever took the money. */
export const OrderId = matching('OrderId', /^[0-9A-Za-z._-]{1,64}$/, 'order-2041')

/** A CPR number as people write it, with or without hyphen. */
export const CprAsWritten = described(
  'CprAsWritten',
  (u): u is string => typeof u === 'string' && u.length <= 20 && readCpr(u)._tag === 'Right',
  { type: 'string', maxLength: 20, examples: ['010158-5000'] },
)

/** Names of streams, as a part of a path. */
export const StreamInPath: t.Type<StreamName> = StreamName
