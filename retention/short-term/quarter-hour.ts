/** A quarter-hour, counted from the first one of 1970 (UTC). */
export type QuarterHour = number

const quarterHourMs = 15 * 60_000

/** The quarter-hour of a time in ms since 1970. */
export const quarterHourOf = (ms: number): QuarterHour => Math.floor(ms / quarterHourMs)

/** The first quarter-hour that begins at a time or later. */
export const quarterHourFrom = (ms: number): QuarterHour => Math.ceil(ms / quarterHourMs)
