import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { canonicalJson } from '../../domain/event/canonical-json'
import type { Unavailable } from '../../domain/ports/scope-keys'
import type { KekRing } from '../keys/kek-ring'
import type { CertificateStatement } from './certificate-statement'

/** A statement as canonical JSON, and its Ed25519 signature in base64. */
export interface Certificate {
  readonly statement: string
  readonly signature: string
}

/** Signs the canonical bytes of a statement, so that equal statements have equal signatures. */
export const signCertificateStatement =
  (sign: KekRing['sign']) =>
  (statement: CertificateStatement): TE.TaskEither<Unavailable, Certificate> => {
    const text = canonicalJson(statement)
    return pipe(
      sign(Buffer.from(text, 'utf8')),
      TE.map((signature) => ({ statement: text, signature: Buffer.from(signature).toString('base64') })),
    )
  }
