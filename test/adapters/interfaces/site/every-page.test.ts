import fc from 'fast-check'
import { roleTexts } from '../../../../adapters/interfaces/pages/formatting/role-texts'
import { sitePages } from '../../../../adapters/interfaces/site/site-pages'
import type { KnownCaller } from '../../../../adapters/interfaces/site/sessions/session'
import type { GuardianshipId } from '../../../../domain/values/ids'
import { registerBorrowerByHttp } from '../http/http-steps'
import { borrowerOf, withSite, type ServedSite } from './with-site'

const register = async (library: Parameters<typeof registerBorrowerByHttp>[0]) => ({
  borrower: await registerBorrowerByHttp(library),
})

/** Somebody of each role that can look at pages. */
const callersOf = (site: ServedSite): ReadonlyArray<KnownCaller> => {
  const guardianship = '00000000-0000-4000-8000-000000000001' as GuardianshipId
  return [
    { role: 'borrower', subject: borrowerOf(site) },
    { role: 'guardian', subject: 'guardian', guardianships: [guardianship] },
    { role: 'staff', subject: 'staff' },
    { role: 'auditor', subject: 'auditor' },
    { role: 'administrator', subject: 'administrator' },
    { role: 'dutyOfficer', subject: 'officer' },
    { role: 'videoInvestigator', subject: 'investigator' },
  ]
}

/** A path of the page, with a value for each of its names that nothing has. */
const pathOf = (path: string): string => path.replace(/:\w+/g, '00000000-0000-4000-8000-000000000000')

const isFor = (roles: (typeof sitePages)[number]['roles'], role: string): boolean =>
  roles === 'anyone' || roles.some((one) => one === role)

