import { sumOfClassCounts } from '../../../../../retention/completeness/completeness-report'
import { countOpenErasures } from '../../../../../retention/audit-report/backup-horizons'
import type { AuditReport } from '../../../../processes/running-library/audit-report'
import type { ReportSection } from '../report-document'
import type { ReportLanguage } from '../report-language'
import { reportParts, reportPoint, reportSection } from '../report-parts'

/** What remains as a risk when everything works. */
export const risksSection = (words: ReportLanguage, { counts, completeness }: AuditReport): ReportSection => {
  const { say, number } = words
  const { figure, check } = reportParts(words)
  const erased = sumOfClassCounts(completeness.classes, 'erased')
  const open = countOpenErasures(counts.horizons)
  return reportSection({
    id: 'risks',
    title: say({ da: 'Risici, der bliver tilbage', en: 'Risks that remain' }),
    points: [
      reportPoint({
        id: 'ciphertext',
        title: say({ da: 'Det forseglede indhold bliver i loggen', en: 'The sealed content stays in the log' }),
        verdict: 'toNote',
        answer: say({
          da: `En sletning fjerner nøglen, ikke bytes. Det forseglede indhold af ${number(erased)} slettede sager (AES-256-GCM, en tilfældig nøgle til hver sag) står i loggene for altid. Det kan læses, hvis nogen har en kopi af nøglen, som systemet ikke kender, eller hvis krypteringen en dag brydes. Det er op til jer at vurdere den risiko.`,
          en: `An erasure removes the key, not the bytes. The sealed content of ${number(erased)} erased records (AES-256-GCM, a random key for each record) stands in the logs for ever. It can be read if somebody has a copy of the key that the system does not know of, or if the cipher is broken one day. That risk is for you to judge.`,
        }),
        figures: [
          figure(
            'erasedRecords',
            {
              da: 'Slettede sager, hvis forseglede indhold står i loggen',
              en: 'Erased records whose sealed content stands in the log',
            },
            erased,
          ),
          figure(
            'stillOpen',
            { da: 'Heraf: ældre kopier kan endnu åbne', en: 'Of these: older copies can still open' },
            open,
          ),
        ],
        foundBy: say({ da: 'Talt i loggene.', en: 'Counted from the logs.' }),
        checkBy: [
          check({
            da: 'Spørg, hvem der kan have kopieret ringen eller nøglelageret, og hvor gamle kopier ligger. Vurdér risikoen i jeres konsekvensanalyse (artikel 35).',
            en: 'Ask who may have copied the ring or the key store, and where old copies lie. Judge the risk in your impact assessment (Article 35).',
          }),
          check(
            {
              da: 'Vis en hændelse i tre spalter: som den er gemt, som personalet ser den, og som den læses, når den er slettet:',
              en: 'Show an event in three columns: as stored, as staff see it, and as it reads once it is erased:',
            },
            'glemsom show copy-3274626533',
          ),
        ],
      }),
      reportPoint({
        id: 'chainsOfVisits',
        title: say({ da: 'Rækkefølgen i udlånsloggen', en: 'The order in the log of loans' }),
        verdict: 'toNote',
        answer: say({
          da: 'Det, der sker ved samme besøg, står ved siden af hinanden. Den, der har loggen og så en person ved skranken, kan genkende besøget, og besøg kan kædes sammen gennem afleveringer. Kæden peger på en låner, så længe et lån, en reservation eller et ubetalt gebyr i den ikke er slettet.',
          en: 'What happens in one visit stands side by side. Whoever has the log and saw a person at the desk can recognise the visit, and visits can be chained by returns. The chain points to a borrower for as long as a loan, a reservation or an unpaid fee in it is not erased.',
        }),
        foundBy: say({
          da: 'Programmets trusselsmodel, målt af dets egne prøver. Intet i rapporten her tilføjer noget: den har tal efter dag for udlån og efter måned for personer.',
          en: 'The threat model of the program, measured by its own tests. Nothing in this report adds to it: it has figures by day for loans and by month for persons.',
        }),
        checkBy: [check({ da: 'Læs trusselsmodellen:', en: 'Read the threat model:' }, 'retention/README.md')],
      }),
    ],
  })
}
