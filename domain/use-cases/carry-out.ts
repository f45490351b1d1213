import type { TaskEither } from 'fp-ts/TaskEither'
import { copyAggregate } from '../copy/aggregate'
import { feeAggregate } from '../fee/aggregate'
import type { Cause } from '../command-handling/cause'
import { handle, type Handled } from '../command-handling/handle'
import type { HandlingError } from '../command-handling/handling-error'
import { paymentAggregate } from '../payment/aggregate'
import type { FollowUp } from '../reactions/follow-up'
import { titleAggregate } from '../title/aggregate'
import type { Library } from './library'

/** Carries out a command that follows from an event (its cause), or that a closing gives (without one). */
export const carryOut =
  ({ desk, policy }: Library) =>
  (cause: Cause | undefined) =>
  (follow: FollowUp): TaskEither<HandlingError<unknown>, Handled<unknown>> => {
    switch (follow.aggregate) {
      case 'copy':
        return handle(desk)(copyAggregate(policy))(follow.id, cause)(follow.command)
      case 'title':
        return handle(desk)(titleAggregate(policy))(follow.id, cause)(follow.command)
      case 'fee':
        return handle(desk)(feeAggregate)(follow.id, cause)(follow.command)
      case 'payment':
        return handle(desk)(paymentAggregate)(follow.id, cause)(follow.command)
    }
  }
