import { cursorOf } from '../page/cursor-of'
import type { StaffRequest } from './define-staff-page'

/** How many entries of a list stand on a page. */
const listPageSize = '50'

/** The query of a list for the page that the address asks for. */
export const pageOfList = (request: Pick<StaffRequest, 'query'>): Readonly<Record<string, string>> => ({
  limit: listPageSize,
  ...cursorOf(request),
})
