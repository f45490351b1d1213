import * as t from 'io-ts'
import { exactRecord } from '../event/exact-record'

/** How often somebody asked for pages in an hour: from which address, with which browser (`Firefox 133`). */
export const ServerLogLine = exactRecord('ServerLogLine', {
  address: t.string,
  browser: t.string,
  requests: t.number,
})
export type ServerLogLine = t.TypeOf<typeof ServerLogLine>

/** How often a page was visited, by its path without language and names: `/mit`. */
export const PageVisits = exactRecord('PageVisits', { page: t.string, visits: t.number })
export type PageVisits = t.TypeOf<typeof PageVisits>
