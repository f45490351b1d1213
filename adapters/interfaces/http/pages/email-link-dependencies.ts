import type { EmailLinkDependencies } from '../../../../domain/use-cases/send-email-link'
import { emailVerificationPath } from '../../pages/email-verification/render-email-verification'
import type { HttpDependencies } from '../request-handling/http-dependencies'

/** What the mailing of links needs: they lead to the page under the public address. */
export const emailLinkDependencies = ({
  library: { useCaseDependencies, shortTerm },
  publicUrl,
}: Pick<HttpDependencies, 'library' | 'publicUrl'>): EmailLinkDependencies => ({
  useCaseDependencies,
  shortTerm,
  urlOfLink: (token) => `${publicUrl}${emailVerificationPath}/${token}`,
})
