import type { CertificateProblem } from './check-certificate-of-run'

/** What a problem of a certificate means in English, as the end of a sentence. */
export const certificateProblemTexts: Readonly<Record<CertificateProblem, string>> = {
  unreadable: 'an event of it cannot be decoded',
  wrongSignature: 'the signature is not the signature of the statement by this library',
  notAStatement: 'what is signed is not the statement of an erasure',
  notDeclared: 'no ErasureDue in the log declares its run',
  differsFromLog: 'it states other scopes, or another run, than the ErasureDue in the log',
  refused: 'its run is refused: see "glemsom retention status"',
  missing: 'it is missing, although a later run has a certificate',
}
