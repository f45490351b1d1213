import { notErasedAsNobodyIsNamed, type DeclaredMemoryStore } from '../../../retention/derived-stores/derived-store'

const report = 'retention/audit-report'

/** What a report for a data protection officer holds in memory while it is made. */
export const declaredMemoryOfReports: ReadonlyArray<DeclaredMemoryStore> = [
  {
    name: 'reports for a data protection officer',
    kind: 'list',
    holds:
      'counts by day, month and class, and the scope ids of erasures that have no certificate yet, while a report is made',
    erasure: notErasedAsNobodyIsNamed,
    variables: [
      ...['horizons', 'open', 'declared', 'passed'].map((name) => `${report}/backup-horizons.ts#${name}`),
      ...['circulation', 'persons', 'days'].map((name) => `${report}/closings-of-logs.ts#${name}`),
      ...['made', 'due', 'erased', 'lag', 'runs'].map((name) => `${report}/erasures-by-date.ts#${name}`),
      ...['erased', 'requested'].map((name) => `${report}/requested-erasures.ts#${name}`),
    ],
  },
]
