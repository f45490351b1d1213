import { writeFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { handleCommand } from '../../../domain/command-handling/handle-command'
import { feeAggregate } from '../../../domain/fee/fee-aggregate'
import { addDays } from '../../../domain/values/day'
import type { CollectionFileId } from '../../../domain/values/ids'
import { rightOrThrow } from '../../fixtures/right-or-throw'
import { noteCollectionFile } from '../actions/collection'
import { collectionOfYear } from '../collector-of-year'
import { todayIn } from '../simulated-year'
import type { FaultOfNight } from './fault-of-night'
import type { InjectedFault } from './injected-fault'

/** It is said of a debt that the written notice was sent and its days to pay are over, and nobody was written to. */
export const debtWithoutNotice: FaultOfNight = {
  title: 'a debt is passed on for collection without a notice',
  when: 'before the collection',
  inject: async ({ year }) => {
    const { commandHandling } = year.library.useCaseDependencies
    const owed = [...year.groundTruth.fees.values()].find(
      ({ settledOn, collection }) => settledOn === null && collection === 'none',
    )
    const fee = owed!.fee
    const handle = handleCommand(commandHandling)(feeAggregate)(fee)
    const on = addDays(-2)(todayIn(year))
    rightOrThrow(await handle({ type: 'RequestCollectionNotice', fee, role: 'staff', on })())
    rightOrThrow(await handle({ type: 'RecordCollectionNoticeSent', fee, sentOn: on, daysToPay: 1 })())
    return [{ promise: 'outstandingBalance', what: 'other debts are passed on' }]
  },
}

/** The library is not asked to record it: what is known of the day has one file more. */
export const disclosureNotRecorded: FaultOfNight = {
  title: 'a file goes to the collector, and no disclosure is recorded',
  when: 'before the closing',
  inject: ({ year }) => {
    const file = year.library.useCaseDependencies.commandHandling.random.uuid() as CollectionFileId
    year.groundTruth.expectedDisclosures.push(file)
    return Promise.resolve([{ promise: 'disclosures', what: 'one was not recorded', about: file }])
  },
}

export const collectionFileStored: InjectedFault = {
  promise: 'disclosures',
  title: 'a file to the collector is stored',
  isInFile: true,
  inject: async ({ midnight: { folder, year } }) => {
    const { encryptCollectionFile } = year.library.useCaseDependencies
    const text = rightOrThrow(await encryptCollectionFile('{"debts":[]}', collectionOfYear.recipient!)())
    const file = path.join(folder, 'debts.jwe')
    writeFileSync(file, text)
    noteCollectionFile(year, text)
    return () => {
      year.groundTruth.collectionFiles.pop()
      return Promise.resolve(rmSync(file))
    }
  },
}
