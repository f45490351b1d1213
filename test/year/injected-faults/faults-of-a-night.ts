import { messageAggregate } from '../../../domain/message/message-aggregate'
import { feeAggregate } from '../../../domain/fee/fee-aggregate'
import { handleCommand } from '../../../domain/command-handling/handle-command'
import type { FeeId, MessageId } from '../../../domain/values/ids'
import { addDays } from '../../../domain/values/day'
import type { Ore } from '../../../domain/values/ore'
import { rightOrThrow } from '../../fixtures/right-or-throw'
import { promiseOfClass, type PromiseName } from '../checks/broken-promise'
import type { RunningYear } from '../simulate-year'
import { todayIn } from '../simulated-year'
import type { WritableFiles } from './writable-files'
import { writeWhenFree } from './writable-files'

/** A fault that is injected while a day is closed, or before the mail of it goes out. It cannot be undone. */
export interface FaultOfNight {
  readonly title: string
  readonly when: 'before the closing' | 'before the mail goes out'
  /** Injects the fault, and answers which promise it breaks. */
  readonly inject: (running: RunningYear, files: WritableFiles) => Promise<PromiseName>
}

const onceAndNoOther = 'each due message once, and no other'

const sentTwice: FaultOfNight = {
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
    return onceAndNoOther
  },
}

const messageNotDue: FaultOfNight = {
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
    return onceAndNoOther
  },
}

const feeNotOwed: FaultOfNight = {
  title: 'a fee is levied that nobody owes',
  when: 'before the closing',
  inject: async ({ year }) => {
    const { commandHandling } = year.library.useCaseDependencies
    const fee = commandHandling.random.uuid() as FeeId
    const [borrower] = year.groundTruth.borrowers.keys()
    const day = todayIn(year)
    const item = { ...year.copies[0]!, name: 'Bog', daysOverdue: 1 }
    const { price: _price, homeBranch: _homeBranch, ...ofFee } = item
    const command = {
      ...{ fee, kind: 'lateness' as const, borrower: borrower!, amount: 999 as Ore, items: [ofFee] },
      ...{ lentOn: day, dueOn: day, occasion: day, owedUntil: addDays(1_000)(day) },
    }
    rightOrThrow(await handleCommand(commandHandling)(feeAggregate)(fee)({ type: 'LevyFee', ...command })())
    return 'outstandingBalance'
  },
}

const clocks = ['clock_by', 'clock_on', 'latest_by', 'latest_on', 'due_by', 'due_on']

const takenOffSchedule: FaultOfNight = {
  title: 'something that is due is taken off the schedule',
  when: 'before the closing',
  inject: async ({ year }, { schedule }) => {
    const due = [...year.groundTruth.scopes.values()].find(
      ({ lastDay, class: name }) => lastDay === todayIn(year) && (name === 'loan' || name === 'message'),
    )
    if (due === undefined) throw new Error('nothing is due')
    const scope = Buffer.from(due.id.replaceAll('-', ''), 'hex')
    const change = schedule.prepare(
      `UPDATE scopes SET ${clocks.map((name) => `${name} = NULL`).join()} WHERE scope = ?`,
    )
    await writeWhenFree(() => {
      if (change.run(scope).changes !== 1) throw new Error('the schedule does not have it')
    })
    return promiseOfClass[due.class]
  },
}

export const faultsOfNights: ReadonlyArray<FaultOfNight> = [sentTwice, messageNotDue, feeNotOwed, takenOffSchedule]
