import { canonicalJson } from '../../domain/event/canonical-json'
import { yearsOwedInVersion1 } from '../../domain/fee/events/fee-levied'
import { codeOfScopeClass } from '../sealing/scope-class-codes'
import type { DeletionClass } from './deletion-class'
import type { DeletionClasses } from './deletion-classes'
import type { DeletionClockStart } from './deletion-clock-start'
import type { RetentionPeriod } from './retention-period'

/** A period as a value of JSON that names its unit. */
const periodRule = (period: RetentionPeriod): string | Readonly<Record<string, number>> => {
  switch (period._tag) {
    case 'AtOnce':
      return 'at once'
    case 'Days':
      return { days: period.afterDays }
    case 'MonthClosing':
      return { monthClosings: period.months }
    case 'Inactivity':
      return { yearsWithoutUse: period.years }
  }
}

/** A date of an event, in the versions of it that do not have its member. */
interface DateInEarlierVersions {
  readonly from: string
  readonly plusYears: number
}

/** By event and member. An upcaster of the event computes the same. */
export const datesInEarlierVersions: Readonly<Record<string, DateInEarlierVersions>> = {
  'FeeLevied owedUntil': { from: 'leviedOn', plusYears: yearsOwedInVersion1 },
}

const startRule = ({ event, scope, from, after }: DeletionClockStart): object => ({
  ...{ event, scope, from },
  after: periodRule(after),
  inEarlierVersions: datesInEarlierVersions[`${event} ${from}`] ?? null,
})

const classRule = (deletionClass: DeletionClass): object => {
  const { class: name, log, parent, namedBy, endedBy, endedAtLatestBy, afterLoss, provedBy, promise } = deletionClass
  return {
    ...{ class: name, code: codeOfScopeClass(name), log, parent, namedBy, provedBy, promise },
    endedBy: endedBy.map(startRule),
    endedAtLatestBy: endedAtLatestBy.map(startRule),
    afterLoss: afterLoss === undefined ? null : periodRule(afterLoss),
  }
}

/**
 * The table of deletion classes as data, for programs that others write: one class a line, canonical JSON.
 * `adapters/interfaces/verify/README.md` explains the members.
 */
export const deletionRulesText = (classes: DeletionClasses): string =>
  Object.values(classes)
    .map((deletionClass) => `${canonicalJson(classRule(deletionClass))}\n`)
    .join('')
