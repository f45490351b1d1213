import * as E from 'fp-ts/Either'
import type { CommandError } from '../../../domain/command-handling/command-error'
import { confirmPayment } from '../../../domain/use-cases/confirm-payment'
import type { UseCaseDependencies } from '../../../domain/use-cases/use-case-dependencies'
import { startedPayments } from '../../../projections/fees/payment-queries'
import type { AlarmReporter } from '../../processes/failures/alarm-without-repeats'
import { runTaskUnderLease } from '../../processes/leases/run-task-under-lease'
import type { ProjectorGroup } from '../../processes/projectors/projector-group'
import type { PaymentOperations } from '../../processes/running-library/payment-operations'
import type { LibraryStores } from '../stores/library-stores'
import { paymentLeaseName } from './payment-lease-name'

interface PaymentDependencies {
  readonly stores: Pick<LibraryStores, 'readModels' | 'coordination'>
  readonly projectorGroup: Pick<ProjectorGroup, 'catchUp'>
  readonly alarm: AlarmReporter
}

const isFailureOfService = (error: CommandError<{ readonly _tag: string }>): boolean =>
  error._tag === 'Refused' && error.refusal._tag === 'PaymentServiceFails'

/**
 * A payer who closes the browser, and a notice that is lost, leave a payment that nobody confirms. So the library asks by
 * itself, before the started payment is forgotten.
 */
export const createPaymentOperations = (
  useCaseDependencies: UseCaseDependencies,
  { stores: { readModels, coordination }, projectorGroup, alarm }: PaymentDependencies,
): PaymentOperations => {
  const confirm = confirmPayment(useCaseDependencies)
  return {
    confirmStarted: async (isStopping = () => false) => {
      const { paymentProvider } = useCaseDependencies
      if (paymentProvider === undefined || paymentProvider.isStandIn) return
      if (E.isLeft(await projectorGroup.catchUp()) || startedPayments(readModels.rows).length === 0) return
      await runTaskUnderLease(
        coordination.leases,
        alarm,
      )({
        ...{ lease: paymentLeaseName, isStopping },
        run: async (mayContinue) => {
          for (const payment of startedPayments(readModels.rows)) {
            if (!(await mayContinue())) return
            const outcome = await confirm(payment)()
            if (E.isLeft(outcome) && isFailureOfService(outcome.left)) return
          }
        },
      })
    },
  }
}
