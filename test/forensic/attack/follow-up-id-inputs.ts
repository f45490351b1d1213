import type { FollowUp } from '../../../domain/reactions/follow-up'
import { copyAndReservationReactions } from '../../../domain/reactions/copy-and-reservation-reactions'
import { feeReactions } from '../../../domain/reactions/fee-reactions'
import { messageReactions } from '../../../domain/reactions/message-reactions'
import type { StoredLogEvent } from '../stored-events'
import type { NearEvents } from './near-events'

type CommandTo<A extends FollowUp['aggregate']> = Extract<FollowUp, { readonly aggregate: A }>['command']['type']

/** The commands that reactions give, by the category of the stream that they go to. */
const commandsByCategory = {
  copy: ['PutOnPullList', 'SetAside', 'Arrive', 'Send', 'Redirect', 'ReleaseSetAside'],
  title: [
    ...(['FulfilReservation', 'ReserveAnew', 'ReserveParallel', 'MakeReady', 'MakeWaiting'] as const),
    ...(['EndParallelReservation', 'CancelReservation', 'ChangeReservation'] as const),
  ],
  parallel: ['CompleteParallelReservation'],
  fee: [
    ...(['LevyFee', 'JoinFee', 'CancelFee', 'PayFee', 'ReimburseFee', 'GrantReimbursement'] as const),
    'RecordCollectionNoticeSent',
  ],
  payment: ['CompletePayment'],
  receipt: ['SpendReceipt'],
  message: ['MakeMessage'],
} as const satisfies {
  readonly copy: ReadonlyArray<CommandTo<'copy'>>
  readonly title: ReadonlyArray<CommandTo<'title'>>
  readonly parallel: ReadonlyArray<CommandTo<'parallelReservation'>>
  readonly fee: ReadonlyArray<CommandTo<'fee'>>
  readonly payment: ReadonlyArray<CommandTo<'payment'>>
  readonly receipt: ReadonlyArray<CommandTo<'receipt'>>
  readonly message: ReadonlyArray<CommandTo<'message'>>
}

const categoriesAndCommands: ReadonlyArray<readonly [string, ReadonlyArray<string>]> =
  Object.entries(commandsByCategory)

const reactions = [...copyAndReservationReactions, ...feeReactions, ...messageReactions]

/**
 * The inputs from which the source code derives the ids of follow-ups of an event, in the streams near it. An attacker can
 * try them without the key.
 */
export const followUpIdInputs = (cause: StoredLogEvent, { streams }: NearEvents): ReadonlyArray<string> => {
  const inputs: string[] = []
  for (const { name, eventTypes } of reactions)
    if (eventTypes.includes(cause.type))
      for (const [category, commands] of categoriesAndCommands)
        for (const stream of streams.get(category) ?? [])
          for (const command of commands)
            for (const index of [0, 1]) inputs.push(`${name}\n${cause.id}\n${command}\n${stream}/${String(index)}`)
  return inputs
}
