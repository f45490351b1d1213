import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import type * as t from 'io-ts'
import { containsCpr } from '../../../../domain/values/contains-cpr'
import { Cpr, parseCpr } from '../../../../domain/values/cpr'
import { StreamName } from '../../../../domain/event/stream'
import { codecWithSchema, type WithJsonSchema } from './codec-with-schema'
import { mustNotBeCpr, mustNotContainCpr } from './cpr-number-texts'
import { refuseTexts } from './refuse-texts'

const patternCodec = (name: string, pattern: RegExp, example: string): t.Type<string> & WithJsonSchema =>
  codecWithSchema(name, (u): u is string => typeof u === 'string' && pattern.test(u), {
    type: 'string',
    pattern: pattern.source,
    examples: [example],
  })

/** The number on a library card or a health card. */
export const CardNumber = patternCodec('CardNumber', /^[0-9A-Z]{4,20}$/, '2000001234')

/** A borrower number (lånernummer); it says nothing about the person. */
export const BorrowerNumber = patternCodec('BorrowerNumber', /^[0-9A-Za-z-]{1,40}$/, '48203957')

/** Four to eight digits. Nobody can read a PIN once it is set. */
export const Pin = patternCodec('Pin', /^[0-9]{4,8}$/, '2468')

/** A number without the code of a country, of ten digits that are a CPR number. */
const isCprAsPhone = (phone: string): boolean => Cpr.is(phone.replace(/^\+0/, '0'))

/** A landline or mobile number. A CPR number belongs in its own field. */
export const Phone = refuseTexts(isCprAsPhone, mustNotBeCpr)(patternCodec('Phone', /^\+?[0-9]{8,15}$/, '+4500000000'))

/**
 * Control and format characters, lone surrogates and characters for private use. Written as ranges, because readers of the
 * interface's description run its patterns without Unicode classes.
 */
const invisible = [
  ...['\\u0000-\\u001F', '\\u007F-\\u009F', '\\u00AD', '\\u061C', '\\u180E', '\\u200B-\\u200F', '\\u202A-\\u202E'],
  ...['\\u2060-\\u206F', '\\uD800-\\uF8FF', '\\uFEFF', '\\uFFF0-\\uFFFB'],
].join('')

/**
 * An e-mail address without blanks and invisible characters: some of those change the direction of writing. Its domain
 * has two parts or more, none of them empty. A CPR number belongs in its own field.
 */
export const Email = refuseTexts(
  containsCpr,
  mustNotContainCpr,
)(
  patternCodec(
    'Email',
    new RegExp(`^[^@\\s${invisible}]{1,64}@(?=.{1,190}$)[^@\\s.${invisible}]+(?:\\.[^@\\s.${invisible}]+)+$`, 'u'),
    'reader@example.dk',
  ),
)

/** The order id of the payment system or till that took the money. */
export const OrderId = patternCodec('OrderId', /^[0-9A-Za-z._-]{1,64}$/, 'order-2041')

/** A signed receipt as it was printed. */
export const ReceiptText = patternCodec(
  'ReceiptText',
  /^[0-9A-Za-z_-]{1,1000}\.[0-9A-Za-z_-]{86}$/,
  `eyJjb3B5IjoiMzI3NDYyNjUzMyJ9.${'A'.repeat(86)}`,
)

/** A CPR number, with or without a hyphen. */
export const CprAsWritten = codecWithSchema(
  'CprAsWritten',
  (u): u is string => typeof u === 'string' && u.length <= 20 && parseCpr(u)._tag === 'Right',
  { type: 'string', maxLength: 20, examples: ['010158-5000'] },
)

/** A CPR number that `CprAsWritten` accepts, as the library stores it. */
export const normalizeCpr = (written: string): Cpr =>
  pipe(
    parseCpr(written),
    E.getOrElse(() => written as Cpr),
  )

/** The name of a stream as part of a path. */
export const StreamNameInPath: t.Type<StreamName> = StreamName
