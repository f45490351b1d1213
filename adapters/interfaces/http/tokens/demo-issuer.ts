import * as E from 'fp-ts/Either'
import type { Either } from 'fp-ts/Either'
import type { BorrowerId } from '../../../../domain/values/ids'
import type { Role } from './caller'
import type { Tokens } from './tokens'
import { verifier } from './verifier'

/** Somebody to try things out as. */
export type DemoUser =
  | { readonly role: Exclude<Role, 'borrower'>; readonly subject: string }
  | { readonly role: 'borrower'; readonly subject: BorrowerId }

/** One user for each role that needs no borrower. */
export const demoUsers: ReadonlyArray<DemoUser> = [
  { role: 'staff', subject: 'demo-staff' },
  { role: 'machine', subject: 'demo-machine' },
  { role: 'auditor', subject: 'demo-auditor' },
  { role: 'administrator', subject: 'demo-administrator' },
]

/** Where the issuer is asked to work. */
export interface DemoPlace {
  /** NODE_ENV. */
  readonly environment: string | undefined
  /** What kind of clock the data folder was made with, and whether the folder says of itself that it is a demo. */
  readonly clock: 'real' | 'simulated'
  readonly folder: 'demo' | 'library'
  /** At least 32 random bytes. */
  readonly secret: Uint8Array
}

/** The demo issuer would let anybody into a real library. */
export interface NotInProduction {
  readonly _tag: 'NotInProduction'
  readonly because: 'the environment is production' | 'the library has a real clock and is not a demo'
}

/** Checks tokens, and makes them for anybody who is named. */
export interface DemoIssuer {
  readonly tokens: Tokens
  /** A token that is good for a day by the machine's clock. */
  readonly tokenFor: (user: DemoUser) => Promise<string>
}

const issuer = 'urn:glemsom:demo'
const audience = 'urn:glemsom:library'

const objection = ({ environment, clock, folder }: DemoPlace): NotInProduction | undefined => {
  if (environment === 'production') return { _tag: 'NotInProduction', because: 'the environment is production' }
  return clock === 'real' && folder !== 'demo'
    ? { _tag: 'NotInProduction', because: 'the library has a real clock and is not a demo' }
    : undefined
}

/** An issuer of tokens for trying things out; refuses to start where a real library might be. */
export const demoIssuer = async (place: DemoPlace): Promise<Either<NotInProduction, DemoIssuer>> => {
  const against = objection(place)
  if (against !== undefined) return E.left(against)
  const { SignJWT } = await import('jose')
  return E.right({
    tokens: await verifier({ issuer, audience, key: { _tag: 'Secret', secret: place.secret } }),
    tokenFor: ({ role, subject }) =>
      new SignJWT({ role })
        .setProtectedHeader({ alg: 'HS256' })
        .setIssuer(issuer)
        .setAudience(audience)
        .setSubject(subject)
        .setIssuedAt()
        .setExpirationTime('1 day')
        .sign(place.secret),
  })
}
