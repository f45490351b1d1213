import { exampleWitnessKey } from '../../../retention/transparency/example-signers'
import { rightOrThrow } from '../../../fixtures/right-or-throw'
import { createMetrics } from '../../../../adapters/system/telemetry/metrics'
import { acquireCopyByHttp } from './http-steps'
import { administratorUser, withHttpServer } from './with-http-server'

const of = '{log="circulation",witness="witness.example/w1"}'

describe('the metrics of a library whose heads are witnessed', () => {
  it('count the posts that a witness has not answered, for each log', () =>
    withHttpServer(
      async (library) => {
        const transparency = library.runningLibrary.transparency!
        await acquireCopyByHttp(library)
        rightOrThrow(await transparency.signHeadOfCirculation())
        for (let times = 0; times < 2; times++) await transparency.cosignHeads()
        const { text } = await library.send('GET', '/metrics', { as: administratorUser })
        expect(text).toContain(`glemsom_witness_failed_posts_total${of} 2\n`)
        expect(text).toContain(`glemsom_witness_failed_posts_total${of.replace('circulation', 'persons')} 0\n`)
        expect(text).not.toContain('glemsom_witness_cosignature_age_days{')
      },
      undefined,
      { witnesses: [{ key: exampleWitnessKey, url: 'http://127.0.0.1:9' }], alarm: () => undefined },
    ))

  it('tell the days since the newest cosignature, and nothing of a witness that has none', async () => {
    const metrics = createMetrics()
    const common = { due: 0, overdue: 0, lagDays: 0, isKeyBackupTooOld: false, behind: {} }
    const witness = { log: 'circulation', witness: 'witness.example/w1', failedPosts: 7 }
    const textOf = async (cosignatureAgeDays: number | null) =>
      (await metrics.exposition({ ...common, witnesses: [{ ...witness, cosignatureAgeDays }] })).text
    expect(await textOf(3)).toContain(`glemsom_witness_cosignature_age_days${of} 3\n`)
    const none = await textOf(null)
    expect(none).toContain(`glemsom_witness_failed_posts_total${of} 7\n`)
    expect(none).not.toContain('glemsom_witness_cosignature_age_days{')
  })
})
