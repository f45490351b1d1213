import { daysBetween, Day } from '../../../../domain/values/day'
import { scopeClasses } from '../../../../domain/event/scope-class'
import type { ScopeDueAtDay } from '../../../../retention/completeness/due-scopes-fold'
import { alignValues } from './text-layout'

/** How many days after it could be erased a scope of *circulation* was declared due; undefined in *persons*, and before. */
const lagOf = ({ erasableFrom, declaredOn }: ScopeDueAtDay): number | undefined =>
  declaredOn !== null && Day.is(erasableFrom) && Day.is(declaredOn) ? daysBetween(erasableFrom)(declaredOn) : undefined

const classText = (due: ReadonlyArray<ScopeDueAtDay>): string => {
  const erased = due.filter(({ declaredOn }) => declaredOn !== null)
  const lags = due.flatMap((scope) => lagOf(scope) ?? [])
  const lag = lags.length === 0 ? '' : `, at most ${String(Math.max(...lags))} days late`
  return `${String(due.length)} due, ${String(erased.length)} of them erased since${lag}`
}

/** How many scopes of each class were due, and what became of them. */
export const dueSummaryLines = (day: Day, due: ReadonlyArray<ScopeDueAtDay>): ReadonlyArray<string> =>
  due.length === 0
    ? [`Nothing is due at the end of ${day}.`]
    : [
        `Due at the end of ${day}, from the logs alone:`,
        ...alignValues([
          ...scopeClasses.flatMap((name): ReadonlyArray<readonly [string, string]> => {
            const ofClass = due.filter(({ class: scopeClass }) => scopeClass === name)
            return ofClass.length === 0 ? [] : [[name, classText(ofClass)]]
          }),
          ['All', classText(due)],
        ]),
        '',
      ]

/** One scope: log, class, id, when it was due, the event that started its clock, and when it was declared due. */
export const dueScopeLine = ({ log, class: name, scope, due, trigger, declaredOn }: ScopeDueAtDay): string =>
  [
    log.padEnd(11),
    name.padEnd(11),
    scope,
    `due ${due.by === 'at once' ? 'at once,' : 'with'} ${due.on}`,
    `by event ${trigger}`,
    declaredOn === null ? 'not erased yet' : `erased ${declaredOn}`,
  ].join('  ')
