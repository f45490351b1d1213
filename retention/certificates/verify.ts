import { createPublicKey, verify, type KeyObject } from 'node:crypto'
import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import { canonical } from '../../domain/event/canonical'
import { Statement } from './statement'

/** A certificate that proves nothing. */
export type CertificateRefusal = { readonly _tag: 'WrongSignature' } | { readonly _tag: 'NotAStatement' }

const wrongSignature: CertificateRefusal = { _tag: 'WrongSignature' }
const notAStatement: CertificateRefusal = { _tag: 'NotAStatement' }

const holds = (key: KeyObject, statement: string, signature: string): boolean =>
  verify(null, Buffer.from(statement, 'utf8'), key, Buffer.from(signature, 'base64'))

const read = (statement: string): E.Either<CertificateRefusal, Statement> =>
  pipe(
    E.tryCatch(
      (): unknown => JSON.parse(statement),
      () => notAStatement,
    ),
    E.filterOrElse(Statement.is, () => notAStatement),
    E.filterOrElse(
      (value) => canonical(value) === statement,
      () => notAStatement,
    ),
  )

/**
 * Checks an Ed25519 signature over a statement and reads it. `verifyingKey` is SPKI in PEM; the signature is base64.
 * Needs nothing else: no log and no key store.
 */
export const verifyCertificate = (verifyingKey: string) => {
  const key = createPublicKey(verifyingKey)
  return (certificate: {
    readonly statement: string
    readonly signature: string
  }): E.Either<CertificateRefusal, Statement> =>
    holds(key, certificate.statement, certificate.signature) ? read(certificate.statement) : E.left(wrongSignature)
}
