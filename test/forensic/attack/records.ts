import type { Stored } from '../stored'

const kinds = ['loan', 'reservation', 'setAside', 'fee', 'payment'] as const

/** The record that an event belongs to: all events of one loan, reservation, set-aside, fee or payment are a record. */
export const recordOf = ({ opened }: Pick<Stored, 'opened'>): string | undefined => {
  const kind = kinds.find((one) => one in opened)
  return kind === undefined ? undefined : String(opened[kind])
}

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g

/** Every id that stands anywhere in a value. */
export const idsIn = (value: unknown): ReadonlyArray<string> => JSON.stringify(value).match(uuid) ?? []
