import { defineCopyChangeRoute } from './define-copy-change-route'

export const recordMissingCopyRoute = defineCopyChangeRoute({
  action: 'missing',
  name: 'recordMissingCopy',
  summary: 'Record that a copy is not where it should be (savnet); any scan ends that',
  toCommand: ({ library: { useCaseDependencies } }) => ({
    type: 'RecordMissing',
    day: useCaseDependencies.commandHandling.clock.today(),
  }),
})
