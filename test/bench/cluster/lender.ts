import { taskEither } from 'fp-ts'
import { truthElsewhere } from '../../../adapters/composition/truth/truth-elsewhere'
import type { Places } from '../../../adapters/composition/truth/places'
import { layoutOf } from '../../../adapters/stores/data-folder/layout'
import type { System } from '../../../adapters/processes/running/system'
import { tendCopy } from '../../../domain/use-cases/copy'
import { lend } from '../../../domain/use-cases/lend'
import { once } from '../../../domain/use-cases/origin'
import { register } from '../../../domain/use-cases/register'
import type { BorrowerId, CopyId, TitleId } from '../../../domain/values/ids'
import { kroner } from '../../../domain/values/ore'
import { details, personOf } from '../../crash/world'
import { right } from '../../fixtures/right'
import { openIn } from '../../fixtures/system'
import { inNamespace } from '../../adapters/imports/ledger/places/event-servers'
import { branch } from '../lend/branch'
import { byCallers } from '../lend/side-by-side'
import { timed, type Waits } from './waits'

/** What a process of the library is asked to do. */
export type Asked =
  | ({ readonly _tag: 'Open' } & Premises)
  | { readonly _tag: 'Furnish'; readonly copies: ReadonlyArray<string>; readonly borrowers: number }
  | { readonly _tag: 'Lend'; readonly loans: ReadonlyArray<Loan>; readonly callers: number }

/** Where a library is, under which name on a server that holds others as well. */
export interface Premises {
  readonly places: Places
  readonly namespace: string
  readonly folder: string
  readonly ring: string
}

export interface Loan {
  readonly copy: string
  readonly borrower: string
}

/** What it answers: whom it registered, or the ms that each loan took and what was waited for meanwhile. */
export interface Answer {
  readonly borrowers?: ReadonlyArray<string>
  readonly took?: ReadonlyArray<number>
  readonly waits?: Waits
  readonly failed?: string
}

const callersAtOnce = 16

const furnish = async ({ library }: System, copies: ReadonlyArray<string>, count: number): Promise<Answer> => {
  const now = { at: library.desk.clock.now(), origin: once }
  const borrowers: BorrowerId[] = []
  const cards = Array.from({ length: count }, (_, at) => `B-${String(at)}`)
  await byCallers(callersAtOnce)(cards, async (card) => {
    const cardShown = { number: card, pin: null }
    const registered = await register(library)({ person: personOf(card), details, cardShown, ...now })()
    borrowers.push(right(registered).borrower)
  })
  await byCallers(callersAtOnce)(copies, async (copy) => {
    const title = copy.slice(2) as TitleId
    const book = { group: 'standard', ageLimit: null, price: kroner(100), name: 'Pelle', author: null } as const
    const acquire = { type: 'Acquire', copy: copy as CopyId, title, branch, ...book } as const
    right(await tendCopy(library)(copy as CopyId, now)(acquire)())
  })
  right(await library.reactionsDone())
  return { borrowers }
}

const lendAll = async ({ library }: System, loans: ReadonlyArray<Loan>, callers: number): Promise<Answer> => {
  const took: number[] = []
  await byCallers(callers)(loans, async ({ copy, borrower }) => {
    const start = performance.now()
    const at = library.desk.clock.now()
    const asked = { copy: copy as CopyId, borrower: borrower as BorrowerId, branch, at, origin: once }
    right(await lend(library)(asked)())
    took.push(performance.now() - start)
  })
  return { took }
}

let opened: { readonly system: System; readonly watch: ReturnType<typeof timed>['watch'] } | undefined

const open = async ({ places, namespace, folder, ring }: Premises): Promise<Answer> => {
  const openTruth = truthElsewhere(places, inNamespace(namespace))
  const { truth, watch } = timed(right(await openTruth(layoutOf(folder, ring))()))
  opened = { system: await openIn(folder, { ring, truth: () => taskEither.right(truth) }), watch }
  return {}
}

const answer = async (asked: Asked): Promise<Answer> => {
  if (asked._tag === 'Open') return open(asked)
  if (opened === undefined) throw new Error('a library is opened first')
  const { system, watch } = opened
  if (asked._tag === 'Furnish') return furnish(system, asked.copies, asked.borrowers)
  watch.clear()
  return { ...(await lendAll(system, asked.loans, asked.callers)), waits: watch.taken() }
}

// Run as a process of its own, which does one thing after another as it is asked.
process.on('message', (asked: Asked) => {
  const failed = (error: unknown): Answer => ({ failed: String(error) })
  void answer(asked)
    .catch(failed)
    .then((answered) => process.send?.(answered))
})
process.once('disconnect', () => {
  void (opened?.system.close() ?? Promise.resolve()).finally(() => process.exit())
})
