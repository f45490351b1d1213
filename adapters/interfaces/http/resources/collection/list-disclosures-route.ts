import * as TE from 'fp-ts/TaskEither'
import * as t from 'io-ts'
import { DisclosureId } from '../../../../../domain/values/ids'
import { Month } from '../../../../../domain/values/month'
import { disclosures } from '../../../../../projections/disclosures/disclosure-queries'
import type { DisclosureRow } from '../../../../../projections/disclosures/disclosures-table'
import { administratorsAndAuditors } from '../../access/caller-roles-of-routes'
import { listCodec } from '../../codecs/nullable-and-list'
import { objectCodec } from '../../codecs/object-codec'
import { personalValueCodec } from '../../codecs/personal-value-codec'
import { defineReadRoute } from '../../route/define-route'
import { nextPageMember, pageOfSortedList, PageQuery } from '../../route/paging'
import { answerWithBody } from '../../route/route-handler'

const disclosureValue = personalValueCodec('disclosure')

const DisclosureAnswer = objectCodec('Disclosure', {
  disclosure: DisclosureId,
  madeIn: Month,
  recipient: disclosureValue(t.string),
  basis: disclosureValue(t.string),
  caseNumber: disclosureValue(t.string),
})

const pageOfDisclosures = pageOfSortedList(({ madeIn, disclosure }: DisclosureRow) => `${madeIn} ${disclosure}`)

export const listDisclosuresRoute = defineReadRoute({
  path: '/disclosures',
  name: 'listDisclosures',
  summary:
    'List the disclosures of personal data of the last five years: in which month, to whom, on which basis; not of whom',
  tag: 'Administration',
  roles: administratorsAndAuditors,
  query: PageQuery,
  answer: objectCodec('Disclosures', { disclosures: listCodec(DisclosureAnswer), ...nextPageMember }),
  handle: ({ query, library: { rows } }) => {
    const { entries, next } = pageOfDisclosures(query)(disclosures(rows))
    return TE.right(answerWithBody({ disclosures: entries, next }))
  },
})
