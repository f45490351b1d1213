import type { Day } from '../../../../domain/values/day'

/** A day whose server log is not erased. */
export interface ShownServerLogDay {
  readonly day: Day
  readonly forgottenOn: Day
}

/** How often somebody asked for pages in an hour of a day: from which address, with which browser. */
export interface ShownServerLogLine {
  readonly hour: number
  readonly address: string
  readonly browser: string
  readonly requests: number
}

/** The server log of a day that the reader has opened. */
export interface OpenedServerLog extends ShownServerLogDay {
  readonly reason: string
  /** The key of the form that opened it: what shows another hour of it sends the same, and records no second opening. */
  readonly formKey: string
  readonly lines: ReadonlyArray<ShownServerLogLine>
  /** The hour whose lines are shown; undefined while none is chosen. */
  readonly hour: number | undefined
}

/** An hour of a day: how many requests it has, and from how many addresses. */
interface HourOfServerLog {
  readonly hour: number
  readonly addresses: number
  readonly requests: number
}

/** The hours of a day in which somebody came, the earliest first. */
export const hoursOfLines = (lines: ReadonlyArray<ShownServerLogLine>): ReadonlyArray<HourOfServerLog> =>
  [...new Set(lines.map(({ hour }) => hour))]
    .sort((one, other) => one - other)
    .map((hour) => {
      const ofHour = lines.filter((line) => line.hour === hour)
      return {
        hour,
        addresses: new Set(ofHour.map(({ address }) => address)).size,
        requests: ofHour.reduce((sum, { requests }) => sum + requests, 0),
      }
    })

const twoDigits = (hour: number): string => String(hour).padStart(2, '0')

/** An hour of a day in Danish time: `13.00–14.00`. */
export const formatHour = (hour: number): string => `${twoDigits(hour)}.00–${twoDigits(hour + 1)}.00`
