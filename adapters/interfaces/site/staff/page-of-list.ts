import { cursorMember } from '../../pages/staff-lists/paged-table'
import type { StaffRequest } from './define-staff-page'

/** How many entries of a list stand on a page. */
const listPageSize = '50'

/** The query of a list for the page that the address asks for. */
export const pageOfList = ({ query }: Pick<StaffRequest, 'query'>): Readonly<Record<string, string>> => {
  const cursor = query[cursorMember]
  return { limit: listPageSize, ...(cursor === undefined ? {} : { cursor }) }
}
