import express, { type Express } from 'express'
import type { DemoToken } from './token-verification'

/** The tokens of the demo users, as `export` lines for a shell. */
export const demoTokensToShellExports = (demoTokens: ReadonlyArray<DemoToken>): string =>
  demoTokens.map(({ name, token }) => `export ${name}=${token}\n`).join('')

/** Adds the page `/demo/tokens` with the tokens of the demo users as they are now. */
export const addDemoTokensPage = (app: Express, findTokens: () => Promise<ReadonlyArray<DemoToken>>): Express => {
  const appWithTokens = express()
  appWithTokens.disable('x-powered-by')
  appWithTokens.get('/demo/tokens', async (_request, response) => {
    const exports = demoTokensToShellExports(await findTokens())
    response.set('Cache-Control', 'no-store').type('text/plain').send(exports)
  })
  appWithTokens.use(app)
  return appWithTokens
}
