import type { RunningLibrary } from '../../adapters/processes/running-library/running-library'
import { lendCopy } from '../../domain/use-cases/lend-copy'
import { payFees } from '../../domain/use-cases/pay-fees'
import { requestErasure } from '../../domain/use-cases/request-erasure'
import { returnCopy } from '../../domain/use-cases/return-copy'
import { addDays } from '../../domain/values/day'
import { oreFromKroner } from '../../domain/values/ore'
import { paymentsTable } from '../../projections/fees/fee-tables'
import { withRunningLibrary } from '../fixtures/running-library'
import { rightOrThrow } from '../fixtures/right-or-throw'
import { acquireOneCopy, homeBranch, oneCopy, nowOnce, registerNumberedBorrower } from './use-case-steps'

const prepareDebtor = async (library: RunningLibrary) => {
  const { useCaseDependencies } = library
  await acquireOneCopy(library)
  const borrower = await registerNumberedBorrower(library, 1)
  rightOrThrow(
    await lendCopy(useCaseDependencies)({ copy: oneCopy, borrower, branch: homeBranch, ...nowOnce(library) })(),
  )
  rightOrThrow(
    await library.clock.moveTo(addDays(40)(useCaseDependencies.commandHandling.clock.today()), () => undefined)(),
  )
  rightOrThrow(await returnCopy(useCaseDependencies)({ copy: oneCopy, branch: homeBranch, ...nowOnce(library) })())
  rightOrThrow(await useCaseDependencies.waitForReactions())
  const fees = rightOrThrow(await useCaseDependencies.decisionQueries.fees(borrower)()).map(({ fee }) => fee)
  const payWith = (order: string) =>
    payFees(useCaseDependencies)({
      ...{ borrower, order, fees, amount: oreFromKroner(30), at: useCaseDependencies.commandHandling.clock.now() },
      origin: { _tag: 'KeyedToday', key: `order\n${order}` },
    })()
  return { borrower, payWith }
}

const countPayments = async (library: RunningLibrary): Promise<number> => {
  rightOrThrow(await library.catchUpReadModels())
  return library.rows.count(paymentsTable, {})
}

describe('a fee with several payments at once', () => {
  it('is paid by one order; the others are refused because it is being paid, or is paid', () =>
    withRunningLibrary(async (library) => {
      const { payWith } = await prepareDebtor(library)
      const answers = await Promise.all(['1', '2', '3', '4'].map(payWith))
      expect(answers.filter(({ _tag }) => _tag === 'Right')).toHaveLength(1)
      const refusals = answers.flatMap((answer) =>
        answer._tag === 'Left' && answer.left._tag === 'Refused' ? [answer.left.refusal._tag] : [],
      )
      expect(refusals).toHaveLength(3)
      expect(refusals.filter((tag) => tag !== 'FeeIsBeingPaid' && tag !== 'FeeIsNotOwed')).toEqual([])
      expect(await countPayments(library)).toBe(1)
    }))

  it('is paid once by one order that is sent concurrently, later, and on another day', () =>
    withRunningLibrary(async (library) => {
      const { payWith, borrower } = await prepareDebtor(library)
      const answers = (await Promise.all([payWith('1'), payWith('1'), payWith('1')])).map(rightOrThrow)
      rightOrThrow(await library.useCaseDependencies.waitForReactions())
      answers.push(rightOrThrow(await payWith('1')))
      rightOrThrow(
        await library.clock.moveTo(
          addDays(2)(library.useCaseDependencies.commandHandling.clock.today()),
          () => undefined,
        )(),
      )
      answers.push(rightOrThrow(await payWith('1')))
      expect(new Set(answers.map(({ payment }) => payment)).size).toBe(1)
      expect(answers.map(({ repeated }) => repeated).filter((repeated) => !repeated)).toHaveLength(1)
      expect(await countPayments(library)).toBe(1)
      expect(rightOrThrow(await library.useCaseDependencies.decisionQueries.feesOfMadePayments(borrower)())).toEqual([])
    }))

  it('keeps its borrower from being forgotten until the payment is finished', () =>
    withRunningLibrary(async (library) => {
      const { payWith, borrower } = await prepareDebtor(library)
      const leave = () => requestErasure(library.useCaseDependencies)({ borrower, ...nowOnce(library) })()
      const [erasureRequest, paid] = await Promise.all([leave(), payWith('1')])
      rightOrThrow(paid)
      expect(erasureRequest).toMatchObject({ left: { refusal: { _tag: 'HoldsOrOwes' } } })
      rightOrThrow(await library.useCaseDependencies.waitForReactions())
      const fees = rightOrThrow(await library.useCaseDependencies.decisionQueries.fees(borrower)())
      expect(fees.map(({ ending }) => ending)).toEqual(['paid'])
      expect(await leave()).toMatchObject({ _tag: 'Right' })
    }))
})
