import type { ShownEvent } from '../../../processes/running-library/shown-event'
import { joinTerminalTextColumns, breakTextIntoLines } from './text-layout'

/** The width of a column: three columns and two separators come to 120 characters. */
const columnWidth = 38
const separator = ' | '

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const valueText = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value))

/** One line for each member, sorted by name; nested members are indented. */
const memberLines = (members: Readonly<Record<string, unknown>>, indent = ''): ReadonlyArray<string> =>
  Object.entries(members)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([name, value]) =>
      isRecord(value)
        ? [`${indent}${name}`, ...memberLines(value, `${indent}  `)]
        : breakTextIntoLines(columnWidth)(`${indent}${name} ${valueText(value)}`),
    )

/**
 * The event as stored. A sealed part has the name of its class, which may also name a member of the open part, so
 * sealed parts stand apart, below.
 */
const storedLines = ({ open, sealed }: ShownEvent['stored']): ReadonlyArray<string> => [
  ...memberLines(open),
  ...(Object.keys(sealed).length === 0 ? [] : memberLines({ sealed })),
]

/** Formats an event: a heading, then three columns of together 120 characters. */
export const formatEventInColumns = (event: ShownEvent): ReadonlyArray<string> => [
  `${String(event.revision)}  ${event.type}  recorded ${event.recorded}`,
  ...(event.damaged === undefined ? [] : [`DAMAGED: ${event.damaged}`]),
  ...joinTerminalTextColumns(
    columnWidth,
    separator,
  )([
    ['AS STORED', ...storedLines(event.stored)],
    ['AS STAFF SEE IT', ...memberLines(event.staff)],
    ['ONCE FORGOTTEN', ...memberLines(event.forgotten)],
  ]),
  '',
]
