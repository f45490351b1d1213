import { sumOfClassCounts } from '../../../../../retention/completeness/completeness-report'
import { countOpenErasures } from '../../../../../retention/audit-report/backup-horizons'
import type { AuditReport } from '../../../../processes/running-library/audit-report'
import type { ReportPoint, ReportSection, ReportTable } from '../report-document'
import type { ReportLanguage } from '../report-language'
import { reportParts, reportPoint, reportSection } from '../report-parts'

const leakTable = (words: ReportLanguage): ReportTable => {
  const { say } = words
  const { column, table } = reportParts(words)
  return table(
    'leaks',
    { da: 'Hvad en uvedkommende kan læse', en: 'What an intruder can read' },
    [
      column('copied', 'text', { da: 'Hvad er kopieret', en: 'What was copied' }),
      column('readable', 'text', { da: 'Hvad kan læses', en: 'What can be read' }),
      column('affected', 'text', { da: 'Hvem er berørt', en: 'Who is affected' }),
    ],
    [
      [
        say({ da: 'Kun loggene', en: 'The logs alone' }),
        say({
          da: 'de åbne dele: hvad der skete med eksemplarer, uden navne',
          en: 'the open parts: what happened to copies, without names',
        }),
        say({
          da: 'ingen umiddelbart; besøg kan kædes sammen, til de er slettet',
          en: 'nobody at first; visits can be chained until they are erased',
        }),
      ],
      [
        say({ da: 'Kun nøglelageret, eller kun ringen', en: 'The key store alone, or the ring alone' }),
        say({ da: 'intet', en: 'nothing' }),
        say({ da: 'ingen', en: 'nobody' }),
      ],
      [
        say({ da: 'Ringen, nøglelageret og loggene', en: 'The ring, the key store and the logs' }),
        say({
          da: 'alle sager, der havde en nøgle på dagen for kopien',
          en: 'all records that had a key on the day of the copy',
        }),
        say({
          da: 'alle lånere på den dag; og dem, hvis slettede sager en ældre kopi af nøglelageret endnu åbner',
          en: 'all borrowers of that day; and those whose erased records an older copy of the key store still opens',
        }),
      ],
    ],
  )
}

/** How many are affected when the ring, the keys and the logs are copied. */
const affectedPoint = (words: ReportLanguage, { completeness, counts, logs }: AuditReport): ReportPoint => {
  const { say, number, date } = words
  const { figure, check } = reportParts(words)
  const living = sumOfClassCounts(completeness.classes, 'living')
  const borrowers = completeness.classes.find((each) => each.class === 'borrower')?.living ?? 0
  const open = countOpenErasures(counts.horizons)
  const asOf = logs.persons.asOf
  return reportPoint({
    id: 'affected',
    title: say({
      da: 'Hvem der er berørt, hvis ringen er kommet i andres hænder',
      en: 'Who is affected if somebody else got the ring',
    }),
    verdict: 'toNote',
    answer: say({
      da: `Har nogen kopieret ringen, nøglelageret og loggene, kan de læse de ${number(living)} sager, der har en nøgle, om ${number(borrowers)} lånere (${asOf === null ? 'ingen måned er lukket endnu' : `ved udgangen af ${date(asOf)}`}), og med en ældre kopi af nøglelageret op til ${number(open)} slettede sager.`,
      en: `Whoever copied the ring, the key store and the logs can read the ${number(living)} records that have a key, on ${number(borrowers)} borrowers (${asOf === null ? 'no month is closed yet' : `as of the end of ${date(asOf)}`}), and with an older copy of the key store up to ${number(open)} erased records.`,
    }),
    figures: [
      figure('readableRecords', { da: 'Sager med nøgle', en: 'Records with a key' }, living),
      figure(
        'affectedBorrowers',
        { da: 'Lånere ved månedens udgang', en: 'Borrowers at the end of the month' },
        borrowers,
      ),
      figure(
        'erasedButOpen',
        { da: 'Slettede sager, som ældre kopier åbner', en: 'Erased records that older copies open' },
        open,
      ),
    ],
    foundBy: say({
      da: 'Talt i loggene og nøglelageret. Hvem lånerne er, siger rapporten ikke: en administrator finder dem.',
      en: 'Counted from the logs and the key store. Who the borrowers are the report does not say: an administrator finds them.',
    }),
    checkBy: [
      check(
        {
          da: 'Tæl selv: efter to linjer har eksportens liste over nøgler én linje for hver sag, der kan læses.',
          en: 'Count them yourself: after two lines, the list of keys in an export has one line for each record that can be read.',
        },
        'tail -n +3 /srv/eksport/living-scopes.txt | wc -l',
      ),
      check({ da: 'Nøglerne, talt efter klasse:', en: 'The keys, counted by class:' }, 'glemsom audit completeness'),
    ],
    tables: [leakTable(words)],
  })
}

/** What to do at a compromise of the ring (GDPR Articles 33 and 34). */
export const compromiseSection = (words: ReportLanguage, report: AuditReport): ReportSection => {
  const { say, number } = words
  return reportSection({
    id: 'compromise',
    title: say({ da: 'Brud på sikkerheden (artikel 33 og 34)', en: 'A breach (Articles 33 and 34)' }),
    paragraphs: [
      say({ da: 'Systemet registrerer ikke brud. Gør sådan:', en: 'The system does not record breaches. Do this:' }),
      say({
        da: '1. Luk adgangen, og skriv ned, hvornår bruddet blev opdaget: fristen på 72 timer til Datatilsynet (artikel 33) regnes derfra.',
        en: '1. Close the access, and write down when the breach was noticed: the 72 hours to the supervisory authority (Article 33) count from then.',
      }),
      say({
        da: '2. Kør `glemsom keys roll` straks. Alle nøgler pakkes om under en ny indpakningsnøgle, så ringens kopi ikke åbner noget, der kommer herefter. Det hjælper ikke mod det, som allerede er kopieret sammen med nøglelageret.',
        en: '2. Run `glemsom keys roll` at once. All keys are wrapped anew under a new wrapping key, so that the copy of the ring opens nothing that comes after this. It does not help against what was copied together with the key store before.',
      }),
      say({
        da: `3. Den gamle indpakningsnøgle ligger i deponering, til den ødelægges (${number(report.keys.inEscrow.length)} ligger der nu). Er deponeringen også kopieret, er de nævnte kopier af nøglelageret læsbare, til de er væk.`,
        en: `3. The old wrapping key lies in escrow until it is destroyed (${number(report.keys.inEscrow.length)} lie there now). If the escrow was copied too, the copies of the key store named here are readable for as long as they exist.`,
      }),
      say({
        da: '4. Kontrollér med `glemsom keys status` og `glemsom audit verify`, og vurder efter tabellen, hvem der skal underrettes (artikel 34).',
        en: '4. Check with `glemsom keys status` and `glemsom audit verify`, and decide by the table who must be told (Article 34).',
      }),
    ],
    points: [affectedPoint(words, report)],
  })
}
