import type { Route } from '../../route/route'
import { registerGuardianRoute, removeGuardianRoute } from './change-guardian-routes'
import { correctGuardianContactRoute } from './correct-guardian-contact-route'
import { exportOwnGuardianDataRoute } from './export-guardian-data-route'
import { listGuardianPapersRoute, confirmGuardianPaperDestroyedRoute } from './guardian-paper-routes'
import { lookUpGuardianRoute } from './look-up-guardian-route'
import { readGuardianRoute } from './read-guardian-route'
import { readGuardianshipRoute } from './read-guardianship-route'
import { sendEmailLinkToGuardianRoute } from './send-email-link-to-guardian-route'
import { unconfirmedGuardianPaperRoutes } from './unconfirmed-guardian-paper-routes'

/** Guardians, and the papers of their registration. */
export const guardianRoutes: ReadonlyArray<Route> = [
  readGuardianRoute,
  registerGuardianRoute,
  removeGuardianRoute,
  lookUpGuardianRoute,
  readGuardianshipRoute,
  exportOwnGuardianDataRoute,
  correctGuardianContactRoute,
  sendEmailLinkToGuardianRoute,
  listGuardianPapersRoute,
  confirmGuardianPaperDestroyedRoute,
  ...unconfirmedGuardianPaperRoutes,
]
