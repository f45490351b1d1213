import type { AuditReport } from '../../../../processes/running-library/audit-report'
import type { ReportPoint, ReportTable } from '../report-document'
import type { ReportLanguage } from '../report-language'
import { reportParts, reportPoint } from '../report-parts'

/** The newest and the oldest backup restored, with the same result. The log has no event of a restore. */
export const backupsPoint = (words: ReportLanguage, { keys: { backup } }: AuditReport): ReportPoint => {
  const { say, date } = words
  const { figure, check } = reportParts(words)
  const newest = backup?.newest ?? null
  const newestText =
    newest === null
      ? say({
          da: 'Der er ingen sikkerhedskopi af nøglerne, som systemet kender.',
          en: 'There is no backup of the keys that the system knows of.',
        })
      : say({
          da: `Den nyeste sikkerhedskopi af nøglerne, som systemet kender, er af ${date(newest)}.`,
          en: `The newest backup of the keys that the system knows of is of ${date(newest)}.`,
        })
  return reportPoint({
    id: 'backups',
    title: say({
      da: 'Er den nyeste og den ældste sikkerhedskopi gendannet, med samme resultat?',
      en: 'Were the newest and the oldest backup restored, with the same result?',
    }),
    verdict: 'notRecorded',
    answer: say({
      da: `${newestText} Om nogen har gendannet en kopi og prøvet at åbne det slettede, registreres ikke. Bed om at se det gjort med den nyeste og den ældste kopi, der findes.`,
      en: `${newestText} Whether somebody has restored one and tried to open what was erased is not recorded. Ask to see it done with the newest and the oldest one that exist.`,
    }),
    figures: [
      figure(
        'newestBackup',
        { da: 'Nyeste sikkerhedskopi af nøglerne', en: 'Newest backup of the keys' },
        newest,
        'day',
      ),
    ],
    foundBy: say({
      da: 'Dagen er den, hvorpå en kopi sidst blev læst tilbage.',
      en: 'The day is the one of the last backup that was read back.',
    }),
    checkBy: [
      check({
        da: 'Bed om at få den ældste kopi gendannet på en maskine, der ikke har ringen: intet personligt må kunne åbnes.',
        en: 'Ask that the oldest one be restored on a machine that does not have the ring: nothing personal may open.',
      }),
      check(
        {
          da: 'Øvelsen gendanner en kopi et sted for sig, prøver at åbne det, der er slettet siden, og underskriver, hvad den fandt:',
          en: 'The drill restores a backup in a place of its own, tries to open what was erased since, and signs what it found:',
        },
        'glemsom drill /sikkerhedskopi --inventory inventar --ring /ring',
      ),
    ],
  })
}

const holdsTable = (words: ReportLanguage, { holds }: AuditReport): ReportTable => {
  const { say } = words
  const { column, table } = reportParts(words)
  return table(
    'holds',
    { da: 'Slettestop', en: 'Legal holds' },
    [
      column('hold', 'code', { da: 'Slettestop', en: 'Legal hold' }),
      column('setOn', 'day', { da: 'Sat', en: 'Set on' }),
      column('lastDay', 'day', { da: 'Sidste dag', en: 'Last day' }),
      column('releasedOn', 'text', { da: 'Ophævet', en: 'Released' }),
      column('isStanding', 'text', { da: 'Gælder nu', en: 'Stands now' }),
    ],
    holds.map(({ hold, setOn, lastDay, releasedOn, isStanding }) => [
      ...[hold, setOn, lastDay, releasedOn === null ? say({ da: 'nej', en: 'no' }) : words.date(releasedOn)],
      say(isStanding ? { da: 'ja', en: 'yes' } : { da: 'nej', en: 'no' }),
    ]),
    { da: 'Der er ingen slettestop.', en: 'There are no legal holds.' },
  )
}

