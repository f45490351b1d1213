import { Router } from 'express'
import { statementStylesheetFolder, statementStylesheetPath } from '../../pages/statement/statement-stylesheet'

/** Serves the style sheets of the pages, to anybody. */
export const createStylesheetRouter = (): Router => {
  const router = Router()
  router.get(statementStylesheetPath, (_request, response) =>
    response.sendFile('statement.css', { root: statementStylesheetFolder }),
  )
  return router
}
