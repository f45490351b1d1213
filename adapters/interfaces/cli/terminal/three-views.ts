import type { ShownEvent } from '../../../processes/running/show'
import { sideBySide, wrapped } from './table'

/** Three columns and what stands between them come to 120 characters. */
const width = 38
const between = ' | '

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const word = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value))

/** A member a line, by name, those of a member of its own indented under it. */
const lines = (members: Readonly<Record<string, unknown>>, indent = ''): ReadonlyArray<string> =>
  Object.entries(members)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([name, value]) =>
      isRecord(value)
        ? [`${indent}${name}`, ...lines(value, `${indent}  `)]
        : wrapped(width)(`${indent}${name} ${word(value)}`),
    )

/** A part has the name of its class, and a scope's id in the open part may have the same: the parts stand apart, below. */
const asStored = ({ open, sealed }: ShownEvent['stored']): ReadonlyArray<string> => [
  ...lines(open),
  ...(Object.keys(sealed).length === 0 ? [] : lines({ sealed })),
]

/** One event: a heading, then its three views side by side on 120 columns. */
export const showInColumns = (event: ShownEvent): ReadonlyArray<string> => [
  `${String(event.revision)}  ${event.type}  recorded ${event.recorded}`,
  ...sideBySide(
    width,
    between,
  )([
    ['AS STORED', ...asStored(event.stored)],
    ['AS STAFF SEE IT', ...lines(event.staff)],
    ['ONCE FORGOTTEN', ...lines(event.forgotten)],
  ]),
  '',
]
