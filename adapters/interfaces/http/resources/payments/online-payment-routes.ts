import type { Route } from '../../route/route'
import { confirmPaymentByGuardianRoute, startPaymentByGuardianRoute } from './guardian-payment-routes'
import { confirmOwnPaymentRoute, startOwnPaymentRoute } from './own-payment-routes'
import { noticeOfPaymentRoute } from './payment-notice-route'

/** The routes by which borrowers and guardians pay. */
export const onlinePaymentRoutes: ReadonlyArray<Route> = [
  startOwnPaymentRoute,
  confirmOwnPaymentRoute,
  startPaymentByGuardianRoute,
  confirmPaymentByGuardianRoute,
  noticeOfPaymentRoute,
]
