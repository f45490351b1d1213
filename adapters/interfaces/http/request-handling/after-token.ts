import type { LogName } from '../../../../domain/event/stream'
import type { Position } from '../../../../domain/ports/event-store'
import { decrypt, encrypt, joinCiphertext, splitCiphertext } from '../../../../retention/sealing/aes-gcm'
import { codecWithSchema } from '../codecs/codec-with-schema'

/** A position in each log; '' before the first event. */
export type AfterPositions = Readonly<Record<LogName, Position | ''>>

const tokenPattern = /^[0-9A-Za-z_-]{60,400}$/
const contentPattern = /^2\n([!-~]{0,120})\n([!-~]{0,120})\n*$/

/** The length of the content is a multiple of this, so that the length of a token does not tell a position. */
const contentStep = 64

const boundTo = Buffer.from('glemsom 1 after')

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
  readonly encode: (positions: AfterPositions) => string
  /** Undefined when no process of this library made the token. */
  readonly decode: (token: string) => AfterPositions | undefined
}

/** `key`: 32 bytes that all processes of the library have. */
export const createAfterTokens = (key: Uint8Array): AfterTokens => ({
  encode: ({ circulation, persons }) => {
    const content = `2\n${circulation}\n${persons}`
    const padded = content.padEnd(Math.ceil(content.length / contentStep) * contentStep, '\n')
    return joinCiphertext(encrypt(key, boundTo, Buffer.from(padded, 'latin1'))).toString('base64url')
  },
  decode: (token) => {
    const ciphertext = splitCiphertext(Buffer.from(token, 'base64url'))
    const content = ciphertext && decrypt(key, boundTo, ciphertext)
    const match = content === undefined ? null : contentPattern.exec(content.toString('latin1'))
    return match === null ? undefined : { circulation: match[1] as Position, persons: match[2] as Position }
  },
})

/** Whether both logs have reached the positions of a token. */
export const haveLogsReached =
  (current: AfterPositions) =>
  (required: AfterPositions): boolean =>
    current.circulation >= required.circulation && current.persons >= required.persons
