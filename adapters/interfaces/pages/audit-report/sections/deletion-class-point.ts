import { scopeClasses, type ScopeClass } from '../../../../../domain/event/scope-class'
import type { DeletionClass } from '../../../../../retention/classes/deletion-class'
import type { DeletionClockStart } from '../../../../../retention/classes/deletion-clock-start'
import { deletionClasses } from '../../../../../retention/classes/deletion-classes'
import { classText } from '../../audit/class-texts'
import { endAsBorrowersReadIt, legalBasisText, periodText } from '../deletion-class-texts'
import type { ReportPoint, ReportTable } from '../report-document'
import type { ReportLanguage } from '../report-language'
import { reportParts, reportPoint } from '../report-parts'

const conditionText =
  (words: ReportLanguage) =>
  ({ event, from, after }: DeletionClockStart): string =>
    `${event}${from === 'recorded' ? '' : ` (${from})`}: ${periodText(words, after)}`

const startText = (words: ReportLanguage, { endedBy, endedAtLatestBy, parent }: DeletionClass): string => {
  const { say } = words
  const atLatest = say({ da: 'senest', en: 'at the latest' })
  return [
    ...endedBy.map(conditionText(words)),
    ...endedAtLatestBy.map((condition) => `${atLatest} ${conditionText(words)(condition)}`),
    ...(parent === 'borrower' ? [say({ da: 'senest sammen med låneren', en: 'at the latest with the borrower' })] : []),
  ].join('; ')
}

/** Whose end can be read from open parts, and whose is stated by the closing of a month. */
const proofText = ({ say }: ReportLanguage, { provedBy }: DeletionClass): string =>
  provedBy === 'open parts'
    ? say({ da: 'kan regnes ud af loggen', en: 'can be computed from the log' })
    : say({ da: 'attesteres ved månedens lukning', en: 'attested by the closing of the month' })

const classTable = (words: ReportLanguage): ReportTable => {
  const { say } = words
  const { column, table } = reportParts(words)
  const row = (name: ScopeClass): ReportTable['rows'][number] => {
    const each = deletionClasses[name]
    const end = endAsBorrowersReadIt(words, name) ?? say({ da: 'nævnes ikke for lånere', en: 'not told to borrowers' })
    const legalBasis = legalBasisText(words, each.legalBasis)
    return [say(classText(name)), name, end, startText(words, each), legalBasis, proofText(words, each)]
  }
  return table(
    'deletionClasses',
    { da: 'Sletteklasserne', en: 'The deletion classes' },
    [
      column('class', 'text', { da: 'Sletteklasse', en: 'Deletion class' }),
      column('code', 'code', { da: 'Navn i loggen', en: 'Name in the log' }),
      column('end', 'text', { da: 'Slettes, som lånere får det at vide', en: 'Erased, as borrowers are told' }),
      column('start', 'text', { da: 'Startbetingelse og frist', en: 'Start condition and period' }),
      column('legalBasis', 'text', { da: 'Retsgrundlag', en: 'Legal basis' }),
      column('provedBy', 'text', { da: 'Slutningen', en: 'The end' }),
    ],
    scopeClasses.map(row),
  )
}

/** Deletion classes with start condition and legal basis. */
export const deletionClassPoint = (words: ReportLanguage): ReportPoint => {
  const { say, number } = words
  const { figure, check } = reportParts(words)
  const attested = scopeClasses.filter((name) => deletionClasses[name].provedBy === 'attested').length
  const computed = scopeClasses.length - attested
  return reportPoint({
    id: 'deletionClasses',
    title: say({
      da: 'Sletteklasser med startbetingelse og retsgrundlag',
      en: 'Deletion classes with start condition and legal basis',
    }),
    verdict: 'toNote',
    answer: say({
      da: `Der er ${number(scopeClasses.length)} sletteklasser. For ${number(computed)} kan enhver, der har loggen, regne ud, hvornår en sag skal slettes. For ${number(attested)} kan det ikke læses af loggen uden nøgle (en 18-års fødselsdag for eksempel), og månedens lukning attesterer det. Om fristerne og retsgrundlagene er de rigtige, afgør I.`,
      en: `There are ${number(scopeClasses.length)} deletion classes. For ${number(computed)}, whoever has the log can compute when a record must be erased. For ${number(attested)} it cannot be read from the log without a key (an 18th birthday, for example), and the closing of the month attests it. Whether periods and legal bases are the right ones is for you to decide.`,
    }),
    figures: [
      figure('classes', { da: 'Sletteklasser', en: 'Deletion classes' }, scopeClasses.length),
      figure('computed', { da: 'Kan regnes ud af loggen', en: 'Computed from the log' }, computed),
      figure('attested', { da: 'Attesteres', en: 'Attested' }, attested),
    ],
    foundBy: say({
      da: 'Tabellen herunder er den, som sletningen selv arbejder efter.',
      en: 'The table below is the one that the erasure itself works by.',
    }),
    checkBy: [
      check({
        da: 'Sammenlign med oversigten for lånere på siden Privatliv, og med jeres fortegnelse.',
        en: 'Compare with the overview for borrowers on the page Privacy, and with your record of processing.',
      }),
      check(
        {
          da: 'Den samme tabel er skrevet ud i vejledningen.',
          en: 'The same table is printed in the guide.',
        },
        'retention/README.md',
      ),
    ],
    tables: [classTable(words)],
  })
}
