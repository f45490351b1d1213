import { deletionClasses } from '../../../../../retention/classes/deletion-classes'
import type { AuditReport, SampledErasure } from '../../../../processes/running-library/audit-report'
import { classText } from '../../audit/class-texts'
import type { ReportPoint, ReportTable } from '../report-document'
import type { ReportLanguage } from '../report-language'
import { reportParts, reportPoint } from '../report-parts'

const horizonText = ({ say, date }: ReportLanguage, { horizon }: SampledErasure): string => {
  if (horizon === null) return say({ da: 'vides ikke', en: 'not known' })
  switch (horizon.status) {
    case 'open':
      return say({ da: 'kan endnu åbnes', en: 'can still be opened' })
    case 'declared':
      return say({ da: `kan ikke åbnes siden ${date(horizon.on)}`, en: `cannot be opened since ${date(horizon.on)}` })
    case 'passed':
      return say({
        da: `kan ikke åbnes siden ${date(horizon.on)} (modulet bevidner det)`,
        en: `cannot be opened since ${date(horizon.on)} (the module attests it)`,
      })
  }
}

const sampleTable = (words: ReportLanguage, { sample }: AuditReport): ReportTable => {
  const { say } = words
  const { column, table } = reportParts(words)
  const [yes, no] = [say({ da: 'JA', en: 'YES' }), say({ da: 'nej', en: 'no' })]
  return table(
    'sample',
    { da: 'Stikprøven', en: 'The sample' },
    [
      column('scope', 'code', { da: 'Sag', en: 'Record' }),
      column('class', 'text', { da: 'Sletteklasse', en: 'Deletion class' }),
      column('certificate', 'code', { da: 'Certifikat', en: 'Certificate' }),
      column('hasKey', 'text', { da: 'Har en nøgle', en: 'Has a key' }),
      column('stores', 'text', { da: 'Står i afledte lagre', en: 'Stands in derived stores' }),
      column('horizon', 'text', { da: 'Ældre kopier af nøglelageret', en: 'Older copies of the key store' }),
    ],
    sample.map((each) => [
      ...[each.scope, say(classText(each.class)), each.certificate],
      ...[each.hasKey ? yes : no, each.stores.length === 0 ? no : each.stores.join(', '), horizonText(words, each)],
    ]),
    { da: 'Intet er slettet endnu.', en: 'Nothing is erased yet.' },
  )
}

/** How a database administrator finds the row of a scope in the file of the keys. */
const keyQuery = (first: SampledErasure | undefined): string => {
  const log = first === undefined ? 'circulation' : deletionClasses[first.class].log
  const id = first?.scope.replaceAll('-', '') ?? 'ID'
  return `sqlite3 keys/keys-${log}.db "SELECT slot IS NULL FROM keys WHERE scope = x'${id}'"`
}

/** A sample of erased scopes that no role can open, database administrator and backup operator included. */
export const samplePoint = (words: ReportLanguage, report: AuditReport): ReportPoint => {
  const { say, number } = words
  const { figure, check } = reportParts(words)
  const { sample } = report
  const found = sample.filter(({ hasKey, stores }) => hasKey || stores.length > 0).length
  const open = sample.filter(({ horizon }) => horizon?.status === 'open').length
  const [first] = sample
  return reportPoint({
    id: 'sample',
    title: say({
      da: 'Kan nogen rolle åbne det, der er slettet? En stikprøve',
      en: 'Can any role open what was erased? A sample',
    }),
    verdict: found > 0 ? 'notInOrder' : sample.length === 0 || open > 0 ? 'toNote' : 'inOrder',
    answer: say({
      da: `Af ${number(sample.length)} slettede sager har ${number(found)} en nøgle eller står i et lager. Nul betyder: gennem systemet kan ingen rolle åbne dem, og databasens administrator finder kun forseglede bytes. ${number(open)} af dem kan endnu åbnes uden om systemet af den, der har både en ældre kopi af nøglelageret og de gamle indpakningsnøgler, for eksempel den, der passer sikkerhedskopierne. Det hører op, når den gamle indpakningsnøgle er ødelagt.`,
      en: `Of ${number(sample.length)} erased records, ${number(found)} have a key or stand in a store. Zero means: through the system no role can open them, and the database administrator finds sealed bytes alone. ${number(open)} of them can still be opened past the system by somebody who has both an older copy of the key store and the old wrapping keys, such as the operator of the backups. That ends when the old wrapping key is destroyed.`,
    }),
    figures: [
      figure('sampled', { da: 'Sager i stikprøven', en: 'Records in the sample' }, sample.length),
      figure('withKeyOrTrace', { da: 'Med nøgle eller spor', en: 'With a key or a trace' }, found),
      figure(
        'openInBackups',
        { da: 'Kan endnu åbnes med ældre kopier', en: 'Can still be opened with older copies' },
        open,
      ),
    ],
    foundBy: say({
      da: 'Loggens sum (SHA-256) vælger sagerne, så ingen kan vælge dem. For hver er der spurgt i nøglelageret og i hvert afledt lager.',
      en: 'The digest (SHA-256) of the log chooses the records, so nobody can choose them. For each, the key store and every derived store were asked.',
    }),
    checkBy: [
      check(
        { da: 'Spørg lagrene om en sag:', en: 'Ask the stores for a record:' },
        `glemsom audit stores --scope ${first?.scope ?? 'ID'}`,
      ),
      check(
        { da: 'Vis certifikatet:', en: 'Show the certificate:' },
        `glemsom certificates show ${first?.certificate ?? 'ID'}`,
      ),
      check(
        {
          da: 'Lad databasens administrator se efter selv i nøglelagerets fil; svaret 1 betyder, at nøglen er væk:',
          en: 'Let the database administrator look into the file of the key store; the answer 1 means that the key is gone:',
        },
        keyQuery(first),
      ),
    ],
    tables: [sampleTable(words, report)],
  })
}
