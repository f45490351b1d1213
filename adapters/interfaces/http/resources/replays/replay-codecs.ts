import * as t from 'io-ts'
import { ScopeClassCodec } from '../../../../../domain/erasure/scope-class-codec'
import { replaySubjects, type ReplaySubject } from '../../../../../domain/replay/replay-subject'
import { Day } from '../../../../../domain/values/day'
import { CertificateId } from '../../../../../domain/values/ids'
import { codecWithSchema } from '../../codecs/codec-with-schema'
import { LogNameCodec } from '../../codecs/log-name-codec'
import { listCodec, nullableCodec } from '../../codecs/nullable-and-list'
import { objectCodec } from '../../codecs/object-codec'
import { CountCodec } from '../../codecs/whole-number-codec'

const namesOf = <Name extends string>(names: ReadonlyArray<Name>) =>
  t.keyof(Object.fromEntries(names.map((name) => [name, null])) as Record<Name, null>)

/** What is replayed. */
export const ReplaySubjectCodec = namesOf<ReplaySubject>(replaySubjects)

const numberAsText = (name: string) =>
  codecWithSchema(name, (u): u is string => typeof u === 'string' && /^[0-9]{1,15}$/.test(u), {
    type: 'string',
    pattern: '^[0-9]{1,15}$',
    examples: ['0'],
  })

/** The index of an event in its stream, from 0, as a path or a query has it. */
export const RevisionOfStream = numberAsText('RevisionOfStream')

/** The id of a record: the number of a copy or a title, or the id of any other record. */
export const RecordId = codecWithSchema(
  'RecordId',
  (u): u is string => typeof u === 'string' && /^[0-9a-z-]{8,36}$/.test(u),
  { type: 'string', pattern: '^[0-9a-z-]{8,36}$', examples: ['3274626533'] },
)

/** Up to where a replay goes, as a query has it. */
export const replayPointFields = {
  at: Day,
  position: numberAsText('PositionInLog'),
  revision: RevisionOfStream,
}

const statuses = t.keyof({ plain: null, erased: null, withheld: null, unavailable: null, damaged: null })

/** What of a value is shown, and why not. */
const whyNotShown = {
  class: ScopeClassCodec,
  certificate: nullableCodec(CertificateId),
  reason: t.string,
}

const ReplayedValueAnswer = objectCodec('ReplayedValue', { status: statuses }, { value: t.unknown, ...whyNotShown })

const factFields = { name: t.string, of: nullableCodec(t.string) }

export const ReplayFactAnswer = objectCodec('ReplayFact', { ...factFields, value: ReplayedValueAnswer })

export const FactChangeAnswer = objectCodec('FactChange', {
  ...factFields,
  before: nullableCodec(ReplayedValueAnswer),
  after: nullableCodec(ReplayedValueAnswer),
})

export const ReplayStepAnswer = objectCodec(
  'ReplayStep',
  {
    revision: CountCodec,
    position: nullableCodec(t.string),
    type: t.string,
    recorded: t.string,
    open: t.record(t.string, t.unknown),
    parts: listCodec(
      objectCodec(
        'ReplayedPart',
        { scope: t.string, class: ScopeClassCodec, status: statuses },
        { value: t.unknown, certificate: whyNotShown.certificate, reason: t.string },
      ),
    ),
    changes: listCodec(FactChangeAnswer),
  },
  { damaged: t.string },
)

/** What a replay is of. */
export const replayedFields = {
  subject: ReplaySubjectCodec,
  id: t.string,
  log: LogNameCodec,
  stream: t.string,
  damagedEvents: CountCodec,
}
