import * as t from 'io-ts'
import { exactRecord, nullable } from '../event/exact-record'
import { OpenableClass, OpenerRole } from './opening'

/** For how many hours a class can be opened, at most. */
export const longestClassOpeningHours = 8

/** Who asked for an opening of a class, or approved it: the role and the subject of the token. */
export interface ClassOpener {
  readonly role: OpenerRole
  readonly subject: string
}

/**
 * A request to open one class of sealed data, with a written reason and for so many hours. `approvedBy`: the subject of the
 * second person; null until there is one, and until then nothing is opened.
 */
export const ClassOpening = exactRecord('ClassOpening', {
  class: OpenableClass,
  reason: t.string,
  hours: t.number,
  role: OpenerRole,
  subject: t.string,
  approvedBy: nullable(t.string),
})
export type ClassOpening = t.TypeOf<typeof ClassOpening>

/** Whether a person may approve: only somebody else than the one who asked. */
export const mayApproveClassOpening =
  ({ subject }: Pick<ClassOpener, 'subject'>) =>
  (opening: ClassOpening): boolean =>
    opening.subject !== subject

/** Whether a person may use an opening: the one who asked for it, once it is approved. */
export const isClassOpenFor =
  ({ role, subject }: ClassOpener) =>
  (opening: ClassOpening): boolean =>
    opening.approvedBy !== null && opening.role === role && opening.subject === subject
