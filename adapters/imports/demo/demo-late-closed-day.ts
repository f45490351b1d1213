import type { Day } from '../../../domain/values/day'

/** A day on which loans of the demo are due, and on which the main library closes after all. */
export const demoLateClosedDay = '2026-05-04' as Day

interface PolicyOfDemo {
  readonly versions: ReadonlyArray<{ readonly closedDays: { readonly days: ReadonlyArray<string> } }>
}

/** The policy file of the demo library with that day, which nobody knew of when the loans were made. */
export const addLateClosedDay = (policyText: string): string => {
  const { versions, ...branches } = JSON.parse(policyText) as PolicyOfDemo
  const [first, ...others] = versions
  const closedDays = { ...first?.closedDays, days: [...(first?.closedDays.days ?? []), demoLateClosedDay] }
  return `${JSON.stringify({ ...branches, versions: [{ ...first, closedDays }, ...others] }, null, 2)}\n`
}
