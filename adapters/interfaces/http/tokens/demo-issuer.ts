import * as E from 'fp-ts/Either'
import type { Either } from 'fp-ts/Either'
import type { BorrowerId, GuardianshipId } from '../../../../domain/values/ids'
import type { CallerRole } from './caller'
import type { TokenVerifier } from './token-verifier'
import { createTokenVerifier } from './create-token-verifier'

/** A user of the demo library. */
export type DemoUser =
  | {
      readonly role: Exclude<CallerRole, 'borrower' | 'guardian'>
      readonly subject: string
      readonly auth_time?: number
    }
  | { readonly role: 'borrower'; readonly subject: BorrowerId }
  | { readonly role: 'guardian'; readonly subject: string; readonly guardianships: ReadonlyArray<GuardianshipId> }

/** One user for each role but the borrower and the guardian. */
export const demoUsers: ReadonlyArray<DemoUser> = [
  { role: 'staff', subject: 'demo-staff' },
  { role: 'machine', subject: 'demo-machine' },
  { role: 'auditor', subject: 'demo-auditor' },
  { role: 'administrator', subject: 'demo-administrator' },
  { role: 'dutyOfficer', subject: 'demo-duty-officer' },
  { role: 'videoInvestigator', subject: 'demo-video-investigator' },
  { role: 'videoRecorder', subject: 'demo-video-recorder' },
]

/** What the demo issuer needs. */
interface DemoIssuerSettings {
  /** NODE_ENV. */
  readonly environment: string | undefined
  /** Whether the data folder was made as a demo. A simulated clock says nothing of that: an import makes one too. */
  readonly folder: 'demo' | 'library'
  /** At least 32 random bytes. */
  readonly secret: Uint8Array
}

/** The demo issuer refuses to start: it would let anybody into a real library. */
export interface NotInProduction {
  readonly _tag: 'NotInProduction'
  readonly because: 'the environment is production' | 'the library was not made as a demo'
}

/** Issues and verifies tokens of demo users. */
export interface DemoIssuer {
  readonly tokenVerifier: TokenVerifier
  /** Issues a token that is valid for a day by the machine's clock. Its user has just logged in, unless it says otherwise. */
  readonly tokenFor: (user: DemoUser) => Promise<string>
}

const issuer = 'urn:glemsom:demo'
const audience = 'urn:glemsom:library'

const refusalReason = ({ environment, folder }: DemoIssuerSettings): NotInProduction | undefined => {
  if (environment === 'production') return { _tag: 'NotInProduction', because: 'the environment is production' }
  return folder === 'demo' ? undefined : { _tag: 'NotInProduction', because: 'the library was not made as a demo' }
}

/** Creates the issuer of demo tokens; refuses in production and for a library that was not made as a demo. */
export const createDemoIssuer = async (settings: DemoIssuerSettings): Promise<Either<NotInProduction, DemoIssuer>> => {
  const refusal = refusalReason(settings)
  if (refusal !== undefined) return E.left(refusal)
  const { SignJWT } = await import('jose')
  return E.right({
    tokenVerifier: await createTokenVerifier({ issuer, audience, key: { _tag: 'Secret', secret: settings.secret } }),
    tokenFor: ({ subject, ...claims }) =>
      new SignJWT({ auth_time: Math.floor(Date.now() / 1000), ...claims })
        .setProtectedHeader({ alg: 'HS256' })
        .setIssuer(issuer)
        .setAudience(audience)
        .setSubject(subject)
        .setIssuedAt()
        .setExpirationTime('1 day')
        .sign(settings.secret),
  })
}
