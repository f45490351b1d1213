import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { h, type JSX } from 'preact'
import { BranchChoice, type BranchChoiceProps } from '../../pages/staff/branch-choice'
import { branchMember, withBranch, type Workplace } from '../../pages/staff/workplace'
import { StaffPage } from '../../pages/staff/staff-page'
import { httpRequestFailure } from '../../http/problems/http-request-failure'
import type { HttpFailure } from '../../http/problems/http-failure'
import { defineSitePage } from '../page/define-site-page'
import type { AnySitePage, FormOutcome, FormRequest, PageRequest, SendForm, SitePage } from '../page/site-page'
import { nameJoinedScan } from './name-joined-scan'
import { findWorkplace, openBranches } from './find-workplace'

/** A request of somebody at a desk. */
type AtWorkplace<R> = R & { readonly workplace: Workplace }
export type StaffRequest = AtWorkplace<PageRequest>
export type StaffFormRequest = AtWorkplace<FormRequest>

/** A form of the desk. Where it leads is a path without the branch. */
type SendStaffForm<P> = (request: StaffFormRequest) => TE.TaskEither<HttpFailure, FormOutcome<P>>

/** A page of the desk: a page for staff that knows the branch. */
interface StaffPageDefinition<P> extends Pick<SitePage<P>, 'path' | 'title' | 'view' | 'doneTexts' | 'isInMenu'> {
  readonly read: (request: StaffRequest) => TE.TaskEither<HttpFailure, P>
  readonly forms?: Readonly<Record<string, SendStaffForm<P>>>
}

type StaffContent<P> = BranchChoiceProps | { readonly workplace: Workplace; readonly content: P }

const viewWith =
  <P extends object>(view: SitePage<P>['view']) =>
  (shown: StaffContent<P>): JSX.Element =>
    'workplace' in shown
      ? h(StaffPage, { workplace: shown.workplace, children: h(view, shown.content) })
      : h(BranchChoice, shown)

const sendAtWorkplace =
  <P>(send: SendStaffForm<P>): SendForm<StaffContent<P>> =>
  (request) => {
    const workplace = findWorkplace(request)
    if (workplace === undefined) return TE.left(httpRequestFailure('AddressIsUnknown'))
    const staffRequest = { ...request, workplace }
    return pipe(
      send(staffRequest),
      nameJoinedScan(staffRequest),
      TE.map((outcome) =>
        'content' in outcome
          ? { ...outcome, content: { workplace, content: outcome.content } }
          : { ...outcome, to: withBranch(outcome.to, workplace.branch) },
      ),
    )
  }

/** Defines a page of the desk. Without a branch in the address it asks for one, and reads nothing. */
export const defineStaffPage = <P extends object>({
  read,
  view,
  forms = {},
  ...page
}: StaffPageDefinition<P>): AnySitePage =>
  defineSitePage<StaffContent<P>>({
    isInMenu: false,
    ...page,
    roles: ['staff'],
    view: viewWith(view),
    read: (request) => {
      const workplace = findWorkplace(request)
      if (workplace === undefined) {
        const isUnknown = request.query[branchMember] !== undefined
        return TE.right({ branches: openBranches(request), isUnknown })
      }
      return pipe(
        read({ ...request, workplace }),
        TE.map((content) => ({ workplace, content })),
      )
    },
    forms: Object.fromEntries(Object.entries(forms).map(([name, send]) => [name, sendAtWorkplace(send)])),
  })
