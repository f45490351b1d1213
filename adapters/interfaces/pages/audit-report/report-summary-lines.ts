import type { ReportDocument, ReportPoint } from './report-document'
import { reportLanguage } from './report-language'
import { verdictTexts } from './report-texts'

/** The report in lines: its summary, and the verdict and the answer of each point. HTML and JSON have everything. */
export const reportSummaryLines = ({ language, title, madeOn, sections }: ReportDocument): ReadonlyArray<string> => {
  const { say, date } = reportLanguage(language)
  const pointLines = ({ title: name, verdict, answer }: ReportPoint): ReadonlyArray<string> => [
    '',
    `${name}: ${say(verdictTexts[verdict])}`,
    `  ${answer}`,
  ]
  return [
    `${title}, ${date(madeOn)}`,
    '',
    sections[0]?.paragraphs[0] ?? '',
    ...sections.flatMap(({ points }) => points.flatMap(pointLines)),
    '',
    say({
      da: 'Hele rapporten: --html eller --json.',
      en: 'The whole report: --html or --json.',
    }),
  ]
}
