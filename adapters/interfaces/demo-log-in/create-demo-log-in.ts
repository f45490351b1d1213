import { generateKeyPairSync, randomBytes } from 'node:crypto'
import express, { Router, type RequestHandler } from 'express'
import type { interactionPolicy } from 'oidc-provider' with { 'resolution-mode': 'import' }
import { createDemoLogInMemory } from './demo-log-in-memory'
import { renderDemoLogIn, renderDemoLogOut, type DemoUserChoice } from '../pages/demo-log-in/render-demo-log-in'

/** Below which path the provider stands. */
export const demoLogInPath = '/demo-log-in'

/** The claim that holds the CPR number of a user whom the library does not know. */
export const demoCprClaim = 'cpr'

/** A user whom anybody may be, with what the provider tells of them. */
export interface DemoLogInUser extends DemoUserChoice {
  readonly claims: Readonly<Record<string, unknown>>
}

/** Whom somebody may be now. */
export interface DemoLogInOffer {
  readonly users: ReadonlyArray<DemoLogInUser>
  /** Whether the borrower with whom the demo library began is forgotten. */
  readonly isFirstBorrowerForgotten: boolean
}

/** What the provider of demo users needs. */
interface DemoLogInSettings {
  /** Where it is reached, without a slash at the end. */
  readonly publicUrl: string
  readonly findOffer: () => Promise<DemoLogInOffer>
  /** Where people may be sent back to, after log-in and after log-out. */
  readonly returnUrls: { readonly logIn: string; readonly logOut: string }
}

/** A provider of demo users: what is served, and how the site is known to it. */
interface DemoLogIn {
  readonly router: Router
  readonly issuer: string
  readonly client: { readonly clientId: string; readonly clientSecret: string }
}

const minute = 60

/** Seconds that each thing of the provider lasts. All of it is in memory. */
const lifetimes = {
  ...{ AccessToken: minute, AuthorizationCode: minute, IdToken: minute },
  ...{ Grant: 60 * minute, Interaction: 15 * minute, Session: 60 * minute },
}

/**
 * The library ships as ES modules only. As it is loaded it warns on the console of each Node that is not called a long-term
 * one, which the one of the npm package never is: nobody who tries the demo can do anything about that.
 */
const loadQuietly = async () => {
  const { warn } = console
  console.warn = () => undefined
  try {
    return await import('oidc-provider')
  } finally {
    console.warn = warn
  }
}

/** Somebody whom the browser was before, and who is forgotten since, is asked anew who to be. */
const policyWithoutForgotten = ({ base, Check }: typeof interactionPolicy): interactionPolicy.DefaultPolicy => {
  const policy = base()
  policy
    .get('login')
    ?.checks.add(
      new Check('user_is_gone', 'the user is not offered any more', ({ oidc: { session, account } }) =>
        session?.accountId !== undefined && account === undefined ? Check.REQUEST_PROMPT : Check.NO_NEED_TO_PROMPT,
      ),
    )
  return policy
}

const languageOf = (tags: unknown): 'da' | 'en' => (typeof tags === 'string' && tags.startsWith('en') ? 'en' : 'da')

const makeSigningKey = () =>
  generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' }) as Record<string, unknown>

/**
 * An OpenID Connect provider for the demo library: whoever logs in chooses who to be. The site uses it as it would use any
 * other. Keys and sessions are made anew at each start.
 */
export const createDemoLogIn = async ({ publicUrl, findOffer, returnUrls }: DemoLogInSettings): Promise<DemoLogIn> => {
  const { Provider, interactionPolicy } = await loadQuietly()
  const issuer = `${publicUrl}${demoLogInPath}`
  const client = { clientId: 'glemsom', clientSecret: randomBytes(32).toString('base64url') }
  const provider = new Provider(issuer, {
    clients: [
      {
        ...{ client_id: client.clientId, client_secret: client.clientSecret, id_token_signed_response_alg: 'ES256' },
        ...{ redirect_uris: [returnUrls.logIn], post_logout_redirect_uris: [returnUrls.logOut] },
      },
    ],
    jwks: { keys: [{ ...makeSigningKey(), use: 'sig', alg: 'ES256', kid: 'demo' }] },
    cookies: { keys: [randomBytes(32).toString('base64url')] },
    adapter: createDemoLogInMemory(),
    claims: { openid: ['sub', 'role', 'guardianships', demoCprClaim] },
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    ttl: lifetimes,
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: {
        logoutSource: (context, form) => {
          context.body = renderDemoLogOut(languageOf(context.get('accept-language')), form)
        },
      },
    },
    interactions: {
      policy: policyWithoutForgotten(interactionPolicy),
      url: (_context, { uid }) => `${demoLogInPath}/choose/${uid}`,
    },
    findAccount: async (_context, id) => {
      const { users } = await findOffer()
      const user = users.find((one) => one.id === id)
      return user === undefined ? undefined : { accountId: id, claims: () => ({ sub: id, ...user.claims }) }
    },
    // Nobody is asked whether the site may know who they are: it is the only site.
    loadExistingGrant: async (context) => {
      const grant = new context.oidc.provider.Grant({
        clientId: context.oidc.client?.clientId ?? '',
        accountId: context.oidc.session?.accountId ?? '',
      })
      grant.addOIDCScope('openid')
      await grant.save()
      return grant
    },
    renderError: (context) => {
      context.type = 'text/plain'
      context.body = 'The log-in was not begun on this site, or it took too long. Go back, and log in again.'
    },
  })

  const choose: RequestHandler = async (request, response) => {
    const { params, uid } = await provider.interactionDetails(request, response)
    response
      .type('html')
      .send(renderDemoLogIn(languageOf(params['ui_locales']), `${demoLogInPath}/choose/${uid}`, await findOffer()))
  }
  /** Whom the browser was before is logged out: the page on which the provider would ask for that needs a script. */
  const endSessionOfAnother = async (uid: string, accountId: string): Promise<void> => {
    const session = await provider.Session.findByUid(uid)
    if (session?.accountId === undefined || session.accountId === accountId) return
    delete session.accountId
    await session.persist()
  }
  const finish: RequestHandler = async (request, response) => {
    const { user } = request.body as { readonly user?: unknown }
    const accountId = typeof user === 'string' ? user : ''
    const { session } = await provider.interactionDetails(request, response)
    const next = await provider.interactionResult(request, response, { login: { accountId, remember: false } })
    if (session !== undefined) await endSessionOfAnother(session.uid, accountId)
    response.redirect(303, next)
  }

  const router = Router()
  router.use(demoLogInPath, (_request, response, next) => {
    response.set({
      'Content-Security-Policy': `default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
      'Cache-Control': 'no-store',
    })
    next()
  })
  router.get(`${demoLogInPath}/choose/:uid`, choose)
  router.post(`${demoLogInPath}/choose/:uid`, express.urlencoded({ extended: false }), finish)
  router.use(demoLogInPath, provider.callback())
  return { router, issuer, client }
}
