import { createPublicKey, verify, type KeyObject } from 'node:crypto'
import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import { canonicalJson } from '../../domain/event/canonical-json'
import { CertificateStatement } from './certificate-statement'

/** Why a certificate is not valid. */
type InvalidCertificate = { readonly _tag: 'WrongSignature' } | { readonly _tag: 'NotAStatement' }

const wrongSignature: InvalidCertificate = { _tag: 'WrongSignature' }
const notAStatement: InvalidCertificate = { _tag: 'NotAStatement' }

const isSignedBy = (key: KeyObject, statement: string, signature: string): boolean =>
  verify(null, Buffer.from(statement, 'utf8'), key, Buffer.from(signature, 'base64'))

const decodeStatement = (statement: string): E.Either<InvalidCertificate, CertificateStatement> =>
  pipe(
    E.tryCatch(
      (): unknown => JSON.parse(statement),
      () => notAStatement,
    ),
    E.filterOrElse(CertificateStatement.is, () => notAStatement),
    E.filterOrElse(
      (value) => canonicalJson(value) === statement,
      () => notAStatement,
    ),
  )

/**
 * Verifies the Ed25519 signature of a certificate and decodes its statement, without a log and without a key store.
 * `verifyingKey` is SPKI in PEM; the signature is base64.
 */
export const verifyCertificate = (verifyingKey: string) => {
  const key = createPublicKey(verifyingKey)
  return (certificate: {
    readonly statement: string
    readonly signature: string
  }): E.Either<InvalidCertificate, CertificateStatement> =>
    isSignedBy(key, certificate.statement, certificate.signature)
      ? decodeStatement(certificate.statement)
      : E.left(wrongSignature)
}
