import { SpanStatusCode, trace } from '@opentelemetry/api'

/** Runs a piece of work in a span named by a route template or a command, and by nothing that is personal. */
export const inSpan = <A>(name: string, work: () => Promise<A>): Promise<A> =>
  trace.getTracer('glemsom').startActiveSpan(name, async (span) => {
    try {
      return await work()
    } catch (error) {
      span.setStatus({ code: SpanStatusCode.ERROR })
      throw error
    } finally {
      span.end()
    }
  })
