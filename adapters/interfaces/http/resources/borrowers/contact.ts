import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { borrowerAggregate } from '../../../../../domain/borrower/aggregate'
import type { Contact } from '../../../../../domain/borrower/contact'
import { refused } from '../../../../../domain/command-handling/handling-error'
import type { ContactId } from '../../../../../domain/values/ids'
import { contactOf } from '../../../../../projections/borrowers/queries'
import { ownOnly } from '../../access/own'
import { deskAndOwn, deskAuditAndOwn } from '../../access/roles'
import { command, read } from '../../route/define'
import { found } from '../ready'
import { taggedRows } from '../tagged-rows'
import { changeWith } from './change'
import { BorrowerChanged, BorrowerPath, ContactSent } from './codecs'
import { ContactView } from './views'

const path = '/borrowers/:borrower/contact'

export const getContact = read({
  path,
  name: 'readContact',
  about: 'How a borrower can be reached',
  area: 'Borrowers',
  roles: deskAuditAndOwn,
  params: BorrowerPath,
  answer: ContactView,
  handle: ({ params: { borrower }, caller, system }) =>
    pipe(
      TE.fromEither(ownOnly(caller)(borrower)),
      TE.chain(() => taggedRows(system)(borrowerAggregate(system.library.policy), borrower)),
      TE.bind('body', ({ rows }) =>
        TE.fromEither(found<Contact>(refused({ _tag: 'BorrowerIsUnknown' }))(contactOf(borrower)(rows))),
      ),
      TE.map(({ etag, body }) => ({ etag, body })),
    ),
})

export const putContact = command({
  method: 'put',
  path,
  name: 'changeContact',
  about: 'Change how a borrower can be reached; the earlier details are forgotten with the next month',
  area: 'Borrowers',
  roles: deskAndOwn,
  params: BorrowerPath,
  body: ContactSent,
  ifMatch: 'must',
  answer: BorrowerChanged,
  handle: (call) =>
    changeWith(call)(({ next }) => ({
      type: 'ChangeContact',
      borrower: call.params.borrower,
      contact: next('contact') as ContactId,
      details: call.body,
    })),
})
