import type { System } from '../../adapters/processes/running/system'
import { lend } from '../../domain/use-cases/lend'
import { pay } from '../../domain/use-cases/pay'
import { requestErasure } from '../../domain/use-cases/request-erasure'
import { returnCopy } from '../../domain/use-cases/return-copy'
import { addDays } from '../../domain/values/day'
import { kroner } from '../../domain/values/ore'
import { payments } from '../../projections/fees/rows'
import { withSystem } from '../fixtures/system'
import { right } from '../fixtures/right'
import { acquireOne, branch, copy, now, registerNumbered } from './steps'

const owing = async (system: System) => {
  const { library } = system
  await acquireOne(system)
  const borrower = await registerNumbered(system, 1)
  right(await lend(library)({ copy, borrower, branch, ...now(system) })())
  right(await system.clock.moveTo(addDays(40)(library.desk.clock.today()), () => undefined)())
  right(await returnCopy(library)({ copy, branch, ...now(system) })())
  right(await library.reactionsDone())
  const fees = right(await library.lookUp.fees(borrower)()).map(({ fee }) => fee)
  const payWith = (order: string) =>
    pay(library)({
      ...{ borrower, order, fees, amount: kroner(30), at: library.desk.clock.now() },
      origin: { _tag: 'KeyedToday', key: `order\n${order}` },
    })()
  return { borrower, payWith }
}

const paymentsMade = async (system: System): Promise<number> => {
  right(await system.reach())
  return system.rows.count(payments, {})
}

describe('a fee that is paid by several at once', () => {
  it('is paid with one order; the others are told that it is being paid, or paid', () =>
    withSystem(async (system) => {
      const { payWith } = await owing(system)
      const answers = await Promise.all(['1', '2', '3', '4'].map(payWith))
      expect(answers.filter(({ _tag }) => _tag === 'Right')).toHaveLength(1)
      const told = answers.flatMap((answer) =>
        answer._tag === 'Left' && answer.left._tag === 'Refused' ? [answer.left.refusal._tag] : [],
      )
      expect(told).toHaveLength(3)
      expect(told.filter((tag) => tag !== 'FeeIsBeingPaid' && tag !== 'FeeIsNotOwed')).toEqual([])
      expect(await paymentsMade(system)).toBe(1)
    }))

  it('is one payment when it is one order, at once, later, and on another day', () =>
    withSystem(async (system) => {
      const { payWith, borrower } = await owing(system)
      const answers = (await Promise.all([payWith('1'), payWith('1'), payWith('1')])).map(right)
      right(await system.library.reactionsDone())
      answers.push(right(await payWith('1')))
      right(await system.clock.moveTo(addDays(2)(system.library.desk.clock.today()), () => undefined)())
      answers.push(right(await payWith('1')))
      expect(new Set(answers.map(({ payment }) => payment)).size).toBe(1)
      expect(answers.map(({ repeated }) => repeated).filter((repeated) => !repeated)).toHaveLength(1)
      expect(await paymentsMade(system)).toBe(1)
      expect(right(await system.library.lookUp.feesBeingPaid(borrower)())).toEqual([])
    }))

  it('keeps its borrower from being forgotten until the payment is finished', () =>
    withSystem(async (system) => {
      const { payWith, borrower } = await owing(system)
      const leave = () => requestErasure(system.library)({ borrower, ...now(system) })()
      const [asked, paid] = await Promise.all([leave(), payWith('1')])
      right(paid)
      expect(asked).toMatchObject({ left: { refusal: { _tag: 'HoldsOrOwes' } } })
      right(await system.library.reactionsDone())
      const fees = right(await system.library.lookUp.fees(borrower)())
      expect(fees.map(({ settled }) => settled)).toEqual([true])
      expect(await leave()).toMatchObject({ _tag: 'Right' })
    }))
})
