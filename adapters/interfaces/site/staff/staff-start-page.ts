import * as TE from 'fp-ts/TaskEither'
import { StaffStartView } from '../../pages/staff/staff-start-view'
import { staffTexts } from '../../pages/staff/staff-texts'
import { defineStaffPage } from './define-staff-page'

/** Where somebody at a workplace begins: with the branch. */
export const staffStartPage = defineStaffPage({
  path: '/skranke',
  title: staffTexts.title,
  isInMenu: true,
  read: () => TE.right({}),
  view: StaffStartView,
})
