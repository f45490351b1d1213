import { Day } from '../../../domain/values/day'
import { isJsonObject, type JsonObject } from './json-object'

/** Single closed days and periods are checked against the day of the version. */
const withoutDatedDays = (settings: unknown): unknown => {
  if (!isJsonObject(settings) || !isJsonObject(settings['closedDays'])) return settings
  const { days: _days, periods: _periods, ...closedDays } = settings['closedDays']
  return { ...settings, closedDays }
}

const withDay = (version: JsonObject, from: Day): unknown => {
  const branches = version['branches']
  const undated = {
    ...version,
    ...(isJsonObject(branches)
      ? { branches: Object.fromEntries(Object.entries(branches).map(([code, own]) => [code, withoutDatedDays(own)])) }
      : {}),
  }
  return { ...(withoutDatedDays(undated) as JsonObject), from }
}

/**
 * A policy file in which each version has a day: one whose day is missing or wrong gets that of the version before, and
 * loses what depends on its day. So the contradictions in its other members are found.
 */
export const replaceFaultyDaysOfPolicyVersions = (file: unknown): unknown => {
  if (!isJsonObject(file) || !Array.isArray(file['versions'])) return file
  let day = '2000-01-01' as Day
  const versions = file['versions'].map((version: unknown) => {
    if (!isJsonObject(version)) return version
    const from = version['from']
    if (!Day.is(from)) return withDay(version, day)
    day = from
    return version
  })
  return { ...file, versions }
}
