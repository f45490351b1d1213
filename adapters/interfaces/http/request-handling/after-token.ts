import type { LogName } from '../../../../domain/event/stream'
import type { Position } from '../../../../domain/ports/event-store'
import { codecWithSchema } from '../codecs/codec-with-schema'

/** A position in each log; '' before the first event. */
export type AfterPositions = Readonly<Record<LogName, Position | ''>>

const tokenPattern = /^[0-9A-Za-z_-]{4,400}$/
const contentPattern = /^1\n([!-~]{0,120})\n([!-~]{0,120})$/

/** Encodes both positions as one opaque token. */
export const encodeAfterToken = ({ circulation, persons }: AfterPositions): string =>
  Buffer.from(`1\n${circulation}\n${persons}`).toString('base64url')

/** Decodes a token; undefined when it is not one. */
export const decodeAfterToken = (token: string): AfterPositions | undefined => {
  const match = contentPattern.exec(Buffer.from(token, 'base64url').toString('latin1'))
  return match === null ? undefined : { circulation: match[1] as Position, persons: match[2] as Position }
}

/** The token that a command answers. A read that names it contains what the command wrote. */
export const AfterToken = codecWithSchema(
  'AfterToken',
  (u): u is string => typeof u === 'string' && tokenPattern.test(u) && decodeAfterToken(u) !== undefined,
  { type: 'string', pattern: tokenPattern.source, examples: ['MQoAAAoA'] },
)

/** Whether both logs have reached the positions of a token. */
export const haveLogsReached =
  (current: AfterPositions) =>
  (required: AfterPositions): boolean =>
    current.circulation >= required.circulation && current.persons >= required.persons
