import { findingsFor } from './answers-from-findings'
import {
  alterationText,
  certificateText,
  eventText,
  headFindingText,
  headText,
  scopeText,
  sinceText,
} from './finding-texts'
import type { AlterationFinding, AuditAnswer, ProtectionOfLog, ExportVerification } from './export-verification'

/** At most so many findings of one kind are listed; the rest is counted. JSON has them all. */
const mostListed = 20

const indented = (lines: ReadonlyArray<string>): ReadonlyArray<string> => [
  ...lines.slice(0, mostListed).map((line) => `  ${line}`),
  ...(lines.length > mostListed ? [`  and ${String(lines.length - mostListed)} more`] : []),
]

const answerTexts: Readonly<Record<AuditAnswer, string>> = {
  no: 'No.',
  yes: 'YES:',
  unlessOnHold: 'No, if the scopes below are those of the legal holds in force:',
  unknown: 'NOBODY CAN TELL from this export; see below.',
}

const tooLongLines = ({ answers, findings }: ExportVerification): ReadonlyArray<string> => [
  `Was anything kept too long? ${answerTexts[answers.retainedTooLong]}`,
  ...indented([
    ...findingsFor('retainedTooLong', findings.scopes).map(scopeText),
    ...findings.notListed.map((scope) => `${scope}: its key is living, and the list of living scopes leaves it out`),
  ]),
]

const notDueLines = ({ answers, findings }: ExportVerification): ReadonlyArray<string> => [
  `Was anything erased that was not due? ${answerTexts[answers.erasedNotDue]}`,
  ...indented(findingsFor('erasedNotDue', findings.scopes).map(scopeText)),
]

/** The alterations, each group of the same heads with since when. */
const alterationLines = (alterations: ReadonlyArray<AlterationFinding>): ReadonlyArray<string> => {
  const groups = new Map<string, string[]>()
  for (const finding of alterations) {
    const since = 'since' in finding ? sinceText(finding.since) : ''
    groups.set(since, [...(groups.get(since) ?? []), alterationText(finding)])
  }
  return [...groups].flatMap(([since, lines]) => [...indented(lines), ...(since === '' ? [] : [`    ${since}`])])
}

const alteredLines = ({ answers, findings, alteredEvents }: ExportVerification): ReadonlyArray<string> => [
  `Was anything altered, and since when? ${answerTexts[answers.altered]}`,
  ...alterationLines(findings.alterations),
  ...(alteredEvents === 0 ? [] : [`  Events that differ from what was signed: ${String(alteredEvents)}`]),
  ...indented(findings.heads.map(headFindingText)),
  ...indented(findings.certificates.map(certificateText)),
  ...indented(findings.events.map(eventText)),
  ...(answers.altered === 'yes'
    ? ['The first two answers are given by the events as they stand in this export, altered ones among them.']
    : []),
]

const witnessText = ({ witness, size, at }: ProtectionOfLog['witnesses'][number]): string =>
  `  ${witness} has cosigned ${String(size)} events, at ${at}.`

const logLines = (log: ProtectionOfLog): ReadonlyArray<string> => {
  const { newestHead, heads, knownHeads, events, witnesses, certificates, signedCertificates, unfinishedRuns } = log
  if (events === 0) return [`${log.log}: no events.`]
  return [
    newestHead === null
      ? `${log.log}: ${String(events)} events, and no valid head.`
      : `${log.log}: ${String(events)} events, ${String(heads)} heads. The newest is ${headText(newestHead)}.`,
    ...(knownHeads === 0 ? [] : [`  Heads that you have from elsewhere: ${String(knownHeads)}.`]),
    ...witnesses.map(witnessText),
    ...(witnesses.length + knownHeads === 0
      ? [
          '  No witness that you named has cosigned it, and you named no head from elsewhere. Whoever has the key that signs for the library could have rewritten the log and signed all heads anew: only a witness or an older head would show that.',
        ]
      : []),
    `  Certificates: ${String(certificates)} checked, ${String(signedCertificates)} of them signed by a head; runs without one yet: ${String(unfinishedRuns)}.`,
  ]
}

const ruleLines = ({ otherRules }: ExportVerification): ReadonlyArray<string> =>
  otherRules.length === 0
    ? ['Deletion rules: those of this program. The export was made with the same ones.']
    : [
        `Deletion rules: those of this program, or of --rules. The export was made with others for: ${otherRules.join(', ')}. Compare both tables.`,
      ]

const keyLines = ({ keyFiles, holds, lostKeys }: ExportVerification): ReadonlyArray<string> => [
  ...(keyFiles === null
    ? [
        'Living keys: those of the list that the library signed. With --keys they are read from a copy of the key files.',
      ]
    : [
        `Living keys: those of the key files. Destroyed since the list was made: ${String(keyFiles.destroyedSince)}. Of the month of persons that is not closed yet: ${String(keyFiles.unnamedInPersons)}.`,
      ]),
  `Legal holds in force: ${String(holds)}. Keys that were lost by accident, as the log says: ${String(lostKeys)}.`,
]

const countLine = ({ classes }: ExportVerification): string => {
  const sum = (member: 'named' | 'erased' | 'beingErased' | 'living'): string =>
    String(classes.reduce((total, count) => total + count[member], 0))
  return `Scopes: ${sum('named')} named, ${sum('erased')} erased, ${sum('beingErased')} being erased, ${sum('living')} with a living key.`
}

const asOfLine = ({ library, asOf }: ExportVerification): string =>
  `Export of the library ${library}: circulation as of ${asOf.circulation}, persons ${asOf.persons === null ? 'before its first closing of a month' : `as of the closing of ${asOf.persons}`}.`

/** The result as a page of text in English. */
export const reportLines = (verified: ExportVerification): ReadonlyArray<string> => [
  asOfLine(verified),
  '',
  ...tooLongLines(verified),
  ...notDueLines(verified),
  ...alteredLines(verified),
  '',
  'What the answers rest on',
  ...verified.logs.flatMap(logLines),
  countLine(verified),
  ...keyLines(verified),
  ...ruleLines(verified),
]
