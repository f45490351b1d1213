import type { LogName } from '../../../../domain/event/stream'
import type { Position } from '../../../../domain/ports/event-store'
import { codecWithSchema } from '../codecs/codec-with-schema'
import { createTextCipher } from './text-cipher'

/** A position in each log; '' before the first event. */
export type AfterTokenPositions = Readonly<Record<LogName, Position | ''>>

const tokenPattern = /^[0-9A-Za-z_-]{60,400}$/
const contentPattern = /^2\n([!-~]{0,120})\n([!-~]{0,120})\n*$/

/** The token that a command answers. A read that names it contains what the command wrote. */
export const AfterToken = codecWithSchema(
  'AfterToken',
  (u): u is string => typeof u === 'string' && tokenPattern.test(u),
  { type: 'string', pattern: tokenPattern.source },
)

/**
 * Encodes positions as opaque tokens and decodes them. They are encrypted: a machine or a borrower who sends commands
 * all day would otherwise see how the positions of the two logs move beside each other.
 */
export interface AfterTokens {
  readonly encode: (positions: AfterTokenPositions) => string
  /** Undefined when no process of this library made the token. */
  readonly decode: (token: string) => AfterTokenPositions | undefined
}

/** `key`: 32 bytes that all processes of the library have. */
export const createAfterTokens = (key: Uint8Array): AfterTokens => {
  const { encryptText, decryptText } = createTextCipher(key, 'glemsom 1 after')
  return {
    encode: ({ circulation, persons }) => encryptText(`2\n${circulation}\n${persons}`),
    decode: (token) => {
      const match = contentPattern.exec(decryptText(token) ?? '')
      return match === null ? undefined : { circulation: match[1] as Position, persons: match[2] as Position }
    },
  }
}

/** Whether both logs have reached the positions of a token. */
export const haveLogsReached =
  (current: AfterTokenPositions) =>
  (required: AfterTokenPositions): boolean =>
    current.circulation >= required.circulation && current.persons >= required.persons
