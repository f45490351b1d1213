import type { TextInBothLanguages } from '../../../../retention/promises/kind-of-data'

type Texts = Readonly<Record<string, TextInBothLanguages>>

/** What the page on erasure says. */
export const retentionTexts = {
  lead: {
    da: 'Sådan står det til med sletningen. Tallene nævner ingen.',
    en: 'This is the state of erasure. The figures name nobody.',
  },
  today: { da: 'Bibliotekets dag', en: 'Day of the library' },
  dueNow: { da: 'Skal slettes nu', en: 'Due for erasure now' },
  overdue: { da: 'Skulle være slettet før i dag (skal være 0)', en: 'Overdue for erasure (must be 0)' },
  oldestOverdue: { da: 'Den ældste skulle være slettet', en: 'The oldest was due' },
  lagDays: { da: 'Forsinkelse i dage', en: 'Lag in days' },
  unclosedDays: { da: 'Dage, der er gået og ikke afsluttet', en: 'Days that are over and not closed' },
  held: { da: 'Skulle slettes, men holdes tilbage', en: 'Due, but held' },
  holdsInForce: { da: 'Slettestop, der gælder', en: 'Legal holds in force' },
  unreadableHolds: { da: 'Slettestop, der ikke kan læses', en: 'Legal holds that cannot be read' },
  refusedRuns: { da: 'Sletninger, som loggen ikke begrunder', en: 'Declared erasures that the log does not justify' },
  waitingFor: { da: 'Sletningen venter på', en: 'Erasure waits for' },
  failed: { da: 'Fejl', en: 'Failures' },
  nothing: { da: 'intet', en: 'nothing' },
  allOnTime: { da: 'Intet er forsinket.', en: 'Nothing is overdue.' },
  late: {
    da: 'Noget er ikke slettet til tiden. Se, hvad sletningen venter på.',
    en: 'Something was not erased on time. See what erasure waits for.',
  },
  run: { da: 'Slet nu, hvad der skal slettes', en: 'Erase now what is due' },
  hasRun: { da: 'Det, der skulle slettes, er slettet.', en: 'What was due is erased.' },
  stopped: { da: 'Sletningen er stoppet', en: 'Erasure is stopped' },
  missingDays: {
    da: 'Flere dage er gået uden at blive afsluttet. Intet slettes, før en administrator har bekræftet dagens dato.',
    en: 'Several days are over and were not closed. Nothing is erased before an administrator has confirmed today’s date.',
  },
  clockWentBack: {
    da: 'Uret viser en dag, der er afsluttet. Sletningen går videre, når uret viser en senere dag.',
    en: 'The clock shows a day that is closed. Erasure goes on once the clock shows a later day.',
  },
  from: { da: 'Fra og med', en: 'From' },
  until: { da: 'Til og med', en: 'Until' },
  lastClosed: { da: 'Sidst afsluttede dag', en: 'Latest closed day' },
  confirm: { da: 'Bekræft datoen', en: 'Confirm the date' },
  confirmDate: { da: 'Dagens dato', en: 'Today’s date' },
  confirmHint: {
    da: 'Den dato, som det er i dag. Se efter et andet sted end her.',
    en: 'The date that it is today. Look it up elsewhere than here.',
  },
  confirmed: { da: 'Datoen er bekræftet.', en: 'The date is confirmed.' },
  clock: { da: 'Det simulerede ur', en: 'The simulated clock' },
  clockText: {
    da: 'Uret i dette bibliotek er simuleret og går kun frem. Hver dag, der går, bliver afsluttet, og hvad der skal slettes, bliver slettet. Det kan ikke gøres om.',
    en: 'The clock of this library is simulated and moves forward only. Each day that passes is closed, and what is due is erased. It cannot be undone.',
  },
  moveTo: { da: 'Stil uret frem til', en: 'Move the clock to' },
  moveToHint: { da: 'Højst 366 dage frem', en: 'At most 366 days ahead' },
  move: { da: 'Stil uret frem', en: 'Move the clock forward' },
  moved: { da: 'Uret er stillet frem.', en: 'The clock is moved forward.' },
} as const satisfies Texts
