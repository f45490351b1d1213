import type { Day } from '../../domain/values/day'
import { staffUser } from '../adapters/interfaces/http/with-http-server'
import type { ExampleOfData } from './example-of-data'
import { lend, returnCopy } from './lending-steps'

const reasonOfStaff = 'Kanariefuglen rejser'

/** A renewal that staff made although it was too early, and why. */
export const ofOverride: ExampleOfData = {
  make: async (library) => {
    const { borrower, copy } = await lend(library)
    const { loans } = (await library.send('GET', `/borrowers/${borrower}`, { as: staffUser })).body
    const renewal = { as: staffUser, body: { overrideReason: reasonOfStaff } }
    expect((await library.send('POST', `/loans/${String(loans[0].loan)}/renew`, renewal)).status).toBe(200)
    return { borrower, shown: reasonOfStaff, about: copy }
  },
  shownAt: ['/me/data', '/borrowers/{borrower}/data'],
  notShownAt: ['/copies/{copy}/holder'],
  end: (library, { about = '' }) => returnCopy(library, about),
  lastDay: '2026-02-04' as Day,
  goneOn: '2026-02-05' as Day,
}
