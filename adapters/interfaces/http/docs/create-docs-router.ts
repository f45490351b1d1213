import { createRequire } from 'node:module'
import path from 'node:path'
import { Router } from 'express'
import { docsPageHtml, docsPageScript } from './docs-page'

const folder = path.dirname(createRequire(__filename).resolve('swagger-ui-dist/package.json'))
const files = ['swagger-ui.css', 'swagger-ui-bundle.js'] as const

/**
 * Serves the OpenAPI description, made anew for each reader, and Swagger UI at `/docs`. All files come from
 * this server.
 */
export const createDocsRouter = (describe: () => Promise<object>): Router => {
  const router = Router()
  router.get('/openapi.json', async (_request, response) => void response.json(await describe()))
  router.get('/docs', (_request, response) => void response.type('html').send(docsPageHtml))
  router.get('/docs/start.js', (_request, response) => void response.type('js').send(docsPageScript))
  for (const file of files)
    router.get(`/docs/${file}`, (_request, response) => response.sendFile(file, { root: folder }))
  return router
}
