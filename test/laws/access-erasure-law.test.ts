import fc from 'fast-check'
import { accessAggregate } from '../../domain/access/access-aggregate'
import type { RecordAccess } from '../../domain/access/record-access'
import type { AccessId } from '../../domain/values/ids'
import type { Month } from '../../domain/values/month'
import { arbitraryStream } from '../arbitrary/arbitrary-stream'
import { anna } from '../fixtures/example-library'
import { openingByStaff } from '../fixtures/example-openings'
import { numberedUuid } from '../fixtures/numbered-uuid'
import { testAggregateErasureLaw } from './aggregate-erasure-law'

const recordAccess: RecordAccess = {
  ...{ type: 'RecordAccess', access: numberedUuid(952) as AccessId, borrower: anna, month: '2026-03' as Month },
  opening: openingByStaff,
}

testAggregateErasureLaw({
  aggregate: 'access',
  decider: accessAggregate,
  streams: arbitraryStream(
    accessAggregate,
    fc.constant(() => recordAccess),
  ),
  ends: { access: { AccessRecorded: 'access' } },
  types: ['AccessRecorded'],
  commands: [() => recordAccess],
})
