import { BranchId } from '../../../../../domain/values/ids'
import { objectCodec } from '../../codecs/object-codec'
import { CopyPathParameters } from './copy-answer-codecs'
import { defineCopyScanRoute } from './define-copy-scan-route'

export const recordCopyArrivalRoute = defineCopyScanRoute({
  path: '/copies/:copy/arrive',
  name: 'recordCopyArrival',
  summary: 'Scan a copy that has arrived at a branch: it goes on the pick-up shelf (afhentningshylde), on, or back',
  tag: 'Collection',
  params: CopyPathParameters,
  body: objectCodec('CopyArrival', { branch: BranchId }),
  namedInBody: { branch: 'branch' },
  scanned: ({ params: { copy }, body: { branch } }) => ({ copy, branch }),
})
