import type { LogFinding, LogVerification, PlaceInLog } from '../../../processes/transparency/log-verification'

const placeText = ({ index, stream, revision, type }: PlaceInLog): string =>
  `event ${String(index)}, ${type} in ${stream}, revision ${String(revision)}`

type Differing = Extract<LogFinding, { readonly kind: 'differs from known head' }>

const knownHeadText = ({ name, size, afterSize, isSignedAnew }: Differing): string => {
  const since = afterSize === 0 ? 'among the first' : `after event ${String(afterSize)}, among the first`
  const anew = isSignedAnew
    ? `. The library has another head of ${String(size)} events, which its key has signed too: whoever changed the log has signed it anew`
    : ''
  return `the log is not what the head in ${name} has signed: an event is changed, missing, added or moved ${since} ${String(size)}${anew}`
}

/** How a log differs, in words for an auditor. */
export const logFindingText = (finding: LogFinding): string => {
  switch (finding.kind) {
    case 'changed':
      return `changed: ${placeText(finding.event)}; another event was signed as ${String(finding.signedIndex)}`
    case 'moved':
      return `moved: ${placeText(finding.event)}; it was signed as event ${String(finding.signedIndex)}`
    case 'added':
      return `added: ${placeText(finding.event)}`
    case 'missing':
      return `missing: event ${String(finding.signedIndex)}, ${finding.after === null ? 'at the beginning' : `after ${placeText(finding.after)}`}`
    case 'between heads':
      return `an event that was signed is changed, missing, added or moved: after event ${String(finding.afterSize)}, and before event ${String(finding.upToSize)}. Which one, nothing stored tells any more: compare the log with a backup`
    case 'head not valid':
      return `the head of ${String(finding.size)} events is not signed by a key of this library, or is damaged`
    case 'head contradicts':
      return `the head of ${String(finding.size)} events has signed another tree than the newest head`
    case 'differs from known head':
      return knownHeadText(finding)
    case 'known head not valid':
      return `the head of ${String(finding.size)} events in ${finding.name} is signed by no key of this library. If the library has given it out, its keys were replaced`
  }
}

const headText = ({ newestHead, witnesses, unsigned }: LogVerification): string => {
  if (newestHead === null) return 'no valid head: nothing is proved yet'
  const seenBy =
    witnesses.length === 0
      ? 'no witness: whoever has the ring could have signed it anew'
      : `${witnesses.join(', ')}, as it says`
  return `newest head of ${String(newestHead)} events, cosigned by ${seenBy}; ${String(unsigned)} events since`
}

/** What was read and checked of a log, and who has seen its newest head. */
export const logVerificationSummary = (verification: LogVerification): string =>
  `${verification.log}: ${String(verification.events)} events read, ${String(verification.heads)} heads checked; ${headText(verification)}.`
