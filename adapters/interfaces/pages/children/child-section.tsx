import type { JSX } from 'preact'
import { AmountText } from '../formatting/amount-text'
import { payableFees } from '../balance/balance'
import { FeeTable } from '../balance/fee-table'
import { PayForm } from '../balance/pay-form'
import { ContactForm } from '../contact/contact-form'
import { UnverifiedEmail } from '../contact/unverified-email'
import { FormsOnDemand } from '../forms/forms-on-demand'
import { Text } from '../layout/page-frame'
import { paymentPaths } from '../payment/payment-paths'
import { PaymentsUnderWay } from '../payment/payments-under-way'
import type { ShownChild } from './children'
import { childrenTexts as texts } from './children-texts'

const Owed = ({ owed }: ShownChild): JSX.Element => (
  <p>
    {owed === 0 ? (
      <Text of={texts.nothingOwed} />
    ) : (
      <>
        <Text of={texts.owed} />{' '}
        <strong>
          <AmountText amount={owed} />
        </strong>
      </>
    )}
  </p>
)

const ContactOfGuardian = ({ guardianship, contact, verifiedEmails, etag, name }: ShownChild): JSX.Element => (
  <>
    <h3>
      <Text of={texts.contact} />
    </h3>
    <p class="forgotten-on">
      <Text of={texts.contactText} />
    </p>
    <UnverifiedEmail contact={contact} verifiedEmails={verifiedEmails} of={guardianship} />
    <FormsOnDemand summary={texts.correctContact} about={name} forms={['contact']} of={guardianship}>
      <ContactForm contact={contact} etag={etag} of={guardianship} />
    </FormsOnDemand>
  </>
)

/** What a guardian sees of a child: what it owes, titles when the guardian may see them, and their own contact details. */
export const ChildSection = (child: ShownChild): JSX.Element => {
  const { guardianship, name, fees, paymentsUnderWay } = child
  return (
    <section>
      <h2 id={`child-${guardianship}`}>{name}</h2>
      <Owed {...child} />
      {fees.some(({ items }) => items === undefined) ? (
        <p>
          <Text of={texts.titlesHidden} />
        </p>
      ) : null}
      <PaymentsUnderWay
        {...{ payments: paymentsUnderWay, fees, outcomePath: paymentPaths.guardian.outcome, of: guardianship }}
      />
      <PayForm fees={payableFees(fees, paymentsUnderWay)} of={guardianship} about={name} />
      <FeeTable fees={fees} />
      <ContactOfGuardian {...child} />
    </section>
  )
}
