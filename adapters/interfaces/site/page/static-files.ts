import compression from 'compression'
import express, { Router } from 'express'
import { designSystemFolder, designSystemPath, folderOfSiteFile } from '../../pages/layout/site-assets'
import { staffFiles } from '../../pages/staff/staff-assets'

/** Ms that a browser keeps a file of the design system: it changes with the version of the site alone. */
const maxAge = 24 * 60 * 60_000

/** The folder of each file of our own, by its address. */
const folderByPath: Readonly<Record<string, string>> = { ...folderOfSiteFile, ...staffFiles }

/** Serves the style sheets, scripts, fonts and icons of the site, to anybody. */
export const statics = (): Router => {
  const router = Router()
  const compress = compression()
  for (const folder of ['css', 'fonts', 'img'])
    router.use(
      `${designSystemPath}/${folder}`,
      compress,
      express.static(`${designSystemFolder}/${folder}`, { maxAge, index: false, redirect: false }),
    )
  for (const [path, root] of Object.entries(folderByPath))
    router.get(path, compress, (_request, response) =>
      response.sendFile(path.slice(path.lastIndexOf('/') + 1), { root }),
    )
  return router
}
