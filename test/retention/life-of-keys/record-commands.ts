import * as E from 'fp-ts/Either'
import fc from 'fast-check'
import { ErasureRequested } from '../../../domain/borrower/events/erasure-requested'
import type { AnyEvent } from '../../../domain/event/define-event'
import type { LogName, StreamName } from '../../../domain/event/stream'
import { FeeSettled } from '../../../domain/fee/events/fee-settled'
import { ReservationCancelled } from '../../../domain/title/events/reservation-cancelled'
import type { BorrowerId, FeeId, ReservationId, ScopeId } from '../../../domain/values/ids'
import { addDays } from '../../../domain/values/day'
import { rightOrThrow } from '../../fixtures/right-or-throw'
import { firstTitle } from '../../fixtures/example-library'
import { storedOpenEvent, type DurableLibrary } from './durable-library'
import { changedReservation, newBorrower, newFee, newReservation, streamOf } from './example-records'
import { command, commandFor, commandForNth, type LifeCommand } from './life-command'
import { changeScope, isErased, isUnreadable, type LifeModel, type ModelScope } from './life-model'
import type { LifeUnderTest } from './life-under-test'

/** An alias: the linter cannot see that fast-check runs these expectations within a test. */
const assertThat = expect

/** Days after the settlement of a fee. */
const daysOfFee = 30

export const ofClass =
  (name: ModelScope['class']) =>
  ({ scopes }: LifeModel): ReadonlyArray<ModelScope> =>
    [...scopes.values()].filter((scope) => scope.class === name)

const isNotDue = ({ due }: ModelScope): boolean => due === undefined

const lengthOf = async ({ logs }: DurableLibrary, log: LogName, stream: StreamName): Promise<number> => {
  let length = 0
  for await (const page of logs[log].readStream(stream, { direction: 'forwards' })) length += page.length
  return length
}

const appendOpen = async ({ library, process }: LifeUnderTest, log: LogName, stream: StreamName, event: AnyEvent) => {
  const expected = (await lengthOf(library, log, stream)) - 1
  rightOrThrow(await library.logs[log].append(stream, expected, [storedOpenEvent(log, library.today, event)])())
  rightOrThrow(await process().catchUp())
}

/** Seals an event. It succeeds when the keys are there, and never under an erased scope. */
const recordUnder = async (
  { scopes }: LifeModel,
  { library, process }: LifeUnderTest,
  parent: ModelScope,
  stream: StreamName,
  event: AnyEvent,
) => {
  const revision = await lengthOf(library, 'circulation', stream)
  const recorded = await process().record('circulation', stream, revision, event)
  rightOrThrow(await process().catchUp())
  if (isErased(scopes, parent)) assertThat(recorded).toMatchObject({ _tag: 'Left' })
  else if (!isUnreadable(scopes, parent)) rightOrThrow(recorded)
  return recorded
}

export const registersBorrower = command('register a borrower', async (model, { library, process }) => {
  const event = newBorrower(library.today)
  const stream = streamOf.borrower(event.open.borrower)
  const registered = rightOrThrow(await process().record('persons', stream, 0, event))
  rightOrThrow(await process().catchUp())
  for (const { scope, class: name } of registered.parts)
    model.scopes.set(scope, {
      ...{ scope, class: name as ModelScope['class'], event: registered },
      borrower: name === 'borrower' ? undefined : (event.open.borrower as string as ScopeId),
      ...{ due: undefined, endedIn: undefined, isLost: false },
    })
})

const addsRecordOfNth = (name: 'fee' | 'reservation') =>
  commandForNth(`a ${name} of borrower`, ofClass('borrower'), async (model, life, borrower) => {
    const id = borrower.scope as string as BorrowerId
    const event = name === 'fee' ? newFee(id, life.library.today) : newReservation(id)
    const own = (event.open as Readonly<Record<string, string>>)[name] as ScopeId
    const recorded = await recordUnder(model, life, borrower, streamOf[name](own), event)
    if (E.isRight(recorded))
      model.scopes.set(own, {
        ...{ scope: own, class: name, event: recorded.right, borrower: borrower.scope },
        ...{ due: undefined, endedIn: undefined, isLost: false },
      })
  })

/** A command reads a record before it changes it, and fails when the record cannot be read. */
const changesReservation = commandFor(
  'change reservation',
  ofClass('reservation'),
  async (model, life, reservation) => {
    if ((await life.process().openParts(reservation.event)).includes('Unavailable')) return
    const event = changedReservation(
      reservation.borrower as string as BorrowerId,
      reservation.scope as string as ReservationId,
    )
    await recordUnder(model, life, reservation, streamOf.reservation(reservation.scope), event)
  },
)

export const cancelsNth = commandForNth(
  'cancel reservation',
  (model) => ofClass('reservation')(model).filter(isNotDue),
  async (model, life, { scope }) => {
    const event = ReservationCancelled({ reservation: scope as string as ReservationId, title: firstTitle }, {})
    await appendOpen(life, 'circulation', streamOf.reservation(scope), event)
    changeScope(model, scope, { due: 'at once' })
  },
)

const settles = commandFor(
  'settle fee',
  (model) => ofClass('fee')(model).filter(isNotDue),
  async (model, life, { scope }) => {
    const { today } = life.library
    const event = FeeSettled({ fee: scope as string as FeeId, settledOn: today }, {})
    await appendOpen(life, 'circulation', streamOf.fee(scope), event)
    changeScope(model, scope, { due: addDays(daysOfFee)(today) })
  },
)

const requestsErasure = commandFor(
  'request erasure of borrower',
  (model) => ofClass('borrower')(model).filter(isNotDue),
  async (model, life, { scope }) => {
    const event = ErasureRequested({ borrower: scope as string as BorrowerId }, {})
    await appendOpen(life, 'persons', streamOf.borrower(scope), event)
    changeScope(model, scope, { due: 'at once' })
  },
)

/** Two borrowers, each with a fee and a reservation. */
export const firstRecords = (): ReadonlyArray<LifeCommand> => [
  registersBorrower,
  registersBorrower,
  ...['fee' as const, 'reservation' as const].flatMap((name) => [0, 1].map(addsRecordOfNth(name))),
]

/** What happens to records of borrowers. */
export const recordCommands: ReadonlyArray<fc.WeightedArbitrary<LifeCommand>> = [
  { arbitrary: fc.constant(registersBorrower), weight: 1 },
  { arbitrary: fc.nat({ max: 1000 }).map(addsRecordOfNth('fee')), weight: 1 },
  { arbitrary: fc.nat({ max: 1000 }).map(addsRecordOfNth('reservation')), weight: 1 },
  { arbitrary: changesReservation, weight: 1 },
  { arbitrary: fc.nat({ max: 1000 }).map(cancelsNth), weight: 2 },
  { arbitrary: settles, weight: 1 },
  { arbitrary: requestsErasure, weight: 3 },
]
