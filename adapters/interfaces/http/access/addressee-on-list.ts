import type { MessageRecipient } from '../../../../projections/messages/message-recipient'
import { withheldText } from '../codecs/withheld-value'

/**
 * To whom a letter on a list goes. Where name and address are protected it is the borrower number alone, and staff open the
 * rest with a reason when they print the letter.
 */
export const addresseeOnList = ({
  number,
  isNameAndAddressProtected,
  ...recipient
}: MessageRecipient): Pick<MessageRecipient, 'number' | 'name' | 'careOf' | 'address'> => {
  const { name, careOf, address } = recipient
  return isNameAndAddressProtected
    ? { number, name: withheldText, careOf: withheldText, address: withheldText }
    : { number, name, careOf, address }
}
