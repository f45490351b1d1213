import path from 'node:path'
import { createRequire } from 'node:module'
import { reportStylesheetFolder, reportStylesheetPath } from '../audit-report/report-stylesheet'
import { borrowerDataStylesheetFolder, borrowerDataStylesheetPath } from '../borrower-data/borrower-data-stylesheet'

/** The folder of the design system's files: its style sheet, fonts and icons. */
export const designSystemFolder = path.resolve(path.dirname(createRequire(__filename).resolve('dkfds')), '..')

/** Where the design system's files stand. */
export const designSystemPath = '/pages/dkfds'

/** The addresses of what a page of the site loads. */
export const siteAssets = {
  designSystem: `${designSystemPath}/css/dkfds.min.css`,
  stylesheet: '/pages/site.css',
  script: '/pages/site.browser.mjs',
  icon: '/pages/icon.svg',
} as const

/** Our own files: the folder of each, by its address. A file is named as the end of its address. */
export const folderOfSiteFile: Readonly<Record<string, string>> = {
  [siteAssets.stylesheet]: __dirname,
  [siteAssets.script]: __dirname,
  [siteAssets.icon]: __dirname,
  [borrowerDataStylesheetPath]: borrowerDataStylesheetFolder,
  [reportStylesheetPath]: reportStylesheetFolder,
}
