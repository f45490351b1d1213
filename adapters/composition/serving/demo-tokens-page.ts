import express, { type Express } from 'express'
import type { DemoToken } from './token-verification'

/** The tokens of the demo users, as `export` lines for a shell. */
export const demoTokensToShellExports = (demoTokens: ReadonlyArray<DemoToken>): string =>
  demoTokens.map(({ name, token }) => `export ${name}=${token}\n`).join('')

/** Adds the page `/demo/tokens` with the tokens of the demo users. Without demo users the app stays as it is. */
export const addDemoTokensPage = (app: Express, demoTokens: ReadonlyArray<DemoToken>): Express => {
  if (demoTokens.length === 0) return app
  const appWithTokens = express()
  appWithTokens.disable('x-powered-by')
  appWithTokens.get('/demo/tokens', (_request, response) => {
    response.set('Cache-Control', 'no-store').type('text/plain').send(demoTokensToShellExports(demoTokens))
  })
  appWithTokens.use(app)
  return appWithTokens
}
