import { Router } from 'express'
import { baseStylesheetFolder, baseStylesheetPath } from '../../pages/base/base-stylesheet'
import {
  personalDataStylesheetFolder,
  personalDataStylesheetPath,
} from '../../pages/personal-data/personal-data-stylesheet'
import { statementStylesheetFolder, statementStylesheetPath } from '../../pages/statement/statement-stylesheet'

/** The folder of the file of each style sheet, by address. */
const folderByPath: Readonly<Record<string, string>> = {
  [baseStylesheetPath]: baseStylesheetFolder,
  [statementStylesheetPath]: statementStylesheetFolder,
  [personalDataStylesheetPath]: personalDataStylesheetFolder,
}

/** The addresses of the style sheets of the pages. */
export const stylesheetPaths: ReadonlyArray<string> = Object.keys(folderByPath)

/** Serves the style sheets of the pages, to anybody. A file is named as the end of its address. */
export const createStylesheetRouter = (): Router => {
  const router = Router()
  for (const [path, root] of Object.entries(folderByPath))
    router.get(path, (_request, response) => response.sendFile(path.slice(path.lastIndexOf('/') + 1), { root }))
  return router
}
