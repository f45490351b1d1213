import { createRequire } from 'node:module'
import path from 'node:path'
import { Router } from 'express'
import { served } from '../edge/watch'
import { page, startScript } from './page'

const folder = path.dirname(createRequire(__filename).resolve('swagger-ui-dist/package.json'))
const files = ['swagger-ui.css', 'swagger-ui-bundle.js'] as const

/** The description of the interface, and a page to try it on, to which the bare address leads; everything is served from here. */
export const docs = (description: object): Router => {
  const router = Router()
  router.get('/openapi.json', served('/openapi.json'), (_request, response) => void response.json(description))
  router.get('/', served('/'), (_request, response) => response.redirect('/docs'))
  router.get('/docs', served('/docs'), (_request, response) => void response.type('html').send(page))
  router.get(
    '/docs/start.js',
    served('/docs/start.js'),
    (_request, response) => void response.type('js').send(startScript),
  )
  for (const file of files)
    router.get(`/docs/${file}`, served(`/docs/${file}`), (_request, response) =>
      response.sendFile(file, { root: folder }),
    )
  return router
}
