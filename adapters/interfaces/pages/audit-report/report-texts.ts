import type { LogName } from '../../../../domain/event/stream'
import type { TextInBothLanguages } from '../../../../retention/promises/kind-of-data'
import type { ReportLanguage } from './report-language'
import type { ReportVerdict } from './report-document'

const logTexts: Readonly<Record<LogName, TextInBothLanguages>> = {
  circulation: { da: 'Udlånsloggen (circulation)', en: 'Log of loans (circulation)' },
  persons: { da: 'Personloggen (persons)', en: 'Log of persons (persons)' },
}

/** The name of a log, with its name in commands. */
export const logText = ({ say }: ReportLanguage, log: LogName): string => say(logTexts[log])

export const verdictTexts: Readonly<Record<ReportVerdict, TextInBothLanguages>> = {
  inOrder: { da: 'I orden', en: 'In order' },
  notInOrder: { da: 'IKKE I ORDEN', en: 'NOT IN ORDER' },
  toNote: { da: 'Til eftertanke', en: 'To consider' },
  notRecorded: { da: 'Registreres ikke af systemet', en: 'Not recorded by the system' },
}

/** The words around the parts of a report. */
export const reportTexts = {
  title: {
    da: 'Rapport til databeskyttelsesrådgiveren',
    en: 'Report for the data protection officer',
  },
  asJson: { da: 'Hent rapporten som JSON', en: 'Download the report as JSON' },
  contents: { da: 'Indhold', en: 'Contents' },
  foundBy: { da: 'Hvordan det er fundet', en: 'How it was found' },
  checkWithoutSystem: { da: 'Sådan kan du kontrollere det uden systemet', en: 'How to check it without the system' },
  checkWithSystem: { da: 'Med systemets egne kommandoer og sider', en: 'With commands and pages of the system itself' },
  rows: { da: 'rækker', en: 'rows' },
  chartTable: { da: 'Tallene som tabel', en: 'The figures as a table' },
  notRecorded: { da: 'registreres ikke', en: 'not recorded' },
  notTold: { da: 'ikke oplyst', en: 'not told' },
  none: { da: 'ingen', en: 'none' },
} as const satisfies Readonly<Record<string, TextInBothLanguages>>
