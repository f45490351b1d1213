import { createHmac } from 'node:crypto'
import type { ShortTermKey } from '../../domain/ports/short-term-store'
import { decrypt, encrypt, joinCiphertext, splitCiphertext } from '../sealing/aes-gcm'
import { encodeTuple } from '../sealing/encode-tuple'
import type { QuarterHour } from './quarter-hour'
import type { ShortTermKeys } from './short-term-keys'
import type { ShortTermRow } from './short-term-rows'

/** What the content of a row says. A row of an earlier version has no key. */
export interface ShortTermContent {
  readonly key?: ShortTermKey
  readonly subject: string | null
  readonly value: string
}

/** The contents of all rows have one length, so that none tells its kind. */
const contentLength = 1536

/** The id of a row in an epoch. */
export const shortTermRowId = ({ ids }: ShortTermKeys, { kind, id }: ShortTermKey): Buffer =>
  createHmac('sha256', ids)
    .update(encodeTuple(['glemsom 1 short-term entry', kind, id]))
    .digest()

/** The id is one of kind and id, so the content is bound to them, and to its end. */
const additionalData = ({ id, endsAt }: Pick<ShortTermRow, 'id' | 'endsAt'>): Buffer =>
  encodeTuple(['glemsom 1 short-term content', id, String(endsAt)])

/** Throws a RangeError when the content is too long. */
const pad = (content: ShortTermContent): Buffer => {
  const text = Buffer.from(JSON.stringify(content))
  if (text.length > contentLength) throw new RangeError('the content of a short-term entry is too long')
  return Buffer.concat([text, Buffer.alloc(contentLength - text.length, ' ')])
}

/** A row under its id, which ends at the beginning of a quarter-hour. */
export const sealShortTermRow = (
  keys: ShortTermKeys,
  id: Uint8Array,
  endsAt: QuarterHour,
  content: ShortTermContent,
): ShortTermRow => ({
  id,
  endsAt,
  content: joinCiphertext(encrypt(keys.contents, additionalData({ id, endsAt }), pad(content))),
})

/** Undefined when these keys did not seal the row, or it was moved to another id or end. */
export const openShortTermRow = (keys: ShortTermKeys, row: ShortTermRow): ShortTermContent | undefined => {
  const ciphertext = splitCiphertext(row.content)
  const opened = ciphertext && decrypt(keys.contents, additionalData(row), ciphertext)
  return opened && (JSON.parse(opened.toString('utf8')) as ShortTermContent)
}

/** The same for keys of several epochs. Undefined when none of them sealed the row. */
export const openRowOfAnyEpoch = (
  living: ReadonlyArray<ShortTermKeys>,
  row: ShortTermRow,
): ShortTermContent | undefined => {
  for (const keys of living) {
    const content = openShortTermRow(keys, row)
    if (content !== undefined) return content
  }
  return undefined
}
