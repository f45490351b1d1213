import type { KeyObject } from 'node:crypto'
import { checkCertificateOfRun, type CertificateProblem, type DueScope } from './certificate'
import type { LogName } from './exported-event'
import { certificateIn, declarationIn, type OpenPartOfEvent } from './open-part-of-event'

/** A certificate that proves nothing, and where it stands: the event with this number, from 1. */
export interface CertificateFinding {
  readonly log: LogName
  readonly stream: string
  /** Of a missing one, the number of the declaration. */
  readonly event: number
  readonly problem: CertificateProblem
}

/** The certificates of a log. */
export interface CertificateCheck {
  readonly checked: number
  /** The newest declared runs without a certificate: they are being erased. */
  readonly unfinished: number
  readonly findings: ReadonlyArray<CertificateFinding>
}

interface RunDeclaration {
  readonly event: number
  readonly scopes: ReadonlyArray<DueScope>
}

/** Checks the certificates of a log, event by event in its order. */
export const createCertificateCheck = (log: LogName, keys: ReadonlyArray<KeyObject>) => {
  const findings: CertificateFinding[] = []
  const declaredScopes = new Set<string>()
  /** By stream: each run has one of its own. */
  const declaredRuns = new Map<string, RunDeclaration>()
  /** The runs that were open when the last certificate came: they should have one by now. */
  let uncertifiedRuns: ReadonlyArray<readonly [string, RunDeclaration]> = []
  let checked = 0
  return {
    apply: (part: OpenPartOfEvent, event: number): void => {
      const { type, stream } = part.event
      const declaration = type === 'ErasureDue' ? declarationIn(part) : undefined
      const certificate = type === 'ScopesErased' ? certificateIn(part) : undefined
      if (declaration !== undefined) {
        // A run certifies the scopes that no earlier run has declared.
        const scopes = declaration.scopes.filter(({ scope }) => !declaredScopes.has(scope))
        for (const { scope } of scopes) declaredScopes.add(scope)
        declaredRuns.set(stream, { event, scopes })
      }
      if (certificate === undefined) return
      checked += 1
      const problem = checkCertificateOfRun(keys, log, certificate, declaredRuns.get(stream)?.scopes)
      if (problem !== undefined) findings.push({ log, stream, event, problem })
      declaredRuns.delete(stream)
      uncertifiedRuns = [...declaredRuns]
    },
    finish: (): CertificateCheck => {
      const uncertified = [...declaredRuns].filter(([, { scopes }]) => scopes.length > 0)
      const missing = uncertifiedRuns.filter(([stream]) => uncertified.some(([other]) => other === stream))
      for (const [stream, { event }] of missing) findings.push({ log, stream, event, problem: 'missing' })
      return { checked, unfinished: uncertified.length - missing.length, findings }
    },
  }
}