describe('every page of the site', () => {
  it('shows itself to those who may see it, in both languages, and nothing to all others', () =>
    withSite(register, async (site) => {
      const wrong: string[] = []
      for (const caller of callersOf(site)) {
        const browser = await site.openBrowserOf(caller)
        for (const { path, roles, needsFreshLogIn } of sitePages)
          for (const language of ['da', 'en']) {
            const { status, url, html, headers } = await browser.open(`/${language}${pathOf(path)}`)
            const allowed = [200, 404, ...(needsFreshLogIn === true ? [303] : [])]
            const isRight = isFor(roles, caller.role) ? allowed.includes(status) : status === 403
            const isClosed =
              headers.get('cache-control') === 'no-store' &&
              !/<style|style="|<script(?! type="module" src=)| on\w+="/.test(html)
            if (!isRight || !isClosed) wrong.push(`${url.pathname} as ${caller.role}: ${String(status)}`)
          }
      }
      expect(wrong).toEqual([])
    }))

  it('has a title that no other page in the menu of the same role has', () => {
    const roles = new Set(sitePages.flatMap((page) => (page.roles === 'anyone' ? [] : page.roles)))
    const twice = [...roles].flatMap((role) => {
      const inMenu = sitePages.filter((page) => page.isInMenu !== false && isFor(page.roles, role))
      return (['da', 'en'] as const).flatMap((language) => {
        const titles = inMenu.map(({ title }) => title[language])
        return titles.filter((title, n) => titles.indexOf(title) !== n).map((title) => `${title} (${role})`)
      })
    })
    expect(twice).toEqual([])
  })

  it('says to all others whom it is for, and leads them to the pages that are for them', () =>
    withSite(register, async (site) => {
      const wrong: string[] = []
      for (const caller of callersOf(site)) {
        const browser = await site.openBrowserOf(caller)
        const own = sitePages.filter(({ roles }) => roles !== 'anyone' && isFor(roles, caller.role))
        for (const { path, roles } of sitePages) {
          if (roles === 'anyone' || isFor(roles, caller.role)) continue
          const { html } = await browser.open(`/da${pathOf(path)}`)
          const [, main = ''] = /<\/h1>(.*)<\/main>/s.exec(html) ?? []
          const links = [...main.matchAll(/href="\/da([^"]*)"/g)].map(([, to]) => to ?? '')
          const isLedOn = links.length > 1 && links.every((to) => to === '/' || own.some((page) => page.path === to))
          const names = roles.map((role) => roleTexts[role].da).join(', ')
          if (!isLedOn || !main.includes(`Siden er for: ${names}.`)) wrong.push(`${path} as ${caller.role}: ${main}`)
        }
      }
      expect(wrong).toEqual([])
    }))

  it('leads to the log-in whoever has none, with the way back', () =>
    withSite(register, async (site) => {
      const browser = site.openBrowser()
      const wrong: string[] = []
      for (const { path, roles } of sitePages.filter((page) => page.roles !== 'anyone')) {
        const { url } = await browser.open(`/en${pathOf(path)}`)
        if (url.pathname !== '/en/log-ind' || url.searchParams.get('to') !== pathOf(path))
          wrong.push(`${path} of ${roles.toString()}: ${url.href}`)
      }
      expect(wrong).toEqual([])
    }))

  it('refuses a form without a token, with that of another session, or from elsewhere', () =>
    withSite(register, async (site) => {
      const wrong: string[] = []
      for (const caller of callersOf(site)) {
        const [browser, other] = [await site.openBrowserOf(caller), await site.openBrowserOf(caller)]
        const tokenOf = async (one: typeof browser): Promise<string> =>
          /name="_token" value="([^"]+)"/.exec((await one.open('/da/mit')).html)?.[1] ?? ''
        const [own, foreign] = [await tokenOf(browser), await tokenOf(other)]
        const attempts = [
          [{}, site.url],
          [{ _token: foreign }, site.url],
          [{ _token: own }, 'https://evil.example'],
        ] as const
        for (const { path, roles, forms } of sitePages.filter((page) => page.roles !== 'anyone'))
          for (const name of isFor(roles, caller.role) ? forms.keys() : [])
            for (const [fields, origin] of attempts) {
              const response = await fetch(`${site.url}/da${pathOf(path)}`, {
                method: 'POST',
                redirect: 'manual',
                headers: { Origin: origin, Cookie: `session=${browser.cookies.get('session') ?? ''}` },
                body: new URLSearchParams({ ...fields, _form: name }),
              })
              if (
                ![403, 303].includes(response.status) ||
                (response.status === 303 && !response.headers.get('location')?.includes('/log-ind?'))
              )
                wrong.push(`${name} of ${path} as ${caller.role}: ${String(response.status)}`)
            }
      }
      expect(wrong).toEqual([])
    }))

  it('answers whatever is sent without an error of its own', () =>
    withSite(register, async (site) => {
      const browsers = [
        site.openBrowser(),
        ...(await Promise.all(callersOf(site).map((one) => site.openBrowserOf(one)))),
      ]
      const tokens = await Promise.all(
        browsers.map(async (one) => /name="_token" value="([^"]+)"/.exec((await one.open('/da/mit')).html)?.[1] ?? ''),
      )
      const text = fc.oneof(
        fc.string(),
        fc.string({ unit: 'binary' }),
        fc.webQueryParameters(),
        fc.uuid(),
        fc.constant(''),
      )
      const request = fc.record({
        page: fc.constantFrom(...sitePages),
        who: fc.nat({ max: browsers.length - 1 }),
        language: fc.constantFrom('da', 'en', 'de'),
        segment: text,
        query: fc.dictionary(fc.constantFrom('after', 'done', 'to', 'cursor', 'anew', 'q', 'limit'), text),
        fields: fc.dictionary(fc.oneof(fc.constantFrom('of', 'name', 'card', 'branch', '_key'), text), text),
        isForm: fc.boolean(),
        form: fc.nat(),
      })
      await fc.assert(
        fc.asyncProperty(request, async ({ page, who, language, segment, query, fields, isForm, form }) => {
          const names = [...page.forms.keys()]
          const path = page.path.replace(/:\w+/g, () => encodeURIComponent(segment) || 'x')
          const response = await fetch(`${site.url}/${language}${path}?${new URLSearchParams(query).toString()}`, {
            method: isForm ? 'POST' : 'GET',
            redirect: 'manual',
            headers: { Origin: site.url, Cookie: `session=${browsers[who]!.cookies.get('session') ?? ''}` },
            ...(isForm
              ? {
                  body: new URLSearchParams({
                    ...fields,
                    _token: tokens[who]!,
                    _form: names[form % (names.length || 1)] ?? '',
                  }),
                }
              : {}),
          })
          expect(response.status).toBeLessThan(500)
          await response.arrayBuffer()
        }),
        { numRuns: Number(process.env['SITE_REQUESTS'] ?? 1000) },
      )
      expect(site.loggedText()).toBe('')
    }))
})
