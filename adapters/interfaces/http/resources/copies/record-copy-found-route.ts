import { BranchId } from '../../../../../domain/values/ids'
import { objectCodec } from '../../codecs/object-codec'
import { defineCopyChangeRoute } from './define-copy-change-route'

export const recordCopyFoundRoute = defineCopyChangeRoute({
  action: 'found',
  name: 'recordCopyFound',
  summary: 'Record that a lost or missing copy was found in the library',
  body: objectCodec('CopyFound', { branch: BranchId }),
  branchMember: 'branch',
  toCommand: ({ body: { branch }, library: { useCaseDependencies } }) => ({
    type: 'Find',
    branch,
    day: useCaseDependencies.commandHandling.clock.today(),
  }),
})
