import { administratorsAndAuditors } from '../../http/access/caller-roles-of-routes'
import { readCertificateRoute } from '../../http/resources/administration/certificate-routes'
import { readCertificateProofRoute } from '../../http/resources/audit/event-proof-routes'
import { certificateFilePath, certificateProofPath } from '../../pages/audit/certificate-paths'
import type { SiteFile } from '../page/site-file'

const roles = administratorsAndAuditors

/** A certificate, and the proof that it is in its log, to verify elsewhere. */
export const certificateFiles: ReadonlyArray<SiteFile> = [
  { path: certificateFilePath(':certificate'), roles, route: readCertificateRoute },
  { path: certificateProofPath(':certificate'), roles, route: readCertificateProofRoute },
]
