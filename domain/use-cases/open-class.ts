import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { ClassOpening, mayApproveClassOpening, type ClassOpener } from '../access/class-opening'
import type { Random } from '../ports/random'
import type { ShortTermKind, ShortTermStore, ShortTermStoreError } from '../ports/short-term-store'
import { parseEntry } from './parse-entry'

const requestKind: ShortTermKind = 'request to open a class'
const openingKind: ShortTermKind = 'opening of a class'

const hourMs = 3_600_000
/** How long a request waits for its approval, in ms: a day. */
const requestLastsMs = 24 * hourMs

/** What the opening of a class needs. */
interface ClassOpeningDependencies {
  readonly shortTerm: Pick<ShortTermStore, 'put' | 'get' | 'take'>
  readonly random: Pick<Random, 'uuid'>
}

/** Why a class is not opened. */
export interface ClassOpeningRefused {
  readonly _tag: 'ClassOpeningIsUnknown' | 'ApproverIsTheSame'
}

type WithClassOpening<A> = TE.TaskEither<ShortTermStoreError, A>

const toOpening = (value: string | undefined): ClassOpening | undefined => {
  const opening = value === undefined ? undefined : parseEntry(value)
  return ClassOpening.is(opening) ? opening : undefined
}

/** Asks for the opening of a class. Answers the id by which a second person approves it, within a day. */
export const requestClassOpening =
  ({ shortTerm, random }: ClassOpeningDependencies) =>
  (request: Omit<ClassOpening, 'approvedBy'>): WithClassOpening<string> => {
    const id = random.uuid()
    const value = JSON.stringify({ ...request, approvedBy: null })
    return pipe(
      shortTerm.put({ kind: requestKind, id, subject: null, lastsMs: requestLastsMs, value }),
      TE.map(() => id),
    )
  }

/** An opening that is in force, or waits for its approval; undefined when there is none, and once it has ended. */
export const findClassOpening =
  ({ shortTerm }: Pick<ClassOpeningDependencies, 'shortTerm'>) =>
  (id: string): WithClassOpening<ClassOpening | undefined> =>
    pipe(
      shortTerm.get({ kind: openingKind, id }),
      TE.flatMap((opened) =>
        opened === undefined ? shortTerm.get({ kind: requestKind, id }) : TE.right<never, string | undefined>(opened),
      ),
      TE.map(toOpening),
    )

/** Of two approvals at the same time, one takes the request. The opening ends by itself when its hours are over. */
const takeAndOpen =
  ({ shortTerm }: Pick<ClassOpeningDependencies, 'shortTerm'>, id: string) =>
  (approved: ClassOpening): WithClassOpening<ClassOpening> =>
    pipe(
      shortTerm.take({ kind: requestKind, id }),
      TE.flatMap(() => {
        const entry = { kind: openingKind, id, subject: null, lastsMs: approved.hours * hourMs }
        return shortTerm.put({ ...entry, value: JSON.stringify(approved) })
      }),
      TE.map(() => approved),
    )

/**
 * Approves a request, as another person than the one who asked. From then on the class is open for the one who asked, for
 * the hours that they asked for. A repeat changes nothing.
 */
export const approveClassOpening =
  (dependencies: Pick<ClassOpeningDependencies, 'shortTerm'>) =>
  (id: string, approver: ClassOpener): TE.TaskEither<ShortTermStoreError | ClassOpeningRefused, ClassOpening> =>
    pipe(
      findClassOpening(dependencies)(id),
      TE.flatMap((opening): TE.TaskEither<ShortTermStoreError | ClassOpeningRefused, ClassOpening> => {
        if (opening === undefined) return TE.left({ _tag: 'ClassOpeningIsUnknown' })
        if (!mayApproveClassOpening(approver)(opening)) return TE.left({ _tag: 'ApproverIsTheSame' })
        return opening.approvedBy === null
          ? takeAndOpen(dependencies, id)({ ...opening, approvedBy: approver.subject })
          : TE.right(opening)
      }),
    )
