import { messageAggregate } from '../../../domain/message/message-aggregate'
import { feeAggregate } from '../../../domain/fee/fee-aggregate'
import { handleCommand } from '../../../domain/command-handling/handle-command'
import type { FeeId, MessageId } from '../../../domain/values/ids'
import { addDays } from '../../../domain/values/day'
import type { Ore } from '../../../domain/values/ore'
import { rightOrThrow } from '../../fixtures/right-or-throw'
import { todayIn } from '../simulated-year'
import type { FaultOfNight } from './fault-of-night'

const notOnce = [{ promise: 'each due message once, and no other' } as const]

export const sentTwice: FaultOfNight = {
  title: 'a mail is sent a second time',
  when: 'before the mail goes out',
  inject: async ({ mail }) => {
    const [sent] = mail.server.mails
    const again = {
      message: 'again' as MessageId,
      reference: 'again',
      address: sent!.to,
      subject: 'Igen',
      text: sent!.raw,
    }
    rightOrThrow(await mail.sender.send(again)())
    return notOnce
  },
}

export const messageNotDue: FaultOfNight = {
  title: 'somebody who has nothing overdue gets a recall',
  when: 'before the closing',
  inject: async ({ year }) => {
    const { commandHandling } = year.library.useCaseDependencies
    const message = commandHandling.random.uuid() as MessageId
    const [borrower] = year.groundTruth.borrowers.keys()
    const items = [{ name: 'Bog', day: todayIn(year), amount: null }]
    const command = {
      message,
      borrower: borrower!,
      kind: 'recall',
      items,
      pickUp: null,
      madeOn: todayIn(year),
    } as const
    rightOrThrow(await handleCommand(commandHandling)(messageAggregate)(message)({ type: 'MakeMessage', ...command })())
    return notOnce
  },
}

export const feeNotOwed: FaultOfNight = {
  title: 'a fee is levied that nobody owes',
  when: 'before the closing',
  inject: async ({ year }) => {
    const { commandHandling } = year.library.useCaseDependencies
    const fee = commandHandling.random.uuid() as FeeId
    const [borrower] = year.groundTruth.borrowers.keys()
    const day = todayIn(year)
    const { copy, title } = year.copies[0]!
    const item = { copy, title, name: 'Bog', daysOverdue: 1 }
    const command = {
      ...{ fee, kind: 'lateness' as const, borrower: borrower!, amount: 999 as Ore, items: [item] },
      ...{ lentOn: day, dueOn: day, occasion: day, owedUntil: addDays(1_000)(day) },
    }
    rightOrThrow(await handleCommand(commandHandling)(feeAggregate)(fee)({ type: 'LevyFee', ...command })())
    return [{ promise: 'outstandingBalance', what: 'a fee was levied that nobody owes', about: fee }]
  },
}
