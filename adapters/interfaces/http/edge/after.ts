import type { LogName } from '../../../../domain/event/stream'
import type { Position } from '../../../../domain/ports/event-store'
import { described } from '../codecs/described'

/** Where both logs ended. */
export type Heads = Readonly<Record<LogName, Position | ''>>

const form = /^[0-9A-Za-z_-]{4,400}$/
const inside = /^1\n([!-~]{0,120})\n([!-~]{0,120})$/

/** Writes both positions as one word that callers need not understand. */
export const afterToken = ({ circulation, persons }: Heads): string =>
  Buffer.from(`1\n${circulation}\n${persons}`).toString('base64url')

/** Reads it back; undefined for any other word. */
export const readAfterToken = (token: string): Heads | undefined => {
  const found = inside.exec(Buffer.from(token, 'base64url').toString('latin1'))
  return found === null ? undefined : { circulation: found[1] as Position, persons: found[2] as Position }
}

/** What a command answers and a read may name, to read what was written. */
export const AfterToken = described(
  'AfterToken',
  (u): u is string => typeof u === 'string' && form.test(u) && readAfterToken(u) !== undefined,
  { type: 'string', pattern: form.source, examples: ['MQoAAAoA'] },
)

/** Whether the logs have come as far as a token says. */
export const hasCome =
  (heads: Heads) =>
  (wanted: Heads): boolean =>
    heads.circulation >= wanted.circulation && heads.persons >= wanted.persons
