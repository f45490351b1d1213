import type { ScopeFinding, ScopeProblem } from './compare-scopes-with-keys'
import type { AuditAnswer, ExportVerification } from './export-verification'

type Findings = ExportVerification['findings']

/** What each problem of a scope means for the questions. */
const questionOf: Readonly<Record<ScopeProblem, 'retainedTooLong' | 'erasedNotDue'>> = {
  overdue: 'retainedTooLong',
  erasedButLiving: 'retainedTooLong',
  notFinished: 'retainedTooLong',
  orphan: 'retainedTooLong',
  otherClass: 'retainedTooLong',
  lost: 'erasedNotDue',
  declaredNotDue: 'erasedNotDue',
  declaredUnnamed: 'erasedNotDue',
}

/** The findings that answer a question. */
export const findingsFor = (
  question: 'retainedTooLong' | 'erasedNotDue',
  scopes: ReadonlyArray<ScopeFinding>,
): ReadonlyArray<ScopeFinding> => scopes.filter(({ problem }) => questionOf[problem] === question)

/** Overdue scopes that are at most as many as the legal holds in force may be those on hold. */
const mayBeOnHold = (found: ReadonlyArray<ScopeFinding>, holds: number): boolean =>
  found.length <= holds && found.every(({ problem }) => problem === 'overdue')

const answerOf = (hasFindings: boolean, isKnown: boolean): AuditAnswer => {
  if (hasFindings) return 'yes'
  return isKnown ? 'no' : 'unknown'
}

const isAltered = ({ alterations, heads, certificates, events }: Findings): boolean =>
  alterations.some(({ kind }) => kind !== 'noHead') || heads.length + certificates.length + events.length > 0

/**
 * The answers to the three questions. Without a valid list nobody knows which keys live; without a signed head nobody knows
 * what a log was before the export was made.
 */
export const answersFromFindings = (findings: Findings, holds: number): ExportVerification['answers'] => {
  const isListValid = !findings.alterations.some(({ kind }) => kind === 'list')
  const tooLong = findingsFor('retainedTooLong', findings.scopes)
  const hasTooLong = tooLong.length + findings.notListed.length > 0
  return {
    retainedTooLong:
      hasTooLong && findings.notListed.length === 0 && mayBeOnHold(tooLong, holds)
        ? 'unlessOnHold'
        : answerOf(hasTooLong, isListValid),
    erasedNotDue: answerOf(findingsFor('erasedNotDue', findings.scopes).length > 0, isListValid),
    altered: answerOf(isAltered(findings), !findings.alterations.some(({ kind }) => kind === 'noHead')),
  }
}

/** Whether nothing was found. */
export const isEveryAnswerNo = ({ answers }: Pick<ExportVerification, 'answers'>): boolean =>
  Object.values(answers).every((answer) => answer === 'no' || answer === 'unlessOnHold')
