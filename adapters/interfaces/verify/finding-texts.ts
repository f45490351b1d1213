import type { CertificateFinding } from './check-certificates-of-log'
import type { HeadFinding } from './check-heads'
import type { ScopeFinding, ScopeProblem } from './compare-scopes-with-keys'
import type { EventFinding, EventPlace } from './read-log'
import type { AlterationFinding, BetweenHeads, HeadReference } from './export-verification'

const scopeProblems: Readonly<Record<ScopeProblem, string>> = {
  overdue: 'should have been erased on an earlier day, and its key is living',
  erasedButLiving: 'a certificate says that its key is destroyed, and its key is living',
  notFinished: 'was declared due, and has no certificate that its key is destroyed',
  orphan: 'its key is living, and no event names it',
  otherClass: 'its key is of another class than the log says',
  lost: 'its key is gone, and no event says that it is erased or was lost',
  declaredNotDue: 'was declared due, and the log does not make it due',
  declaredUnnamed: 'was declared due, and no other event names it',
}

const dueText = ({ due, trigger }: ScopeFinding): string => {
  const when = due === null ? '' : `, due ${due.by === 'at once' ? 'at once, on' : 'with the closing of'} ${due.on}`
  return trigger === null ? when : `${when}, by event ${trigger}`
}

/** A scope and what is wrong with it. */
export const scopeText = (finding: ScopeFinding): string =>
  `${finding.class} ${finding.scope} (${finding.log}): ${scopeProblems[finding.problem]}${dueText(finding)}`

const placeText = ({ event, stream, revision, type }: EventPlace): string =>
  stream === null || type === null
    ? `event ${String(event)}`
    : `event ${String(event)} (${type}, ${stream} revision ${String(revision)})`

/** A head, as people name it. */
export const headText = ({ size, endsWith, source, cosignatures }: HeadReference): string => {
  const ends = endsWith === null ? '' : `, which ends with ${endsWith}`
  const whose = source === 'known' ? ', which you have from elsewhere' : ''
  const witnesses = cosignatures.map(({ witness, at }) => `, cosigned by ${witness} at ${at}`).join('')
  return `the head of ${String(size)} events${ends}${whose}${witnesses}`
}

/** Between which heads something was altered. */
export const sinceText = ({ after, before }: BetweenHeads<HeadReference>): string =>
  `since: after ${headText(after)}, was signed, and ${before === null ? 'before you got this export' : `before ${headText(before)}, was signed`}`

/** An alteration, without since when. */
export const alterationText = (finding: AlterationFinding): string => {
  switch (finding.kind) {
    case 'changed':
      return `${finding.log}: changed: ${placeText(finding.event)} is not the event that was signed as number ${String(finding.signedAs)}`
    case 'moved':
      return `${finding.log}: moved: ${placeText(finding.event)} was signed as number ${String(finding.signedAs)}`
    case 'added':
      return `${finding.log}: added: ${placeText(finding.event)} stands between signed events, and was not signed`
    case 'missing':
      return `${finding.log}: missing: the event that was signed as number ${String(finding.signedAs)}${finding.before === null ? '' : `, before ${placeText(finding.before)}`}`
    case 'rewritten':
      return `${finding.log}: rewritten: one of the events ${String(finding.from)} to ${String(finding.to)} is not the one that was signed; heads that say so: ${String(finding.heads)}`
    case 'shortened':
      return `${finding.log}: shortened: the export has ${String(finding.events)} events, and ${headText(finding.head)} has signed more`
    case 'noHead':
      return `${finding.log}: has no valid signed head: nothing tells whether it was altered before the export was made`
    case 'exportDiffers':
      return finding.events === finding.signed
        ? `${finding.log}: the export is not what the library signed when it made it: an event was changed or moved since`
        : `${finding.log}: the export has ${String(finding.events)} events, and the library signed ${String(finding.signed)} when it made it`
    case 'list':
      return finding.problem === 'wrongSignature'
        ? 'living-scopes.txt: the signature is not that of this library, so nobody knows which keys were living'
        : 'living-scopes.txt: the scopes are not those that were signed, so nobody knows which keys were living'
    case 'otherLibrary':
      return `the key files belong to another library (${finding.libraries.join(', ')})`
  }
}

/** A head that is not believed. */
export const headFindingText = ({ file, problem }: HeadFinding): string =>
  problem === 'damaged' ? `${file}: is no signed head, or has another size than its name` : `${file}: ${problem}`

const certificateProblems: Readonly<Record<CertificateFinding['problem'], string>> = {
  wrongSignature: 'its signature is not that of this library',
  notAStatement: 'what is signed is no statement of an erasure',
  notDeclared: 'no declaration before it names its run',
  differsFromLog: 'it states another run or other scopes than the declaration',
  missing: 'it is missing, although a later run has one',
}

/** A certificate that proves nothing. */
export const certificateText = ({ log, stream, event, problem }: CertificateFinding): string =>
  `${log}: the certificate in ${stream} (event ${String(event)}) proves nothing: ${certificateProblems[problem]}`

const eventProblems: Readonly<Record<EventFinding['problem'], string>> = {
  notAnEvent: 'is not a line that an export has',
  unreadable: 'has an open part that cannot be read, so it names and ends nothing',
  revisionMissing: 'comes after an event of its stream that is not there',
  revisionRepeated: 'has the place in its stream that an earlier event has',
}

/** What is wrong with an event by itself. */
export const eventText = (finding: EventFinding): string =>
  `${finding.log}: ${placeText(finding)} ${eventProblems[finding.problem]}`
