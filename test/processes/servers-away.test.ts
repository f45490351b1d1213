import { until } from '../fixtures/until'
import { atWork, type Told } from './machine'
import { onOwnPremises } from './premises'
import { isWell } from './scene'
import type { TwoServices } from './two-services'

jest.setTimeout(120_000)

const machines = 8

/** Each machine has a few more copies through its hands. */
const more = (told: Told): Promise<void> => {
  const before = told.copies.length
  return until(() => told.copies.length >= before + 2 * machines)
}

/** As many have been told to wait as there are machines. */
const toldToWait = (told: Told): Promise<void> => {
  const before = told.waits.length
  return until(() => told.waits.length >= before + machines)
}

const whatBefell = ({ cluster }: TwoServices, copy: string): ReadonlyArray<string> =>
  cluster
    .written()
    .filter(({ stream }) => stream === `copy-${copy}`)
    .map(({ type }) => type)

onOwnPremises(({ server, servedByTwo }) => {
  describe('two service processes at whose machines everybody borrows', () => {
    it('tell them to wait while a server is away, and then have done everything once', () =>
      servedByTwo(async (library) => {
        const { first, second, cluster } = library
        const told: Told = { copies: [], waits: [], wrong: [] }
        let isOver = false
        const all = Array.from({ length: machines }, (_, at) =>
          atWork(at % 2 === 0 ? first : second, told, () => isOver),
        )
        await more(told)
        cluster.stop()
        await toldToWait(told)
        await cluster.start()
        await more(told)
        await server().own.kill()
        await toldToWait(told)
        await server().own.start()
        await more(told)
        isOver = true
        await Promise.all(all)
        expect(told.wrong).toEqual([])
        for (const { headers } of told.waits) expect(Number(headers.get('Retry-After'))).toBeGreaterThan(0)
        for (const copy of told.copies)
          expect([copy, ...whatBefell(library, copy)]).toEqual([copy, 'CopyAcquired', 'LoanStarted', 'LoanReturned'])
        for (const service of [first, second]) await isWell(service)
      }))
  })
})
