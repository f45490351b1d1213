import { LoanReturned } from '../copy/events/loan-returned'
import type { FeeId } from '../values/ids'
import { lateness } from './lateness'
import { reaction } from './reaction'

/** A late return levies the fee of its occasion, or joins it. A return that is forgotten was reacted to before. */
export const lateReturnOwes = reaction('late-return-owes', {
  on: [LoanReturned],
  concerns: ({ open, sealed: { loan } }) => loan._tag === 'Plain' && open.returnedOn > loan.value.dueOn,
  needs: ['policy', 'feesOfOccasion'],
  react:
    ({ policy, feesOfOccasion }, derive) =>
    ({ open: { copy, title, returnedOn }, sealed }) =>
      sealed.loan._tag === 'Erased'
        ? []
        : lateness(
            policy,
            feesOfOccasion,
            derive('lateness') as FeeId,
          )({
            ...sealed.loan.value,
            copy,
            title,
            endedOn: returnedOn,
          }),
})
