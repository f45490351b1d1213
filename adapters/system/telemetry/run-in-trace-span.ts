import { SpanStatusCode, trace } from '@opentelemetry/api'

/** Runs work in an OpenTelemetry span. Its name is a route template or a command, and holds no personal value. */
export const runInTraceSpan = <A>(name: string, task: () => Promise<A>): Promise<A> =>
  trace.getTracer('glemsom').startActiveSpan(name, async (span) => {
    try {
      return await task()
    } catch (error) {
      span.setStatus({ code: SpanStatusCode.ERROR })
      throw error
    } finally {
      span.end()
    }
  })
