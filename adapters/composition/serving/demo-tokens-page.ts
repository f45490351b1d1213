import express, { type Express } from 'express'
import type { DemoToken } from './tokens-from'

/** The demo users' tokens as lines for a shell. */
export const asExports = (demo: ReadonlyArray<DemoToken>): string =>
  demo.map(({ name, token }) => `export ${name}=${token}\n`).join('')

/** Serves the demo users' tokens at `/demo/tokens` before everything else; where there are none, it serves nothing more. */
export const withDemoTokens = (app: Express, demo: ReadonlyArray<DemoToken>): Express => {
  if (demo.length === 0) return app
  const outer = express()
  outer.disable('x-powered-by')
  outer.get('/demo/tokens', (_request, response) => {
    response.set('Cache-Control', 'no-store').type('text/plain').send(asExports(demo))
  })
  outer.use(app)
  return outer
}
