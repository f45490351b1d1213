import type { Route } from '../../route/route'
import {
  confirmPaymentByGuardianRoute,
  readPaymentsByGuardianRoute,
  startPaymentByGuardianRoute,
} from './guardian-payment-routes'
import { confirmOwnPaymentRoute, readOwnPaymentsRoute, startOwnPaymentRoute } from './own-payment-routes'
import { noticeOfPaymentRoute } from './payment-notice-route'

/** The routes by which borrowers and guardians pay. */
export const onlinePaymentRoutes: ReadonlyArray<Route> = [
  startOwnPaymentRoute,
  readOwnPaymentsRoute,
  confirmOwnPaymentRoute,
  startPaymentByGuardianRoute,
  readPaymentsByGuardianRoute,
  confirmPaymentByGuardianRoute,
  noticeOfPaymentRoute,
]
