import { generateKeyPairSync, randomBytes } from 'node:crypto'
import express, { Router, type ErrorRequestHandler } from 'express'
import type { interactionPolicy, KoaContextWithOIDC } from 'oidc-provider' with { 'resolution-mode': 'import' }
import type { MessageLanguage } from '../../../domain/borrower/message-language'
import { renderDemoLogInProblem, renderDemoLogOut } from '../pages/demo-log-in/render-demo-log-in'
import { createDemoUserChoice, demoUserChoicePath } from './choose-demo-user'
import { demoLogInLanguage, languageOfParameter } from './demo-log-in-language'
import { createDemoLogInMemory } from './demo-log-in-memory'
import type { DemoLogInOffer } from './demo-log-in-offer'
import { demoLogInPath } from './demo-log-in-path'

/** The claim that holds the CPR number of a user whom the library does not know. */
export const demoCprClaim = 'cpr'

/** What the provider of demo users needs. */
interface DemoLogInSettings {
  /** Where it is reached, without a slash at the end. */
  readonly publicUrl: string
  readonly findOffer: () => Promise<DemoLogInOffer>
  /** Where people may be sent back to, after log-in and after log-out. */
  readonly returnUrls: { readonly logIn: string; readonly logOut: string }
  /** Answers what goes wrong on the page on which somebody chooses a user. */
  readonly answerErrors: ErrorRequestHandler
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

/** The language that a request to the provider names, or else the one that the browser prefers. */
const languageOf = (context: KoaContextWithOIDC): MessageLanguage =>
  demoLogInLanguage(context.query['ui_locales'], context.acceptsLanguages('da', 'en'))

const showProblem = (context: KoaContextWithOIDC): void => {
  context.type = 'html'
  context.body = renderDemoLogInProblem(languageOf(context))
}

/** The provider answers an address that it does not have without a page. */
const showUnknownAddress = async (context: KoaContextWithOIDC, next: () => Promise<unknown>): Promise<void> => {
  await next()
  if (context.status !== 404 || context.body !== undefined || context.accepts('json', 'html') !== 'html') return
  context.status = 404
  showProblem(context)
}

const makeSigningKey = () =>
  generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' }) as Record<string, unknown>

/**
 * An OpenID Connect provider for the demo library: whoever logs in chooses who to be. The site uses it as it would use any
 * other. Keys and sessions are made anew at each start.
 */
export const createDemoLogIn = async ({
  publicUrl,
  findOffer,
  returnUrls,
  answerErrors,
}: DemoLogInSettings): Promise<DemoLogIn> => {
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
          context.body = renderDemoLogOut(languageOf(context), form)
        },
      },
    },
    interactions: {
      policy: policyWithoutForgotten(interactionPolicy),
      url: (_context, { uid, params }) => demoUserChoicePath(uid, languageOfParameter(params['ui_locales']) ?? 'da'),
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
    renderError: showProblem,
  })
  provider.use(showUnknownAddress)

  const { choose, finish } = createDemoUserChoice(provider, findOffer)
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
  router.use(demoLogInPath, answerErrors)
  router.use(demoLogInPath, provider.callback())
  return { router, issuer, client }
}
