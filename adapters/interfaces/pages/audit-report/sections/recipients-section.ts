import type { AuditReport } from '../../../../processes/running-library/audit-report'
import type { ReportSection } from '../report-document'
import type { ReportLanguage } from '../report-language'
import { reportSection } from '../report-parts'
import { columnOfEvent, monthlyTable } from './monthly-tables'

/** Who got personal data, and who was told of corrections and erasures (GDPR Article 19). */
export const recipientsSection = (words: ReportLanguage, report: AuditReport): ReportSection => {
  const { say } = words
  const ofEvent = columnOfEvent(report)
  return reportSection({
    id: 'recipients',
    title: say({ da: 'Modtagere (artikel 19)', en: 'Recipients (Article 19)' }),
    paragraphs: [
      say({
        da: 'Personoplysninger videregives ikke, undtagen hvor loven kræver det eller låneren beder om det. Hver videregivelse registreres med måned; til hvem og på hvilket grundlag er forseglet og kan læses af en administrator i fem år.',
        en: 'Personal data is not passed on, except where the law demands it or the borrower asks for it. Each disclosure is recorded with its month; to whom and on which basis is sealed, and can be read by an administrator for five years.',
      }),
      say({
        da: 'Om modtagerne har fået besked, når noget er rettet eller slettet (artikel 19), registreres ikke af systemet. For sager sendt til inddrivelse ses det i tilbagekaldelserne herunder. Den første spalte har også optagelser til politiet og filer til inddrivelse: en fil er én videregivelse, hvor mange gebyrer den end har.',
        en: 'Whether recipients were told of a correction or an erasure (Article 19) is not recorded by the system. For debts that were passed on for collection, the recalls below show it. The first column has recordings to the police and files for collection too: a file is one disclosure, however many fees it has.',
      }),
    ],
    tables: [
      monthlyTable(
        words,
        report,
        'disclosuresByMonth',
        { da: 'Videregivelser efter måned', en: 'Disclosures by month' },
        [
          ofEvent('DisclosureMade', { da: 'Videregivelser i alt registreret', en: 'Disclosures recorded' }),
          ofEvent('FootageDisclosed', { da: 'Optagelser til politiet', en: 'Recordings to the police' }),
          ofEvent('FeePassedOnForCollection', { da: 'Gebyrer til inddrivelse', en: 'Fees for collection' }),
          ofEvent('FeeRecalledFromCollection', { da: 'Tilbagekaldt fra inddrivelse', en: 'Recalled from collection' }),
        ],
      ),
    ],
  })
}
