/** The answer to a request of the browser. */
export interface BrowserAnswer {
  readonly status: number
  readonly headers: Headers
  readonly html: string
  /** Where redirects have led. */
  readonly url: URL
}

/** A browser without a screen: it keeps cookies, follows redirects, and sends the forms that it was shown. */
export interface HttpBrowser {
  readonly cookies: Map<string, string>
  readonly open: (path: string, headers?: Readonly<Record<string, string>>) => Promise<BrowserAnswer>
  /** Sends the form of the last page that has this text in it, with these fields instead of its own. */
  readonly submit: (
    textInForm: string,
    fields?: Readonly<Record<string, string>>,
    headers?: Readonly<Record<string, string>>,
  ) => Promise<BrowserAnswer>
}

const unescape = (text: string): string =>
  text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')

const attribute = (tag: string, name: string): string | undefined => {
  const value = new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1]
  return value === undefined ? undefined : unescape(value)
}

type SentField = readonly [name: string, value: string]

/** A radio button or a checkbox is sent when it is checked. */
const isSent = (tag: string): boolean => !/type="(?:radio|checkbox)"/.test(tag) || /\bchecked\b/.test(tag)

const inputsOf = (form: string): ReadonlyArray<SentField> =>
  [...form.matchAll(/<input\b[^>]*>/g)]
    .filter(([tag]) => isSent(tag))
    .map(([tag]): SentField => [attribute(tag, 'name') ?? '', attribute(tag, 'value') ?? ''])
    .filter(([name]) => name !== '')

/** Of each choice, what is selected; else the first. */
const choicesOf = (form: string): ReadonlyArray<SentField> =>
  [...form.matchAll(/(<select\b[^>]*>)(.*?)<\/select>/gs)].map(([, tag = '', options = '']) => {
    const all = [...options.matchAll(/<option\b[^>]*>/g)].map(([option]) => option)
    const selected = all.find((option) => /\bselected\b/.test(option)) ?? all[0] ?? ''
    return [attribute(tag, 'name') ?? '', attribute(selected, 'value') ?? '']
  })

const textAreasOf = (form: string): ReadonlyArray<SentField> =>
  [...form.matchAll(/(<textarea\b[^>]*>)(.*?)<\/textarea>/gs)].map(([, tag = '', text = '']) => [
    attribute(tag, 'name') ?? '',
    unescape(text),
  ])

/** The forms of a page, each with its address and the fields that it sends unless a person changes them. */
const formsOf = (html: string) =>
  [...html.matchAll(/<form\b[^>]*>.*?<\/form>/gs)].map(([text]) => ({
    text,
    action: attribute(/<form\b[^>]*>/.exec(text)?.[0] ?? '', 'action') ?? '',
    fields: Object.fromEntries([...inputsOf(text), ...choicesOf(text), ...textAreasOf(text)]),
  }))

const maxRedirects = 12

interface SentRequest {
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: URLSearchParams
}

/** A browser of a person who prefers Danish. `base`: the address of the site. */
export const createHttpBrowser = (base: string): HttpBrowser => {
  const cookies = new Map<string, string>()
  let shown: BrowserAnswer | undefined

  const keepCookies = (headers: Headers): void => {
    for (const line of headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (value === '' || /expires=Thu, 01 Jan 1970/i.test(line)) cookies.delete(name)
      else cookies.set(name, value)
    }
  }

  const request = async (url: URL, init: SentRequest): Promise<BrowserAnswer> => {
    let next = url
    let options = init
    for (let redirects = 0; redirects < maxRedirects; redirects += 1) {
      const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
      const headers = { 'Accept-Language': 'da', ...options.headers, ...(cookie === '' ? {} : { Cookie: cookie }) }
      const response = await fetch(next, { ...options, headers, redirect: 'manual' })
      keepCookies(response.headers)
      const location = response.headers.get('location')
      if (location === null) {
        shown = { status: response.status, headers: response.headers, html: await response.text(), url: next }
        return shown
      }
      next = new URL(location, next)
      options = {}
    }
    throw new Error(`more than ${String(maxRedirects)} redirects`)
  }

  return {
    cookies,
    open: (path, headers = {}) => request(new URL(path, base), { headers }),
    submit: (textInForm, fields = {}, headers = {}) => {
      const form = formsOf(shown?.html ?? '').find(({ text }) => text.includes(textInForm))
      if (shown === undefined || form === undefined) throw new Error(`no form with ${textInForm} was shown`)
      const url = new URL(form.action, shown.url)
      return request(url, {
        method: 'POST',
        headers: { Origin: url.origin, ...headers },
        body: new URLSearchParams({ ...form.fields, ...fields }),
      })
    },
  }
}
