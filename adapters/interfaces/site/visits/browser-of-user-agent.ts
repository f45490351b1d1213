import Bowser from 'bowser'

/** The families that are named. What the header calls a browser is never kept as it is: anybody may write anything there. */
const families: ReadonlySet<string | undefined> = new Set(Object.values(Bowser.BROWSER_MAP))

/** What any other browser or program is called. */
export const otherBrowser = 'other browser'

/** The most characters of a header that are read. */
const readAtMost = 512

/** The family and the major version of a browser (`Firefox 133`), by the header `User-Agent`. */
export const browserOfUserAgent = (header: string | undefined): string => {
  const text = header?.slice(0, readAtMost).trim() ?? ''
  if (text === '') return otherBrowser
  const { name, version } = Bowser.parse(text).browser
  if (name === undefined || !families.has(name)) return otherBrowser
  const major = /^[0-9]{1,3}(?![0-9])/.exec(version ?? '')?.[0]
  return major === undefined ? name : `${name} ${major}`
}
