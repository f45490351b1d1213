import * as t from 'io-ts'
import { exactRecord, nullable } from '../event/exact-record'
import { Day } from '../values/day'
import { BranchId } from '../values/ids'
import { Ore } from '../values/ore'

/** One thing that a message tells: of a loan, a reservation, a fee or a payment. */
export const MessageItem = exactRecord('MessageItem', {
  /** The name of the title; of a fee or payment, of all its titles. */
  name: t.string,
  /** The due day, the pick-up deadline, or the last day of interest; null of fees and payments. */
  day: nullable(Day),
  /** In øre; null of loans and reservations. */
  amount: t.union([Ore, t.null]),
})
export type MessageItem = t.TypeOf<typeof MessageItem>

/** Where a copy is ready, and under which number. */
export const PickUpPlace = exactRecord('PickUpPlace', { branch: BranchId, number: t.string })
export type PickUpPlace = t.TypeOf<typeof PickUpPlace>
