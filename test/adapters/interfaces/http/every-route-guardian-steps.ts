import { handleCommand } from '../../../../domain/command-handling/handle-command'
import { guardianPapersAggregate } from '../../../../domain/guardian-papers/guardian-papers-aggregate'
import type { Month } from '../../../../domain/values/month'
import type { AskRoute } from './every-route-steps'
import { guardianBody, registerChildByHttp } from './guardian-steps'
import { guardianUser, type Reply, type ServedLibrary } from './with-http-server'

const confirmUnconfirmedPaper = async ({ runningLibrary }: ServedLibrary, ask: AskRoute): Promise<void> => {
  const endedIn = '2025-11' as Month
  const { commandHandling } = runningLibrary.useCaseDependencies
  const count = { type: 'CountUnconfirmedPapers', endedIn, papers: 1 } as const
  await handleCommand(commandHandling)(guardianPapersAggregate)(endedIn)(count)()
  const path = '/unconfirmed-guardian-papers'
  await ask('GET', path, path)
  await ask('POST', `${path}/${endedIn}/destroyed`, `${path}/:month/destroyed`, { body: { papers: 1 } })
}

/** Registers a guardian, who corrects their contact details, and removes them again; the paper is destroyed. */
export const registerAndRemoveGuardian = async (library: ServedLibrary, ask: AskRoute): Promise<void> => {
  const [child, route] = [await registerChildByHttp(library), '/borrowers/:borrower/guardian']
  const path = `/borrowers/${child}/guardian`
  const none = await ask('GET', path, route)
  expect(none.body).toEqual({ guardian: null })
  const versionOf = (reply: Reply) => ({ 'If-Match': reply.headers.get('etag') ?? '' })
  await ask('PUT', path, route, { headers: versionOf(none), body: guardianBody })
  const [guardianship] = (
    await ask('POST', '/guardians/look-up', '/guardians/look-up', { body: { cpr: guardianBody.cpr } })
  ).body.guardianships
  const [own, ownRoute] = [`/guardianships/${guardianship}`, '/guardianships/:guardianship']
  const read = await ask('GET', own, ownRoute, { as: guardianUser([guardianship]) })
  await ask('GET', '/me/guardianships/data', '/me/guardianships/data', { as: guardianUser([guardianship]) })
  await ask('POST', `${own}/email-links`, `${ownRoute}/email-links`, { as: guardianUser([guardianship]) })
  await ask('PUT', `${own}/contact`, `${ownRoute}/contact`, {
    as: guardianUser([guardianship]),
    headers: versionOf(read),
    body: { ...guardianBody.contact, emails: [], emailForNotices: null },
  })
  await ask('DELETE', path, route, { headers: versionOf(await ask('GET', path, route)) })
  const [paper] = (await ask('GET', '/guardian-papers', '/guardian-papers')).body.papers
  await ask('POST', `/guardian-papers/${paper.guardian}/destroyed`, '/guardian-papers/:guardian/destroyed', {
    body: {},
  })
  await confirmUnconfirmedPaper(library, ask)
}
