import { certificateProblemTexts } from '../certificates/certificate-problem-texts'
import type { CertificateCheck } from '../certificates/check-certificates-of-log'
import { sumOfClassCounts, type ClassCount, type CompletenessReport } from './completeness-report'
import type { ScopeFinding, ScopeProblem } from './compare-scopes-with-keys'
import type { EventProblem, EventProblemKind } from './fold-open-parts-of-log'

/** At most so many findings of one kind are listed; the rest is counted. JSON has them all. */
const listedAtMost = 20

const scopeProblems: Readonly<Record<ScopeProblem, string>> = {
  overdue: 'Overdue: should have been erased on an earlier day, and the key is living',
  erasedButLiving: 'Erased but living: a certificate says that the key is destroyed, and the key is living',
  notFinished: 'Not finished: declared due before yesterday, and without a certificate',
  orphan: 'Orphans: living keys that no event names; those of commands that failed are destroyed within two days',
  lost: 'Lost: named by an event and not erased, and without a living key',
  otherClass: 'Other class: the key store has another class than the log',
  declaredNotDue: 'Erased without being due: the log does not make them due',
  declaredUnnamed: 'Erased without a name: declared due, and no other event names them',
}

const eventProblems: Readonly<Record<EventProblemKind, string>> = {
  missing: 'missing, although its stream goes on',
  repeated: 'its place in the stream is that of an earlier event',
  unreadable: 'its open part cannot be read',
}

type Row = ReadonlyArray<string | number>

/** Columns as wide as their widest cell; the first and the last are aligned to the left. */
const tableLines = (rows: ReadonlyArray<Row>): ReadonlyArray<string> => {
  const cells = rows.map((row) => row.map(String))
  const widths = (cells[0] ?? []).map((_, column) => Math.max(...cells.map((row) => (row[column] ?? '').length)))
  const align = (text: string, column: number): string =>
    column === 0 || column === widths.length - 1 ? text.padEnd(widths[column] ?? 0) : text.padStart(widths[column] ?? 0)
  return cells.map((row) => row.map(align).join('  ').trimEnd())
}

/** The scopes that an event names, and that are neither erased nor have a key. */
const lostOf = ({ named, erased, beingErased, living }: ClassCount): number => named - erased - beingErased - living

const allLost = ({ classes }: Pick<CompletenessReport, 'classes'>): number =>
  classes.reduce((sum, count) => sum + lostOf(count), 0)

const classLines = ({ classes }: CompletenessReport): ReadonlyArray<string> =>
  tableLines([
    ['Class', 'Named', 'Erased', 'Being erased', 'Living', 'Lost', 'Overdue', 'Proved by'],
    ...classes.map((count): Row => {
      const { class: name, named, erased, beingErased, living, overdue, provedBy } = count
      return [name, named, erased, beingErased, living, lostOf(count), overdue, provedBy]
    }),
    [
      'All',
      ...(['named', 'erased', 'beingErased', 'living'] as const).map((member) => sumOfClassCounts(classes, member)),
      ...[allLost({ classes }), sumOfClassCounts(classes, 'overdue'), ''],
    ],
  ])

const attestedLines = ({ attestedEnds }: CompletenessReport): ReadonlyArray<string> =>
  attestedEnds.length === 0
    ? []
    : [
        '',
        'Ends that the library attests: an event states them, and nobody can compute them from open parts.',
        ...tableLines([
          ['Month', 'Ends', 'Class and event'],
          ...attestedEnds.map(({ month, class: name, event, ends }): Row => [month, ends, `${name} ${event}`]),
        ]),
      ]

const listed = (title: string, lines: ReadonlyArray<string>): ReadonlyArray<string> =>
  lines.length === 0
    ? []
    : [
        `${title} (${String(lines.length)}):`,
        ...lines.slice(0, listedAtMost).map((line) => `  ${line}`),
        ...(lines.length > listedAtMost ? [`  and ${String(lines.length - listedAtMost)} more`] : []),
      ]

const dueText = ({ due, trigger }: ScopeFinding): string =>
  `${due === null ? '' : `, due ${due.by === 'at once' ? 'at once,' : 'with the closing of'} ${due.on}`}${
    trigger === null ? '' : `, by event ${trigger}`
  }`

const scopeLines = (findings: ReadonlyArray<ScopeFinding>): ReadonlyArray<string> =>
  Object.entries(scopeProblems).flatMap(([problem, title]) =>
    listed(
      title,
      findings
        .filter((finding) => finding.problem === problem)
        .map((finding) => `${finding.log} ${finding.class} ${finding.scope}${dueText(finding)}`),
    ),
  )

const certificateLines = (findings: CertificateCheck['findings']): ReadonlyArray<string> =>
  listed(
    'Certificates that prove nothing',
    findings.map(({ log, stream, problem }) => `${log} ${stream}: ${certificateProblemTexts[problem]}`),
  )

const eventLines = (problems: ReadonlyArray<EventProblem>): ReadonlyArray<string> =>
  listed(
    'Damaged or missing events',
    problems.map(
      ({ log, stream, revision, problem }) =>
        `${log} ${stream} revision ${String(revision)}: ${eventProblems[problem]}`,
    ),
  )

const resultLines = (report: CompletenessReport): ReadonlyArray<string> => {
  const { findings, isComplete, holds } = report
  const lost = allLost(report)
  const lines = [
    ...scopeLines(findings.scopes),
    ...certificateLines(findings.certificates),
    ...eventLines(findings.events),
  ]
  if (lines.length === 0)
    return [
      lost === 0
        ? 'Result: complete. All that was due is erased and certified, and every other scope has its key.'
        : `Result: complete. All that was due is erased and certified. The log says that ${String(lost)} keys were lost; every other scope has its key.`,
    ]
  return isComplete
    ? [`Result: complete, if the scopes below are those of the ${String(holds)} legal holds in force.`, ...lines]
    : ['Result: NOT complete.', ...lines]
}

const asOfLines = ({ library, asOf, events, holds, certificates }: CompletenessReport): ReadonlyArray<string> => [
  `Library: ${library}`,
  `Circulation: as of ${asOf.circulation}, ${String(events.circulation)} events`,
  asOf.persons === undefined
    ? 'Persons: no month is closed yet, so nothing of it is compared'
    : `Persons: as of the closing of ${asOf.persons}, ${String(events.persons)} events`,
  `Legal holds in force: ${String(holds)}`,
  `Certificates of erasures: ${String(certificates.checked)} checked, ${String(certificates.unfinished)} runs without one yet`,
]

/** The result of the completeness proof as a page of text in English, for a data protection officer. */
export const completenessReportLines = (report: CompletenessReport): ReadonlyArray<string> => [
  'Completeness of erasure',
  '',
  ...asOfLines(report),
  '',
  ...classLines(report),
  'Named = erased + being erased + living + lost. Overdue must be 0.',
  ...attestedLines(report),
  '',
  ...resultLines(report),
]
