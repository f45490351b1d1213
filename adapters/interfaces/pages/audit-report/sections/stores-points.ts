import type { DeclaredStores, ErasureMethodOfStore } from '../../../../../retention/derived-stores/derived-store'
import type { AuditReport } from '../../../../processes/running-library/audit-report'
import type { ReportPoint, ReportTable } from '../report-document'
import type { ReportLanguage } from '../report-language'
import { reportParts, reportPoint } from '../report-parts'
import { exportChecks } from './export-checks'

const erasureText = ({ say }: ReportLanguage, { _tag }: ErasureMethodOfStore): string => {
  switch (_tag) {
    case 'Purged':
      return say({ da: 'renses og tælles ved sletningen', en: 'purged and counted at the erasure' })
    case 'KeyDestroyed':
      return say({ da: 'nøglen ødelægges', en: 'its key is destroyed' })
    case 'Ends':
      return say({ da: 'forgår af sig selv', en: 'ends by itself' })
    case 'NamesNobody':
      return say({ da: 'nævner ingen', en: 'names nobody' })
  }
}

interface StoreInList {
  readonly name: string
  readonly place: string
  readonly erasure: ErasureMethodOfStore
}

const storesIn = (
  { say }: ReportLanguage,
  { databases, files, memory }: DeclaredStores,
): ReadonlyArray<StoreInList> => [
  ...databases.flatMap(({ name: place, tables }) => tables.map(({ name, erasure }) => ({ name, place, erasure }))),
  ...files.map(({ name, erasure }) => ({ name, place: say({ da: 'fil', en: 'file' }), erasure })),
  ...memory.map(({ name, erasure }) => ({
    name,
    place: say({ da: 'processens hukommelse', en: 'memory of the process' }),
    erasure,
  })),
]

const storeTable = (words: ReportLanguage, stores: ReadonlyArray<StoreInList>): ReportTable => {
  const { column, table } = reportParts(words)
  return table(
    'stores',
    { da: 'Lagrene, og hvordan en sag slettes i dem', en: 'The stores, and how a record is erased in them' },
    [
      column('store', 'code', { da: 'Lager', en: 'Store' }),
      column('place', 'code', { da: 'Hvor', en: 'Where' }),
      column('erasure', 'text', { da: 'Sådan slettes en sag', en: 'How a record is erased' }),
    ],
    stores.map(({ name, place, erasure }) => [name, place, erasureText(words, erasure)]),
  )
}

/** Every derived store. */
export const storesPoint = (words: ReportLanguage, { stores: declared, sample }: AuditReport): ReportPoint => {
  const { say, number } = words
  const { figure, check } = reportParts(words)
  const stores = storesIn(words, declared)
  const personal = stores.filter(({ erasure }) => erasure._tag !== 'NamesNobody').length
  const found = sample.filter((each) => each.stores.length > 0).length
  return reportPoint({
    id: 'stores',
    title: say({
      da: 'Hvor står oplysningerne ellers? Afledte lagre',
      en: 'Where else does data stand? Derived stores',
    }),
    verdict: found === 0 ? 'inOrder' : 'notInOrder',
    answer: say({
      da: `${number(stores.length)} tabeller, filer og dele af hukommelsen er meldt til registret; ${number(personal)} af dem kan have noget personligt. Ingen sag får et certifikat, før alle har meldt, at de intet har om den. Af stikprøvens slettede sager står ${number(found)} i et lager.`,
      en: `${number(stores.length)} tables, files and parts of memory are declared in the registry; ${number(personal)} of them can hold something personal. No record gets a certificate before all have said that they hold nothing of it. Of the erased records of the sample, ${number(found)} stand in a store.`,
    }),
    figures: [
      figure('stores', { da: 'Lagre', en: 'Stores' }, stores.length),
      figure('personalStores', { da: 'Kan have noget personligt', en: 'Can hold something personal' }, personal),
      figure(
        'withErasedRecord',
        { da: 'Slettede sager, der står i et', en: 'Erased records that stand in one' },
        found,
      ),
    ],
    foundBy: say({
      da: 'Registret er en del af programmet. En kolonne, en fil eller en variabel, der ikke er meldt, får bygningen af programmet til at slå fejl.',
      en: 'The registry is part of the program. A column, a file or a variable that is not declared makes the build of the program fail.',
    }),
    checkBy: [
      check({ da: 'Registret med hver kolonne:', en: 'The registry with each column:' }, 'glemsom audit stores'),
      check({
        da: 'Spørg driften, hvilke kopier der ellers findes: øjebliksbilleder af diske, kopier til test, logs hos proxyen.',
        en: 'Ask those who run it which copies there are besides: snapshots of disks, copies for tests, logs of the proxy.',
      }),
    ],
    tables: [storeTable(words, stores)],
  })
}

/** That the record of erasures names nobody. */
export const recordOfErasuresPoint = (words: ReportLanguage, { counts, completeness }: AuditReport): ReportPoint => {
  const { say, number } = words
  const { figure, check } = reportParts(words)
  const { declarations, certificates } = counts
  const findings = completeness.findings.certificates.length
  return reportPoint({
    id: 'recordOfErasures',
    title: say({ da: 'Nævner fortegnelsen over sletninger nogen?', en: 'Does the record of erasures name anybody?' }),
    verdict: findings === 0 ? 'inOrder' : 'notInOrder',
    answer: say({
      da: `Loggene har ${number(declarations)} erklæringer om sletning og ${number(certificates)} certifikater. De består alene af tilfældige id'er, sletteklasser, hændelser, dage og summer. ${number(findings)} certifikater består ikke kontrollen. Når en låner slettes, nævner erklæringen de sager, der i forvejen står side om side i lånerens egen strøm, men ingen lån.`,
      en: `The logs have ${number(declarations)} declarations of erasures and ${number(certificates)} certificates. They consist of random ids, deletion classes, events, days and digests alone. ${number(findings)} certificates do not pass the check. When a borrower is erased, the declaration names the records that stand side by side in the borrower's own stream anyway, and no loan.`,
    }),
    figures: [
      figure('declarations', { da: 'Erklæringer', en: 'Declarations' }, declarations),
      figure('certificates', { da: 'Certifikater', en: 'Certificates' }, certificates),
      figure('invalidCertificates', { da: 'Består ikke kontrollen', en: 'Do not pass the check' }, findings),
    ],
    foundBy: say({
      da: 'Hvert certifikat er læst: underskriften, formen, som ikke tillader andet end dette, og at det siger det samme som erklæringen i loggen.',
      en: 'Each certificate was read: its signature, its form, which allows nothing else, and that it says the same as the declaration in the log.',
    }),
    checkBy: [
      ...exportChecks(words),
      check(
        { da: 'Alle certifikater, hvert kontrolleret:', en: 'All certificates, each verified:' },
        'glemsom audit certificates',
      ),
      check({ da: 'Det samme som side:', en: 'The same as a page:' }, '/revision/certifikater'),
      check(
        {
          da: 'Underskriften er Ed25519 over teksten i certifikatet; enhver kan kontrollere den med bibliotekets offentlige nøgle:',
          en: 'The signature is Ed25519 over the text of the certificate; anybody can verify it with the public key of the library:',
        },
        'glemsom certificates key',
        true,
      ),
    ],
  })
}