/** Holds: until when. Who and why is withheld from everybody who only reads the report. */
export const holdsPoint = (words: ReportLanguage, report: AuditReport): ReportPoint => {
  const { say, number } = words
  const { figure, check } = reportParts(words)
  const { holds, control } = report
  const standing = holds.filter(({ isStanding }) => isStanding).length
  return reportPoint({
    id: 'holds',
    title: say({
      da: 'Slettestop: hvor mange, hvor længe, hvem og hvorfor?',
      en: 'Legal holds: how many, until when, who and why?',
    }),
    verdict: control.unreadableHolds > 0 ? 'notInOrder' : standing > 0 ? 'toNote' : 'inOrder',
    answer: say({
      da: `${number(standing)} slettestop gælder nu, og ${number(control.unreadableHolds)} kan ikke læses. Hvilken sag hvert af dem standser, hvem der satte det og hvorfor, er forseglet og holdes tilbage her: spørg en administrator, som kan vise det på siden Slettestop.`,
      en: `${number(standing)} legal holds stand now, and ${number(control.unreadableHolds)} cannot be read. Which record each stops, who set it and why is sealed and withheld here: ask an administrator, who can show it on the page of legal holds.`,
    }),
    figures: [
      figure('standingHolds', { da: 'Gælder nu', en: 'Stand now' }, standing),
      figure('unreadableHolds', { da: 'Kan ikke læses', en: 'Cannot be read' }, control.unreadableHolds),
    ],
    foundBy: say({
      da: 'Talt i loggens åbne dele. Et slettestop, der er slettet igen, tælles kun i tallene for hver måned længere nede.',
      en: 'Counted from the open parts of the log. A hold that was erased itself is counted in the figures by month further below alone.',
    }),
    checkBy: [
      check({ da: 'Listen:', en: 'The list:' }, 'glemsom audit holds'),
      check({ da: 'Det samme som side:', en: 'The same as a page:' }, '/revision/slettestop'),
      check({
        da: 'Hold antallet op mod jeres sager hos politi og domstole.',
        en: 'Compare the number with your cases at the police and in court.',
      }),
    ],
    tables: [holdsTable(words, report)],
  })
}

/** Where copies of keys are. */
export const keyCopiesPoint = (words: ReportLanguage, { keys, counts }: AuditReport): ReportPoint => {
  const { say, number, date } = words
  const { figure, check } = reportParts(words)
  const { inEscrow, keyDestruction, backup, rollWaitsFor, epochs } = keys
  const isBad = backup?.isTooOld === true || rollWaitsFor !== null
  const evidence =
    keyDestruction === 'attested'
      ? say({
          da: 'et hardwaremodul bevidner, at en ødelagt nøgle er væk',
          en: 'a hardware module attests that a destroyed key is gone',
        })
      : say({
          da: 'en ødelagt nøgle er en slettet fil: har nogen kopieret hele maskinen før, har de den endnu',
          en: 'a destroyed key is a deleted file: whoever copied the whole machine before has it still',
        })
  const last = counts.lastDestroyedOn
  return reportPoint({
    id: 'keyCopies',
    title: say({ da: 'Hvor er der kopier af nøgler?', en: 'Where are copies of keys?' }),
    verdict: isBad ? 'notInOrder' : 'toNote',
    answer: say({
      da: `Sagernes nøgler ligger indpakket i nøglelageret og i dets sikkerhedskopier. De kan kun pakkes ud med indpakningsnøglerne i ringen: ${number(epochs)} i brug og ${number(inEscrow.length)} i deponering. ${number(counts.destroyedKeys)} tidligere er ødelagt${last === null ? '' : `, senest ${date(last)}`}. Om ødelæggelsen: ${evidence}.`,
      en: `The keys of records lie wrapped in the key store and in its backups. They can be unwrapped with the wrapping keys in the ring alone: ${number(epochs)} in use and ${number(inEscrow.length)} in escrow. ${number(counts.destroyedKeys)} earlier ones are destroyed${last === null ? '' : `, the last on ${date(last)}`}. On the destruction: ${evidence}.`,
    }),
    figures: [
      figure('wrappingKeysInUse', { da: 'Indpakningsnøgler i brug', en: 'Wrapping keys in use' }, epochs),
      figure('wrappingKeysInEscrow', { da: 'I deponering', en: 'In escrow' }, inEscrow.length),
      figure('wrappingKeysDestroyed', { da: 'Ødelagt', en: 'Destroyed' }, counts.destroyedKeys),
      figure('lastDestroyedOn', { da: 'Senest ødelagt', en: 'Last destroyed' }, last, 'day'),
    ],
    foundBy: say({
      da: 'Ringen er spurgt, hvilke nøgler den har. Ødelæggelserne er talt i loggen.',
      en: 'The ring was asked which keys it has. The destructions were counted in the log.',
    }),
    checkBy: [
      check({ da: 'Nøglerne i dag:', en: 'The keys of today:' }, 'glemsom keys status'),
      check({
        da: 'Se selv efter i mapperne, som driften har sat: RING (eller --ring), RING_COPY, ESCROW, og hvor sikkerhedskopiernes dele logs og keys ligger. De skal ligge hver for sig. Kopier, som nogen har taget uden om systemet, kender det ikke.',
        en: 'Look into the folders that those who run it have set: RING (or --ring), RING_COPY, ESCROW, and where the parts logs and keys of backups lie. They must lie apart. The system does not know of copies that somebody took past it.',
      }),
    ],
  })
}
