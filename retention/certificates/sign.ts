import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { canonical } from '../../domain/event/canonical'
import type { Unavailable } from '../../domain/ports/keys'
import type { KekRing } from '../keys/kek-ring'
import type { Statement } from './statement'

/** A statement as canonical JSON, and its Ed25519 signature in base64. */
export interface Certificate {
  readonly statement: string
  readonly signature: string
}

/** Signs the canonical bytes of a statement, so that equal statements have equal signatures. */
export const signStatement =
  (sign: KekRing['sign']) =>
  (statement: Statement): TE.TaskEither<Unavailable, Certificate> => {
    const text = canonical(statement)
    return pipe(
      sign(Buffer.from(text, 'utf8')),
      TE.map((signature) => ({ statement: text, signature: Buffer.from(signature).toString('base64') })),
    )
  }
